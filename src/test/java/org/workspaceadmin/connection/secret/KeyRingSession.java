package org.workspaceadmin.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A D-Bus session with a home of its own, and a real GNOME keyring in it if wanted. Nothing of it
 * reaches the session of whoever runs the tests.
 */
final class KeyRingSession implements AutoCloseable {
    private static final String MASTER_PASSWORD = "of the test only";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String DEST = "--dest=org.freedesktop.secrets";
    private static final String GET = "org.freedesktop.DBus.Properties.Get";
    private static final String COLLECTION = "string:org.freedesktop.Secret.Collection";
    private static final String LOGIN = "/org/freedesktop/secrets/collection/login";

    private final Path folder;
    private final List<Process> started = new ArrayList<>();
    private final Process bus;
    private final String address;
    private @Nullable Process daemon;

    private KeyRingSession(Path folder) throws IOException {
        this.folder = folder;
        Path runtime = Files.createDirectories(folder.resolve("run"));
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
        // Ends with its standard input.
        bus =
                start(
                        "",
                        "dbus-run-session",
                        "--",
                        "sh",
                        "-c",
                        "echo \"$DBUS_SESSION_BUS_ADDRESS\"; exec cat");
        address = line(bus.inputReader(StandardCharsets.UTF_8));
        assertThat(address).startsWith("unix:");
    }

    /**
     * Starts a bus without a key store.
     *
     * @param folder for its home; short, since sockets lie in it
     */
    static KeyRingSession open(Path folder) throws IOException {
        return new KeyRingSession(folder);
    }

    /** Starts the keyring, its collection unlocked, and waits until it answers. */
    void startKeyring() throws IOException {
        Process process =
                start(
                        address,
                        "gnome-keyring-daemon",
                        "--unlock",
                        "--foreground",
                        "--components=secrets");
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(MASTER_PASSWORD);
        }
        daemon = process;
        // Asking the name itself would have the bus start another one, which nobody unlocks.
        until(
                "boolean true",
                "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus.NameHasOwner",
                "string:org.freedesktop.secrets");
        until("boolean false", DEST, LOGIN, GET, COLLECTION, "string:Locked");
    }

    /** Locks the collection, as the session's owner would. */
    void lock() throws IOException {
        until(
                LOGIN,
                DEST,
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:" + LOGIN);
        until("boolean true", DEST, LOGIN, GET, COLLECTION, "string:Locked");
    }

    /** Unlocks it again, as logging in does. */
    void unlock() throws IOException {
        assertThat(child().ask("login", KeyRingChild.encoded(MASTER_PASSWORD))).isEqualTo("true");
    }

    /** Kills the keyring's process. */
    void killKeyring() {
        kill(daemon == null ? fail("not started") : daemon.toHandle());
    }

    /** Kills the bus. */
    void killBus() {
        ProcessHandle process =
                bus.descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("dbus-daemon"))
                        .findFirst()
                        .orElseThrow();
        kill(process);
    }

    /**
     * Runs a program in the session.
     *
     * @return what it printed
     */
    String run(String... command) throws IOException {
        Process process = start(address, command);
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        await(process);
        return printed;
    }

    /** Starts a program of ours in the session. */
    Child child() throws IOException {
        return child(Map.of());
    }

    /**
     * The same in another environment.
     *
     * @param environment variables to set; an empty value takes one away
     */
    Child child(Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                builder(
                        address,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeyRingChild.class.getName());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        builder.redirectError(folder.resolve("child-" + started.size() + ".err").toFile());
        Process process = builder.redirectErrorStream(false).start();
        started.add(process);
        return new Child(process);
    }

    /** Where everything of the session lies. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        for (Process process : started.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A running program of ours. */
    final class Child {
        private final Process process;
        private final BufferedReader out;

        private Child(Process process) {
            this.process = process;
            out = process.inputReader(StandardCharsets.UTF_8);
            assertThat(line(out)).isEqualTo("started");
        }

        /**
         * Sends a command and waits for its answer.
         *
         * @param words see {@link KeyRingChild}
         */
        String ask(String... words) throws IOException {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(String.join(" ", words))
                    .append('\n')
                    .flush();
            return line(out);
        }

        String store(String name, String secret) throws IOException {
            return ask("store", name, KeyRingChild.encoded(secret));
        }

        String read(String name) throws IOException {
            String answer = ask("read", name);
            return answer.equals("none") ? answer : KeyRingChild.decoded(answer);
        }
    }

    /** Sends a call over the bus until the answer holds a text. */
    private void until(String text, String... call) throws IOException {
        List<String> command = new ArrayList<>(List.of("dbus-send", "--print-reply"));
        command.addAll(List.of(call));
        long end = System.nanoTime() + PATIENCE.toNanos();
        String answer;
        do {
            answer = run(command.toArray(String[]::new));
            assertThat(System.nanoTime()).as(answer).isLessThan(end);
        } while (!answer.contains(text));
    }

    private Process start(String busAddress, String... command) throws IOException {
        Process process =
                builder(busAddress, command).redirectError(folder.resolve("err").toFile()).start();
        started.add(process);
        return process;
    }

    private ProcessBuilder builder(String busAddress, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        Path home = Files.createDirectories(folder.resolve("home"));
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("DBUS_"));
        environment.remove("DISPLAY");
        environment.remove("WAYLAND_DISPLAY");
        environment.remove("GNOME_KEYRING_CONTROL");
        environment.put("HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        if (!busAddress.isEmpty()) {
            environment.put("DBUS_SESSION_BUS_ADDRESS", busAddress);
        }
        return builder;
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static void await(Process process) {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One line, waited for no longer than the test's patience. */
    private static String line(BufferedReader from) {
        CompletableFuture<String> line =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return String.valueOf(from.readLine());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        try {
            return line.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer", e);
        }
    }
}
