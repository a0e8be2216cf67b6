package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.peer.Peer;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;

/** The demo's directory as a client of another make sees it, and how it follows the fleet. */
class SimulatedDirectoryTest extends SimulatorTestCase {
    private static final String BASE = "DC=corp,DC=example,DC=com";

    @TempDir Path folder;

    @Test
    void ldapsearchReadsTheRootEntryWithoutSigningIn() throws Exception {
        String said =
                search(
                        List.of("-x", "-H", plain()),
                        "-s",
                        "base",
                        "-b",
                        "",
                        "defaultNamingContext",
                        "dnsHostName",
                        "domainFunctionality");
        assertThat(said)
                .contains("defaultNamingContext: " + BASE)
                .contains("dnsHostName: dc1.corp.example.com")
                .contains("domainFunctionality: 7");
        assertThat(search(List.of("-x", "-H", plain()), "-b", BASE, "(objectClass=computer)"))
                .contains("a successful bind must be completed");
    }

    @Test
    void ldapsearchIsRefusedInClearAndWithAWrongPassword() throws Exception {
        List<String> clear = List.of("-x", "-D", "svc-desktop@corp.example.com", "-w", "right");
        List<String> wrong = List.of("-x", "-D", "CORP\\svc-desktop", "-w", "it is wrong");
        assertThat(search(with(clear, "-H", plain()), "-s", "base", "-b", BASE))
                .contains("Strong(er) authentication required");
        assertThat(search(with(wrong, "-H", secure()), "-s", "base", "-b", BASE))
                .contains("Invalid credentials")
                .contains("data 52e");
        assertThat(search(with(wrong, "-ZZ", "-H", plain()), "-s", "base", "-b", BASE))
                .as("over StartTLS")
                .contains("data 52e");
    }

    @Test
    void ldapsearchReadsComputersPageByPage() throws Exception {
        List<String> computers = new ArrayList<>();
        for (String line :
                search(
                                signedIn("-E", "pr=100/noprompt"),
                                "-b",
                                BASE,
                                "(objectClass=computer)",
                                "cn")
                        .split("\n")) {
            if (line.startsWith("dn:")) {
                computers.add(line);
            }
        }
        assertThat(computers).hasSizeBetween(380, 400).doesNotHaveDuplicates();
        assertThat(
                        search(
                                signedIn(),
                                "-b",
                                BASE,
                                "(userAccountControl:1.2.840.113556.1.4.803:=2)",
                                "cn"))
                .as("disabled ones")
                .contains("OU=Desktops," + BASE);
        assertThat(
                        search(
                                signedIn("-E", "pr=500/noprompt"),
                                "-b",
                                BASE,
                                "(sAMAccountName=svc*)",
                                "cn"))
                .as("the rest of the domain is pointed to")
                .contains("ldap://DomainDnsZones.corp.example.com/");
    }

    @Test
    void hostAsksItsDns() throws Exception {
        Assumptions.assumeTrue(Peer.find("host").isPresent(), "bind9-host is not installed");
        String port = Integer.toString(directory().at("10.16.0.9", 53).getPort());
        assertThat(
                        run(
                                "host",
                                "-p",
                                port,
                                "-t",
                                "SRV",
                                "_ldap._tcp.dc._msdcs.corp.example.com",
                                "127.0.0.1"))
                .contains("0 100 389 dc1.corp.example.com")
                .contains("0 100 389 dc2.corp.example.com");
        assertThat(run("host", "-T", "-p", port, "dc2.corp.example.com", "127.0.0.1"))
                .contains("has address 10.16.0.10");
        assertThat(run("host", "-p", port, "10.16.0.9", "127.0.0.1"))
                .contains("domain name pointer dc1.corp.example.com");
        assertThat(run("host", "-p", port, "nobody.corp.example.com", "127.0.0.1"))
                .contains("NXDOMAIN");
        assertThat(run("host", "-p", port, "example.org", "127.0.0.1")).contains("REFUSED");
    }

    @Test
    void aRejoinEntersTheComputerAnew() throws Exception {
        directory();
        Set<String> entered = names();
        List<String> out =
                desktops(d ->
                        d.path("domain").asText().equals("out")
                                && d.path("status").asText().equals("ACTIVE")
                                && d.path("os_type").asText().equals("Windows")
                                && !d.path("desktop_type").asText().equals("POOLED")
                                && d.path("busy_with").isNull());
        String missing =
                out.stream()
                        .filter(id -> !entered.contains(name(id)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("none is missing of " + out));
        edit(missing, "{\"outcome\":\"succeed\"}");
        post("/v2/{p}/desktops/" + missing + "/rejoin-domain", null);
        clock.advance(JOB);
        assertThat(truth(missing).path("domain").asText()).isEqualTo("in");
        String object =
                search(
                        signedIn(),
                        "-b",
                        "OU=Desktops," + BASE,
                        "(sAMAccountName=" + truth(missing).path("computer_name").asText() + "$)",
                        "userAccountControl",
                        "dNSHostName");
        assertThat(object)
                .contains("userAccountControl: 4096")
                .contains("dNSHostName: " + name(missing) + ".corp.example.com");
    }

    private String name(String id) {
        return truth(id).path("computer_name").asText().toLowerCase(Locale.ROOT);
    }

    private Set<String> names() throws IOException, InterruptedException {
        Set<String> names = new HashSet<>();
        for (String line :
                search(
                                signedIn("-E", "pr=500/noprompt"),
                                "-b",
                                BASE,
                                "(objectClass=computer)",
                                "sAMAccountName")
                        .split("\n")) {
            if (line.startsWith("sAMAccountName: ") && line.endsWith("$")) {
                names.add(line.substring(16, line.length() - 1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private SimulatedDirectory directory() throws IOException {
        return simulator.directory();
    }

    private String plain() throws IOException {
        return "ldap://127.0.0.1:" + directory().at("10.16.0.9", 389).getPort();
    }

    private String secure() throws IOException {
        return "ldaps://127.0.0.1:" + directory().at("10.16.0.10", 636).getPort();
    }

    private List<String> signedIn(String... more) throws IOException {
        List<String> options =
                List.of(
                        "-x",
                        "-D",
                        directory().account() + "@" + directory().domain(),
                        "-w",
                        directory().password(),
                        "-H",
                        secure());
        return with(options, more);
    }

    private static List<String> with(List<String> options, String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private String search(List<String> options, String... rest)
            throws IOException, InterruptedException {
        Peer.require("ldap-utils", "ldapsearch");
        List<String> command = new ArrayList<>(List.of("ldapsearch", "-LLL", "-o", "ldif-wrap=no"));
        command.addAll(options);
        command.addAll(Arrays.asList(rest));
        return run(command.toArray(String[]::new));
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path authority = folder.resolve("ca.pem");
        Files.writeString(authority, TestAuthority.pem(directory().authority()));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LDAPTLS_CACERT", authority.toString());
        // The certificate is for the controller's name, and here it is asked by a loopback address.
        builder.environment().put("LDAPTLS_REQCERT", "allow");
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
