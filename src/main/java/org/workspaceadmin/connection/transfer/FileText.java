package org.workspaceadmin.connection.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.workspaceadmin.connection.transfer.Unreadable.Reason;

/**
 * The text of a small file that may hold secrets: kept as characters, never as a string, and wiped.
 * UTF-8 with or without a byte order mark, and UTF-16 with one, as Windows' own tools write it.
 */
final class FileText implements AutoCloseable {
    /** Far more than any such file has. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private final char[] characters;

    private FileText(char[] characters) {
        this.characters = characters;
    }

    /** A file that could not be taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Refused(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    static FileText read(Path file) throws Refused {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refused(Reason.TOO_LARGE);
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw refused(Reason.MISSING, e);
        } catch (IOException e) {
            throw refused(Reason.NO_ACCESS, e);
        }
        try {
            return of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Refused refused(Reason reason, IOException cause) {
        Refused refused = new Refused(reason);
        refused.initCause(cause);
        return refused;
    }

    /** Reads bytes; what is no text becomes replacement characters. */
    static FileText of(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        int from = 0;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            from = 3;
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            from = 2;
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            from = 2;
        }
        CharBuffer decoded = charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        decoded.flip();
        while (decoded.hasRemaining()) {
            decoded.put('\0');
        }
        return new FileText(characters);
    }

    /** The characters themselves; they are wiped with this. */
    char[] characters() {
        return characters;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
