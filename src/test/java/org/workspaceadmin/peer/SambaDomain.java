package org.workspaceadmin.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a freshly provisioned domain. Provisioning costs six seconds, so it happens once in
 * a JVM, and each controller starts on a copy.
 */
final class SambaDomain {
    /** What provisioning leaves out: the reverse zone, and the names of LDAP for tickets. */
    private static final String COMPLETE =
            """
            import sys
            from samba.auth import system_session
            from samba.param import LoadParm
            from samba.provision import sambadns
            from samba.samdb import SamDB

            lp = LoadParm()
            lp.load(sys.argv[1])
            sam = SamDB(session_info=system_session(), lp=lp)
            partition = "DC=DomainDnsZones," + sam.domain_dn()
            container = "DC=%s,CN=MicrosoftDNS,%s" % (sys.argv[2], partition)
            sam.add({"dn": container, "objectClass": ["top", "dnsZone"]})
            sambadns.add_at_record(
                sam, container, "DC=@", "dc1", sam.domain_dns_name(), None, None)
            sam.modify_ldif(\"""dn: CN=DC1,OU=Domain Controllers,%s
            changetype: modify
            add: servicePrincipalName
            servicePrincipalName: ldap/dc1.%s
            servicePrincipalName: ldap/DC1
            \""" % (sam.domain_dn(), sam.domain_dns_name()))
            """;

    static final String USERS =
            """
            import sys
            from samba.auth import system_session
            from samba.param import LoadParm
            from samba.samdb import SamDB

            lp = LoadParm()
            lp.load(sys.argv[1])
            sam = SamDB(session_info=system_session(), lp=lp)
            for name in ("plain", "gone", "fresh"):
                sam.newuser(name, sys.argv[2],
                    force_password_change_at_next_login_req=(name == "fresh"))
            sam.disable_account("(sAMAccountName=gone)")
            """;

    /** Past what guards passwords, as the tools that copy a domain do. */
    static final String AGE_PASSWORD =
            """
            import sys
            import ldb
            from samba import dsdb
            from samba.auth import system_session
            from samba.param import LoadParm
            from samba.samdb import SamDB

            lp = LoadParm()
            lp.load(sys.argv[1])
            sam = SamDB(session_info=system_session(), lp=lp)
            change = ldb.Message(ldb.Dn(sam, sys.argv[2]))
            change["pwdLastSet"] = ldb.MessageElement(
                "1", ldb.FLAG_MOD_REPLACE, "pwdLastSet")
            sam.modify(
                change,
                ["local_oid:%s:0" % dsdb.DSDB_CONTROL_BYPASS_PASSWORD_HASH_OID])
            """;

    /** Ends with its input, which this JVM holds; once more for what was just being written. */
    private static final String GUARD =
            """
            trap : INT TERM HUP
            cat >/dev/null
            rm -rf "$0" 2>/dev/null
            sleep 15
            rm -rf "$0"
            """;

    private static @Nullable Path root;
    private static @Nullable Path provisioned;

    private SambaDomain() {}

    /**
     * Copies the domain's files.
     *
     * @param folder for a controller, is there
     */
    static void copyInto(Path folder) throws IOException {
        run(
                folder,
                List.of("cp", "-a", "--sparse=always", provisioned() + "/.", folder.toString()));
    }

