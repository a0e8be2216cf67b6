package org.workspaceadmin.connection.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret cut into texts a key store takes: Credential Manager ends at 2,560 bytes of UTF-16. The
 * first begins with a line that tells how many there are, how long the whole is and its checksum,
 * so that parts of two secrets, or half of one, never pass for a whole.
 *
 * @param slot which of the two sets of places the further parts lie in
 * @param texts at least one; cut between characters, never inside one
 */
record Parts(Slot slot, List<String> texts) {
    /** Longest text of one entry, in UTF-16 units. */
    static final int LONGEST = 1_200;

    /** Most entries of one secret; enough for 75,000 characters, five times the longest token. */
    static final int MOST = 64;

    private static final Pattern HEAD =
            Pattern.compile("WA1 ([ab]) (\\d{1,2}) (\\d{1,6}) ([0-9a-f]{32})\n");
    private static final int HEAD_ROOM = 64;

    /** The two sets of places; a new value never overwrites the parts of the present one. */
    enum Slot {
        A,
        B;

        Slot other() {
            return this == A ? B : A;
        }

        private String letter() {
            return this == A ? "a" : "b";
        }
    }

    /**
     * What the first text tells of the whole.
     *
     * @param slot where the further parts lie
     * @param count number of texts, this one included
     * @param length characters of the secret
     * @param checksum of the secret
     * @param from where the secret begins in the first text
     */
    record Head(Slot slot, int count, int length, String checksum, int from) {
        /** Reads the line, empty when the text is none of ours. */
        static Optional<Head> of(String text) {
            Matcher matcher = HEAD.matcher(text);
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            int count = Integer.parseInt(matcher.group(2));
            if (count < 1 || count > MOST) {
                return Optional.empty();
            }
            return Optional.of(
                    new Head(
                            matcher.group(1).equals("a") ? Slot.A : Slot.B,
                            count,
                            Integer.parseInt(matcher.group(3)),
                            matcher.group(4),
                            matcher.end()));
        }
    }

    /** Where a part lies; the first has the secret's own name. */
    static String account(String name, Slot slot, int number) {
        return number == 1 ? name : name + "#" + slot.letter() + number;
    }

    /**
     * Cuts a secret.
     *
     * @param secret the characters
     * @param slot for the further parts
     * @return the parts, empty when it is too long
     */
    static Optional<Parts> of(char[] secret, Slot slot) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        do {
            int room = pieces.isEmpty() ? LONGEST - HEAD_ROOM : LONGEST;
            int to = Math.min(secret.length, from + room);
            if (to < secret.length && Character.isHighSurrogate(secret[to - 1])) {
                to--;
            }
            pieces.add(new String(secret, from, to - from));
            from = to;
        } while (from < secret.length);
        if (pieces.size() > MOST) {
            return Optional.empty();
        }
        String head =
                "WA1 %s %d %d %s\n"
                        .formatted(slot.letter(), pieces.size(), secret.length, checksum(secret));
        pieces.set(0, head + pieces.getFirst());
        return Optional.of(new Parts(slot, List.copyOf(pieces)));
    }

    /**
     * Puts a secret together.
     *
     * @param head from the first text
     * @param texts all texts, the first included
     * @return the secret, which the caller wipes; empty when it is not the one the head tells of
     */
    static Optional<char[]> join(Head head, List<String> texts) {
        int length = texts.stream().mapToInt(String::length).sum() - head.from();
        if (texts.size() != head.count() || length != head.length()) {
            return Optional.empty();
        }
        char[] secret = new char[length];
        int at = 0;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int from = i == 0 ? head.from() : 0;
            text.getChars(from, text.length(), secret, at);
            at += text.length() - from;
        }
        if (!checksum(secret).equals(head.checksum())) {
            Arrays.fill(secret, '\0');
            return Optional.empty();
        }
        return Optional.of(secret);
    }

    private static String checksum(char[] secret) {
        byte[] bytes = new byte[2 * secret.length];
        for (int i = 0; i < secret.length; i++) {
            bytes[2 * i] = (byte) (secret[i] >>> 8);
            bytes[2 * i + 1] = (byte) secret[i];
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("Workspace Admin".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
