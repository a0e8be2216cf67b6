package org.workspaceadmin.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How an entry's hash is made, so that anybody can check an export: the SHA-256 over the entry's
 * fields in a fixed order, each written as its length in UTF-8 bytes, a colon, the bytes and a
 * comma. The first field is {@code wa-ledger-1}, the second the hash of the entry before; numbers
 * are decimal, times milliseconds since 1970 in UTC. Lengths keep one field from running into the
 * next.
 */
public final class LedgerForm {
    /** Names the form; another order or other fields get another name. */
    public static final String NAME = "wa-ledger-1";

    /** The columns after the name and the previous hash, in order. */
    static final List<String> COLUMNS =
            List.of(
                    "seq",
                    "at",
                    "kind",
                    "actor_kind",
                    "actor",
                    "host",
                    "os_user",
                    "connection_id",
                    "connection_name",
                    "operation",
                    "operation_kind",
                    "request",
                    "method",
                    "path",
                    "body",
                    "targets",
                    "target_count",
                    "reason",
                    "http_status",
                    "request_id",
                    "job_id",
                    "code",
                    "note");

    private LedgerForm() {}

    /**
     * The hash of an entry.
     *
     * @param previous hash of the entry before
     * @param fields the values of {@link #COLUMNS}
     * @return 64 hexadecimal digits, lower case
     */
    static String hash(String previous, List<String> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        add(bytes, NAME);
        add(bytes, previous);
        fields.forEach(field -> add(bytes, field));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(ByteArrayOutputStream bytes, String field) {
        byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(utf8);
        bytes.write(',');
    }
}