    /**
     * Writes a controller's configuration.
     *
     * @param folder the controller's
     * @param address where it listens
     * @param options further lines, which win over the usual ones
     * @return the file
     */
    static Path configure(Path folder, String address, List<String> options) throws IOException {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "netbios name = DC1",
                                "realm = " + SambaDc.DOMAIN.toUpperCase(Locale.ROOT),
                                "workgroup = CORP",
                                "server role = active directory domain controller",
                                "server services = s3fs rpc ldap cldap kdc winbindd dns",
                                "interfaces = " + address + "/8",
                                "bind interfaces only = yes",
                                "allow dns updates = nonsecure",
                                "dns forwarder =",
                                "tls keyfile = tls/key.pem",
                                "tls certfile = tls/cert.pem",
                                "tls cafile = tls/ca.pem",
                                "load printers = no",
                                "disable spoolss = yes",
                                "private dir = " + folder + "/private",
                                "state directory = " + folder + "/state",
                                "cache directory = " + folder + "/cache",
                                "lock directory = " + folder,
                                "binddns dir = " + folder + "/bind-dns",
                                "pid directory = " + folder + "/run",
                                "ncalrpc dir = " + folder + "/ncalrpc",
                                "winbindd socket directory = " + folder + "/winbindd",
                                "ntp signd socket directory = " + folder + "/ntp",
                                "log file = " + folder + "/log.%m"));
        lines.addAll(options);
        Path config = folder.resolve("etc").resolve("smb.conf");
        Files.writeString(
                config,
                lines.stream().collect(Collectors.joining("\n", "[global]\n", "\n"))
                        + "[sysvol]\npath = %s/state/sysvol\nread only = no\n".formatted(folder));
        for (String name : List.of("run", "ncalrpc")) {
            Files.createDirectories(folder.resolve(name));
        }
        return config;
    }

    /** A controller's folder, which goes when this JVM ends, however it ends. */
    static Path folder() throws IOException {
        return Files.createTempDirectory(root(), "dc");
    }

    private static synchronized Path root() throws IOException {
        Path there = root;
        if (there == null) {
            there = ChildProgram.folder("samba");
            // Only root is ever in there.
            Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwx------"));
            new ProcessBuilder("sh", "-c", GUARD, there.toString()).start();
            root = there;
        }
        return there;
    }

    /**
     * Gives a controller its certificate.
     *
     * @param authority is trusted by it
     * @param issued what it shows
     */
    static void certify(Path folder, TestAuthority authority, TestAuthority.Issued issued)
            throws IOException {
        Path tls = Files.createDirectories(folder.resolve("private").resolve("tls"));
        Files.writeString(
                tls.resolve("cert.pem"),
                TestAuthority.pem(issued.chain().toArray(X509Certificate[]::new)));
        authority.writePem(tls.resolve("ca.pem"));
        Path key =
                Files.createFile(
                        tls.resolve("key.pem"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, TestAuthority.keyPem(issued));
    }

    private static synchronized Path provisioned() throws IOException {
        Path there = provisioned;
        if (there != null) {
            return there;
        }
        Path folder = Files.createTempDirectory(root(), "domain");
        run(
                folder,
                List.of(
                        "samba-tool",
                        "domain",
                        "provision",
                        "--targetdir=" + folder,
                        "--realm=" + SambaDc.DOMAIN.toUpperCase(Locale.ROOT),
                        "--domain=CORP",
                        "--server-role=dc",
                        "--dns-backend=SAMBA_INTERNAL",
                        "--adminpass=" + SambaDc.PASSWORD,
                        "--host-name=dc1",
                        "--host-ip=127.77.0.1",
                        "--option=interfaces=lo",
                        "--option=bind interfaces only=yes",
                        "--option=log file=" + folder + "/log.%m"));
        Path config = folder.resolve("etc").resolve("smb.conf");
        python(folder, COMPLETE, config.toString(), SambaDc.REVERSE_ZONE);
        provisioned = folder;
        return folder;
    }

    /** Runs a script with the Python that Samba's own tools use. */
    static void python(Path folder, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", script));
        command.addAll(List.of(arguments));
        run(folder, command);
    }

    /** Runs a program to its end, which has to be a good one. */
    static void run(Path folder, List<String> command) throws IOException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        process.getOutputStream().close();
        try {
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new IOException(command.getFirst() + ": " + Files.readString(said));
            }
            Files.delete(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Arrays.toString(e.getStackTrace()), e);
        }
    }
}
