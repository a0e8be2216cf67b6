package org.workspaceadmin.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Samba domain controller on loopback with the usual ports, so there can be one on a machine
 * at a time, started as root.
 */
public final class SambaDc implements AutoCloseable {
    /** Its domain. */
    public static final String DOMAIN = "corp.example.test";

    /** Its full name. */
    public static final String NAME = "dc1." + DOMAIN;

    /** Its address. */
    public static final String ADDRESS = "127.0.0.1";

    /** The domain administrator's account. */
    public static final String ADMIN = "administrator";

    /** The domain administrator's password. */
    public static final String PASSWORD = "Passw0rd!x";

    private static final String PACKAGES = "samba samba-ad-dc samba-ad-provision winbind krb5-user";

    private final ChildProgram program;
    private final Path config;

    private SambaDc(ChildProgram program, Path config) {
        this.program = program;
        this.config = config;
    }

    /**
     * Provisions a domain and starts its controller.
     *
     * @param options further lines of its configuration, such as {@code ldap server require strong
     *     auth = no}
     */
    public static SambaDc start(String... options) throws IOException {
        Peer.require(PACKAGES, "samba", "samba-tool");
        if (!"root".equals(System.getProperty("user.name"))) {
            String line = "a domain controller needs root: its ports are below 1024";
            System.out.println("skipped: " + line);
            Assumptions.abort(line);
        }
        Path folder = ChildProgram.folder("samba");
        List<String> provision =
                new ArrayList<>(
                        List.of(
                                "samba-tool",
                                "domain",
                                "provision",
                                "--targetdir=" + folder,
                                "--realm=" + DOMAIN.toUpperCase(java.util.Locale.ROOT),
                                "--domain=CORP",
                                "--server-role=dc",
                                "--dns-backend=SAMBA_INTERNAL",
                                "--adminpass=" + PASSWORD,
                                "--host-name=dc1",
                                "--host-ip=" + ADDRESS,
                                "--option=interfaces=lo",
                                "--option=bind interfaces only=yes",
                                "--option=dns forwarder="));
        for (String option : options) {
            provision.add("--option=" + option);
        }
        run(folder, provision);
        Path config = folder.resolve("etc").resolve("smb.conf");
        ChildProgram program =
                ChildProgram.start(
                        folder,
                        389,
                        List.of(
                                Peer.find("samba").orElseThrow().toString(),
                                "-F",
                                "--no-process-group",
                                "-s",
                                config.toString()));
        SambaDc controller = new SambaDc(program, config);
        controller.name();
        return controller;
    }

    /** The authority that signed its certificate, PEM. */
    public Path authority() {
        return program.folder().resolve("private").resolve("tls").resolve("ca.pem");
    }

    /** Runs samba-tool on it. */
    public void tool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("samba-tool"));
        command.addAll(List.of(arguments));
        command.add("--configfile=" + config);
        run(program.folder(), command);
    }

    /**
     * A loopback address is not entered by itself; the tool waits for nobody, so it is repeated.
     */
    private void name() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                dns("add", DOMAIN, "dc1", "A", ADDRESS);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /**
     * Changes its DNS.
     *
     * @param verb such as {@code add} or {@code delete}
     * @param rest zone and record
     */
    public void dns(String verb, String... rest) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("dns", verb, ADDRESS));
        arguments.addAll(List.of(rest));
        arguments.add("-U" + ADMIN + "%" + PASSWORD);
        tool(arguments.toArray(String[]::new));
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
