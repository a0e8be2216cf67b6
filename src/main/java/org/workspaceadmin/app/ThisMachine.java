package org.workspaceadmin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.workspaceadmin.journal.Machine;

/** The name of this computer and of who uses it, without asking the network for it. */
final class ThisMachine {
    private static final Path HOST_NAME = Path.of("/etc/hostname");

    private ThisMachine() {}

    /** As the system tells it. */
    static Machine name() {
        return name(System.getenv(), HOST_NAME, System.getProperty("user.name", ""));
    }

    /**
     * The same for another system.
     *
     * @param environment environment variables: Windows sets COMPUTERNAME, shells set HOSTNAME
     * @param file where Linux keeps the name
     * @param user the user's name
     */
    static Machine name(Map<String, String> environment, Path file, String user) {
        for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME", "HOST"}) {
            String host = environment.getOrDefault(variable, "").strip();
            if (!host.isEmpty()) {
                return new Machine(host, user);
            }
        }
        try {
            return new Machine(Files.readString(file).strip(), user);
        } catch (IOException noSuchFile) {
            return new Machine(localName(), user);
        }
    }

    /** On macOS neither is there; the local name is, and is not looked up elsewhere. */
    private static String localName() {
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            return "";
        }
    }
}
