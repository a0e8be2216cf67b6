package org.workspaceadmin.peer;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of other people that tests meet for real. On a machine without them a test is skipped
 * with one line that says how to get them; with {@code -Dpeers=required}, as continuous integration
 * has it, that is a failure.
 */
public final class Peer {
    private Peer() {}

    /**
     * Goes on when the programs are there.
     *
     * @param packages what to install, such as {@code squid}
     * @param programs names looked for on the path and in {@code /usr/sbin} and {@code /sbin}
     */
    public static void require(String packages, String... programs) {
        Optional<String> missing =
                Arrays.stream(programs).filter(name -> find(name).isEmpty()).findFirst();
        if (missing.isEmpty()) {
            return;
        }
        missing(missing.get() + " is needed: apt-get install " + packages);
    }

    private static void missing(String line) {
        if ("required".equals(System.getProperty("peers"))) {
            fail(line);
        }
        System.out.println("skipped: " + line);
        Assumptions.abort(line);
    }

    /**
     * Goes on when the programs are there and this is root, who alone may use usual ports.
     *
     * @param packages what to install
     * @param programs names looked for
     */
    public static void requireRoot(String packages, String... programs) {
        require(packages, programs);
        if (!"root".equals(System.getProperty("user.name"))) {
            missing("root is needed, for ports below 1024: sudo mvn verify, or run in a container");
        }
    }

    /**
     * Where a program is.
     *
     * @param name its name
     * @return its path, empty when it is not installed
     */
    public static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * A port of this machine that nobody listens on now.
     *
     * @throws IOException when there is none
     */
    public static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
