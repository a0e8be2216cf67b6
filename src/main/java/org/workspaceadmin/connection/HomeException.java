package org.workspaceadmin.connection;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The program's folder cannot be used. */
public final class HomeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String folder;

    HomeException(Reason reason, Path folder, @Nullable IOException cause) {
        super(reason + " " + folder, cause);
        this.reason = reason;
        this.folder = folder.toString();
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** Which folder. */
    public String folder() {
        return folder;
    }

    /** What can be wrong; the message bundles hold {@code home.fault.<reason>}. */
    public enum Reason {
        /** A file stands in its place. */
        NOT_A_FOLDER,
        /** It does not exist and cannot be created. */
        CANNOT_CREATE,
        /** It exists, but no file can be created in it. */
        NOT_WRITABLE
    }
}
