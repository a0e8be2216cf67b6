package org.workspaceadmin.connection.secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.freedesktop.secret.Collection;
import org.freedesktop.secret.Static;
import org.freedesktop.secret.TransportEncryption;
import org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.SecretLedger;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignIns;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Workers;

/**
 * A program that uses the key store of the session it was started in. It reads a command a line and
 * answers each with one line; texts travel in Base64.
 */
final class KeyRingChild {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Duration UNLOCKING = Duration.ofSeconds(4);

    private final KeyRingStore store =
            new KeyRingStore(SystemKeyRing.of("Linux"), PATIENCE, UNLOCKING);

    private KeyRingChild() {}

    public static void main(String[] args) throws Exception {
        KeyRingChild child = new KeyRingChild();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("started");
        String line;
        while ((line = in.readLine()) != null) {
            System.out.println(child.answer(line.split(" ", -1)));
        }
        System.exit(0);
    }

    private String answer(String[] command) throws Exception {
        return switch (command[0]) {
            case "try" -> text(store.tryOut());
            case "unlock" -> text(store.unlock());
            case "state" -> text(store.state());
            case "store" -> store.store(command[1], decoded(command[2]).toCharArray()).name();
            case "read" -> store.read(command[1]).map(s -> encoded(new String(s))).orElse("none");
            case "delete" -> String.valueOf(store.delete(command[1]));
            case "remember" -> remember(Path.of(decoded(command[1])), decoded(command[2]));
            case "trials" -> trials(Integer.parseInt(command[1]), command[2]);
            case "login" -> String.valueOf(login(decoded(command[1])));
            default -> "what?";
        };
    }

    /** Remembers a temporary key as the program does, and recalls it. */
    private String remember(Path folder, String secret) throws Exception {
        Home home = Home.open(folder);
        SignIns signIns =
                new SignIns(
                        new LayeredSecretStore(store),
                        SecretLedger.open(home.remembered(), InstantSource.system()),
                        new Redactor(),
                        Workers.virtual("child"));
        SignIn signIn =
                new SignIn.TemporaryKey(
                        "AK",
                        secret.toCharArray(),
                        (secret + "x".repeat(5_000)).toCharArray(),
                        Instant.EPOCH);
        Connection connection =
                new ConnectionDraft("", "cn-north-4", "", "", Generation.V2).connection(signIn);
        Kept kept = signIns.remember(connection, signIn).await();
        boolean same = signIns.recall(connection).await().equals(Optional.of(signIn));
        return connection.id() + " " + kept + " " + same;
    }

    /** Stores, reads and deletes under names of its own, over and over. */
    private String trials(int rounds, String name) {
        for (int i = 0; i < rounds; i++) {
            String secret = name + " " + i + " " + "y".repeat(1_500);
            String at = "connection/" + name + "/" + i;
            boolean whole =
                    store.store(at, secret.toCharArray()) == Kept.LASTING
                            && store.read(at).map(String::new).equals(Optional.of(secret))
                            && store.delete(at);
            if (!whole) {
                return "failed in round " + i + ": " + text(store.state());
            }
        }
        return "held";
    }

    /** Unlocks the default collection without a prompt, as the session's login does. */
    private static boolean login(String password) throws Exception {
        try (TransportEncryption transport = new TransportEncryption()) {
            transport.initialize();
            transport.openSession();
            transport.generateSessionKey();
            Collection collection =
                    new Collection(
                            Static.Convert.toObjectPath(Static.ObjectPaths.DEFAULT_COLLECTION),
                            transport.getService());
            new InternalUnsupportedGuiltRiddenInterface(transport.getService())
                    .unlockWithMasterPassword(collection.getPath(), transport.encrypt(password));
            return !collection.isLocked();
        }
    }

    private static String text(StoreState state) {
        return state.kind() + " " + state.reason();
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String text) throws IOException {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
