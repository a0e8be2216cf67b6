package org.workspaceadmin.simulator.http;

import java.nio.charset.StandardCharsets;

/** Bytes of a body; whoever holds them leaves them unchanged. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    /**
     * Wraps bytes.
     *
     * @param content not to be changed any more
     */
    public Bytes(byte[] content) {
        this.content = content;
    }

    /**
     * The bytes themselves.
     *
     * @return not to be changed
     */
    public byte[] array() {
        return content;
    }

    /**
     * How many.
     *
     * @return the length
     */
    public int size() {
        return content.length;
    }

    /**
     * As text.
     *
     * @return read as UTF-8
     */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
