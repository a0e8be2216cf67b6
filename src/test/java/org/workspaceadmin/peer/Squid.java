package org.workspaceadmin.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real squid in the foreground, with a folder of its own and nothing cached. It looks {@link
 * #HOST} up as 127.0.0.1, so that tests have a name that is not this machine's own.
 */
public final class Squid implements AutoCloseable {
    /** A name that only the proxy knows. */
    public static final String HOST = "workspace.example";

    private static final Path PASSWORD_CHECK = Path.of("/usr/lib/squid/basic_ncsa_auth");

    private final ChildProgram program;
    private final int port;

    private Squid(ChildProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Lets everybody through. */
    public static Squid open() throws IOException {
        return start("http_access allow all\n", List.of());
    }

    /** Lets nobody through: every CONNECT ends with 403. */
    public static Squid refusing() throws IOException {
        return start("http_access deny all\n", List.of());
    }

    /** Drops a tunnel through which nothing came for some seconds. */
    public static Squid impatient(int seconds) throws IOException {
        return start(
                "http_access allow all\nread_timeout "
                        + seconds
                        + " seconds\nclient_idle_pconn_timeout "
                        + seconds
                        + " seconds\n",
                List.of());
    }

    /** Lets one user through, by Basic. */
    public static Squid signingIn(String user, String password) throws IOException {
        return start(
                "auth_param basic program "
                        + PASSWORD_CHECK
                        + " FOLDER/passwd\n"
                        + "auth_param basic children 1\n"
                        + "auth_param basic realm test\n"
                        + "acl signed proxy_auth REQUIRED\n"
                        + "http_access allow signed\n"
                        + "http_access deny all\n",
                List.of(user, password));
    }

    private static Squid start(String rules, List<String> user) throws IOException {
        Peer.require("squid apache2-utils", "squid", "htpasswd");
        Path folder = ChildProgram.folder("squid");
        int port = Peer.freePort();
        String config =
                """
                http_port 127.0.0.1:PORT
                pid_filename none
                cache deny all
                access_log stdio:FOLDER/access.log
                logfile_rotate 0
                buffered_logs off
                cache_log FOLDER/cache.log
                cache_store_log none
                coredump_dir FOLDER
                netdb_filename none
                pinger_enable off
                hosts_file FOLDER/hosts
                visible_hostname squid.example
                shutdown_lifetime 0 seconds
                workers 1
                """
                        + rules;
        write(folder, "hosts", "127.0.0.1 " + HOST + "\n");
        write(
                folder,
                "squid.conf",
                config.replace("PORT", Integer.toString(port))
                        .replace("FOLDER", folder.toString()));
        if (!user.isEmpty()) {
            Path file = folder.resolve("passwd");
            run(folder, "htpasswd", "-bc", file.toString(), user.get(0), user.get(1));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        String squid = Peer.find("squid").orElseThrow().toString();
        return new Squid(
                ChildProgram.start(
                        folder,
                        port,
                        List.of(
                                squid,
                                "-N",
                                "-f",
                                folder.resolve("squid.conf").toString(),
                                "-n",
                                "wsa" + port)),
                port);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command[0] + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The lines of its log that are about requests; a tunnel has its line when it ends. */
    public List<String> log() throws IOException {
        Path log = program.folder().resolve("access.log");
        if (!Files.exists(log)) {
            return List.of();
        }
        // Waiting for the start leaves a line about a connection without a request.
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" CONNECT ") || line.contains("http://"))
                .toList();
    }

    /** Waits until there are so many lines about requests. */
    public List<String> log(int lines) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> now = log();
        while (now.size() < lines && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            now = log();
        }
        return now;
    }

    @Override
    public void close() {
        program.close();
    }
}
