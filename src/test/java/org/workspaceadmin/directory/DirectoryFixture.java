package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.MemoryController;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.task.Workers;

/** A directory to read, over real sockets with TLS. */
abstract class DirectoryFixture {
    static final TestAuthority AUTHORITY = new TestAuthority("Corp authority");
    static final Instant SET = Instant.parse("2026-11-01T08:00:00Z");

    final Map<String, InetSocketAddress> doors = new HashMap<>();
    final CompanyDirectory directory = directory(Duration.ofMinutes(1));
    MemoryController controller;

    @BeforeEach
    void start() {
        controller = MemoryController.start(AUTHORITY.issue(MemoryController.NAME));
        open("10.0.0.1", controller);
    }

    @AfterEach
    void stop() {
        controller.close();
    }

    void computer(String name, Map<String, List<Object>> entry) throws LDAPException {
        controller.put("CN=" + name + ",CN=Computers," + MemoryController.BASE, entry);
    }

    void person(Map<String, List<Object>> entry) throws LDAPException {
        Object name = entry.getOrDefault("sAMAccountName", List.of("")).getFirst();
        controller.put("CN=" + name + ",CN=Users," + MemoryController.BASE, entry);
    }

    CompanyDirectory directory(Duration deadline) {
        return new CompanyDirectory(
                Workers.virtual("directory"),
                InstantSource.system(),
                (host, service) ->
                        doors.getOrDefault(
                                host + ":" + service,
                                InetSocketAddress.createUnresolved(host, service.port())),
                AUTHORITY.trust(),
                deadline);
    }

    void open(String address, MemoryController at) {
        door(address, AdService.LDAP, at.ldap());
        door(address, AdService.LDAPS, at.ldaps());
        door(address, AdService.KERBEROS, 1);
    }

    void door(String address, AdService service, int port) {
        doors.put(address + ":" + service, new InetSocketAddress("127.0.0.1", port));
    }

    static DirectoryAccess access() {
        return access(MemoryController.PASSWORD, "10.0.0.1");
    }

    static DirectoryAccess access(String password, String... addresses) {
        return new DirectoryAccess(
                MemoryController.DOMAIN,
                Arrays.stream(addresses)
                        .map(a -> new Controller(a, MemoryController.NAME))
                        .toList(),
                List.of(),
                new Account(MemoryController.ACCOUNT, Secret.of(password)));
    }
}
