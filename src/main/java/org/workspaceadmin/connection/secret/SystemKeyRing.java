package org.workspaceadmin.connection.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.connection.secret.StoreState.Store;

/**
 * The key store of this system, by the java-keyring library. It tells absence from failure by text
 * only, and on Linux answers "absent" when the store is gone, so {@link #look()} has to be asked
 * too.
 */
final class SystemKeyRing implements KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyRing.class);

    /** What entries are filed under; their account is our name of the secret. */
    static final String SERVICE = "Workspace Admin";

    /** How the library says that there is no such entry; 1168 is Windows' ERROR_NOT_FOUND. */
    private static final Pattern ABSENT =
            Pattern.compile(
                    "No stored credentials match|No password to delete|Error code 1168\\b"
                            + "|could not be found|Password not Found");

    /** macOS: errSecInteractionNotAllowed, errSecAuthFailed and the like. */
    private static final Pattern REFUSED =
            Pattern.compile("interaction is not allowed|passphrase|-25293|-25308");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final Store which;
    private final List<KeyringStorageType> types;

    private SystemKeyRing(Store which, KeyringStorageType... types) {
        this.which = which;
        this.types = List.of(types);
    }

    /**
     * The one of a system.
     *
     * @param osName as in the system property {@code os.name}
     */
    static KeyRing of(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac") || os.contains("darwin")) {
            return new SystemKeyRing(
                    Store.KEYCHAIN,
                    KeyringStorageType.OSX_KEYCHAIN,
                    KeyringStorageType.LEGACY_OSX_KEYCHAIN);
        }
        if (os.contains("win")) {
            return new SystemKeyRing(
                    Store.CREDENTIAL_MANAGER, KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
        }
        return new SystemKeyRing(Store.SECRET_SERVICE, KeyringStorageType.GNOME_KEYRING);
    }

    @Override
    public Store which() {
        return which;
    }

    /** Only the Secret Service can be looked at; elsewhere the first call tells. */
    @Override
    public StoreState look() {
        return which == Store.SECRET_SERVICE ? SecretService.look() : StoreState.ready(which);
    }

    @Override
    public Ring open() throws Exception {
        BackendNotSupportedException first = null;
        for (KeyringStorageType type : types) {
            try {
                return new LibraryRing(Keyring.create(type));
            } catch (BackendNotSupportedException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        throw first == null ? new BackendNotSupportedException("none") : first;
    }

    @Override
    public StoreState because(Throwable failure) {
        if (which == Store.SECRET_SERVICE) {
            // The library drops what the service answered; ask it again.
            StoreState now = SecretService.look();
            if (!now.isReady()) {
                return now;
            }
        }
        String said = String.valueOf(failure.getMessage());
        Kind kind =
                switch (failure) {
                    case BackendNotSupportedException _ -> Kind.MISSING;
                    case LinkageError _ -> Kind.MISSING;
                    case PasswordAccessException _ when REFUSED.matcher(said).find() -> Kind.LOCKED;
                    default -> Kind.FAILED;
                };
        return new StoreState(which, kind, inShort(failure, said));
    }

    /** The kind of failure and its number; its words might hold what was to be kept. */
    private static String inShort(Throwable failure, String said) {
        Matcher number = NUMBER.matcher(said);
        String name = failure.getClass().getSimpleName();
        return failure instanceof PasswordAccessException && number.find()
                ? name + " " + number.group()
                : name;
    }

    private static boolean absent(PasswordAccessException e) {
        return e.getMessage() != null && ABSENT.matcher(e.getMessage()).find();
    }

    private record LibraryRing(Keyring keyring) implements Ring {
        @Override
        public Optional<String> get(String account) throws Exception {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, account));
            } catch (PasswordAccessException e) {
                if (absent(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        }

        @Override
        public void set(String account, String text) throws Exception {
            keyring.setPassword(SERVICE, account, text);
        }

        @Override
        public void delete(String account) throws Exception {
            try {
                keyring.deletePassword(SERVICE, account);
            } catch (PasswordAccessException e) {
                if (!absent(e)) {
                    throw e;
                }
            }
        }

        @Override
        public void close() {
            try {
                keyring.close();
            } catch (Exception e) {
                LOG.debug("the key store did not close: {}", e.getClass().getSimpleName());
            }
        }
    }
}
