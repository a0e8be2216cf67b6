package org.workspaceadmin.connection.secret;

/**
 * What is known of a secret store.
 *
 * @param store which one
 * @param kind whether it keeps secrets
 * @param reason a few technical words that tell why not, without secrets; empty when ready
 */
public record StoreState(Store store, Kind kind, String reason) {
    /** The stores there are. */
    public enum Store {
        /** Windows Credential Manager. */
        CREDENTIAL_MANAGER,
        /** macOS Keychain. */
        KEYCHAIN,
        /** Secret Service over D-Bus: GNOME keyring, KDE wallet and others. */
        SECRET_SERVICE,
        /** This program's memory. */
        MEMORY
    }

    /** Whether a store keeps secrets. */
    public enum Kind {
        /** Nobody asked it yet. */
        UNTRIED,
        /** It does. */
        READY,
        /** It would, once its owner unlocks it. */
        LOCKED,
        /** There is none on this system. */
        MISSING,
        /** It did not answer in time. */
        NOT_ANSWERING,
        /** It answered, but does not keep what it is given. */
        FAILED
    }

    /**
     * Before anything is known.
     *
     * @param store which one
     */
    public static StoreState untried(Store store) {
        return new StoreState(store, Kind.UNTRIED, "");
    }

    /**
     * A store that works.
     *
     * @param store which one
     */
    public static StoreState ready(Store store) {
        return new StoreState(store, Kind.READY, "");
    }

    /** Whether it keeps secrets now. */
    public boolean isReady() {
        return kind == Kind.READY;
    }
}
