package org.workspaceadmin.operation.list;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a list file. A byte order mark decides; without one, UTF-16 is known by its zero
 * bytes, UTF-8 by being well-formed, and GB18030, which Chinese spreadsheets write, is what is
 * left. A text that fits none is refused rather than shown with wrong characters.
 *
 * @param text without byte order mark
 * @param charset what it was read as
 */
public record ListText(String text, Charset charset) {
    /** Far more than 50,000 rows have. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** How much of a file without mark is looked at for zero bytes. */
    private static final int SAMPLE = 4096;

    /** What a file in an encoding may begin with, one character for each byte. */
    private record Mark(Charset charset, String bytes) {}

    private static final List<Mark> MARKS =
            List.of(
                    new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
                    new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
                    new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
                    new Mark(GB18030, "\u00841\u00953"));

    /**
     * Reads the bytes of a file.
     *
     * @param bytes all of them
     * @return the text
     * @throws ListFault TOO_LARGE or NOT_TEXT
     */
    public static ListText of(byte[] bytes) throws ListFault {
        if (bytes.length > MOST_BYTES) {
            throw new ListFault(ListFault.Kind.TOO_LARGE, 0);
        }
        for (Mark mark : MARKS) {
            if (begins(bytes, mark.bytes())) {
                return decoded(bytes, mark.bytes().length(), List.of(mark.charset()));
            }
        }
        int[] zeros = zeros(bytes);
        if (zeros[0] + zeros[1] > 0) {
            // Letters, digits and separators leave a zero at the side of the higher byte; the few
            // characters with a zero at the other side do not outnumber them.
            return decoded(
                    bytes,
                    0,
                    zeros[1] >= zeros[0]
                            ? List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                            : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE));
        }
        return decoded(bytes, 0, List.of(StandardCharsets.UTF_8, GB18030));
    }

    private static ListText decoded(byte[] bytes, int skip, List<Charset> candidates)
            throws ListFault {
        for (Charset charset : candidates) {
            String text = decoded(bytes, skip, charset);
            if (text != null && text.indexOf('\0') < 0) {
                return new ListText(text, charset);
            }
        }
        throw new ListFault(ListFault.Kind.NOT_TEXT, 0);
    }

    private static @Nullable String decoded(byte[] bytes, int skip, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Zero bytes at even and at odd places. */
    private static int[] zeros(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean begins(byte[] bytes, String mark) {
        if (bytes.length < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (bytes[i] != (byte) mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
