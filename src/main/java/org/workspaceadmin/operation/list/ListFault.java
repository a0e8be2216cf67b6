package org.workspaceadmin.operation.list;

/** Why a list cannot be used; the message bundles hold {@code list.fault.<name>}. */
public final class ListFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int line;

    /** The kinds. */
    public enum Kind {
        /** More bytes than any list has. */
        TOO_LARGE,
        /** More rows than the program takes. */
        TOO_MANY_ROWS,
        /** No text in any encoding it could be in. */
        NOT_TEXT,
        /** A quote is opened and not closed, or text follows a closed one. */
        QUOTES,
        /** Nothing but blank lines and comments. */
        EMPTY
    }

    ListFault(Kind kind, int line) {
        super(kind + " line " + line);
        this.kind = kind;
        this.line = line;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Where, from 1; 0 where no line is to blame. */
    public int line() {
        return line;
    }
}
