package org.workspaceadmin.journal;

import java.nio.file.Path;

/** The journal could not be opened, read or written. Says which of a few causes it was. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause reason;
    private final String file;

    /** Causes that need different advice. */
    public enum Cause {
        /** The file was written by a newer version of the program; it is left untouched. */
        NEWER_VERSION,
        /** Another process has it open. */
        IN_USE,
        /** The file or its folder cannot be read or created. */
        UNREADABLE,
        /** Writing failed, for example because the disk is full; nothing was changed. */
        WRITE_FAILED
    }

    JournalException(Cause reason, Path file, String detail, Throwable cause) {
        super(reason + " " + file + ": " + detail, cause);
        this.reason = reason;
        this.file = file.toString();
    }

    JournalException(Cause reason, Path file, String detail) {
        super(reason + " " + file + ": " + detail);
        this.reason = reason;
        this.file = file.toString();
    }

    /** Which cause. */
    public Cause reason() {
        return reason;
    }

    /** The journal's file. */
    public Path file() {
        return Path.of(file);
    }
}
