package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.util.StaticUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.text.ParseException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the shapes AD keeps values in. Whatever is not of the shape is as if it were not there. */
final class AdValues {
    /** 1601 as AD's times begin, in seconds before 1970 (MS-DTYP section 2.3.3). */
    private static final long EPOCH = 11_644_473_600L;

    private static final int TICKS = 10_000_000;

    /** The head of a self-relative security descriptor (MS-DTYP section 2.4.6). */
    private static final int DESCRIPTOR_HEAD = 20;

    private AdValues() {}

    /** A text, empty when there is none. */
    static String text(SearchResultEntry entry, String name) {
        Attribute attribute = entry.getAttribute(name);
        String value = attribute == null ? null : attribute.getValue();
        return value == null ? "" : value;
    }

    /** A number, the given one when there is none. */
    static long number(SearchResultEntry entry, String name, long otherwise) {
        Long value = entry.getAttributeValueAsLong(name);
        return value == null ? otherwise : value;
    }

    /** A time counted in ticks since 1601, null when there is none or it means never. */
    static @Nullable Instant ticks(SearchResultEntry entry, String name) {
        long ticks = number(entry, name, 0);
        return ticks <= 0 || ticks == Long.MAX_VALUE
                ? null
                : Instant.ofEpochSecond(
                        ticks / TICKS - EPOCH, ticks % TICKS * (1_000_000_000 / TICKS));
    }

    /** A time written out, null when there is none. */
    static @Nullable Instant time(SearchResultEntry entry, String name) {
        String text = text(entry, name);
        try {
            return text.isEmpty() ? null : StaticUtils.decodeGeneralizedTime(text).toInstant();
        } catch (ParseException e) {
            return null;
        }
    }

    /** A security identifier, empty when there is none. */
    static String sid(SearchResultEntry entry, String name) {
        byte[] bytes = entry.getAttributeValueBytes(name);
        return bytes == null ? "" : Sid.text(bytes);
    }

    /** The owner in a security descriptor, empty when there is none. */
    static String owner(SearchResultEntry entry) {
        byte[] bytes = entry.getAttributeValueBytes("nTSecurityDescriptor");
        if (bytes == null || bytes.length < DESCRIPTOR_HEAD) {
            return "";
        }
        int at = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        if (at < DESCRIPTOR_HEAD || at > bytes.length - 2) {
            return "";
        }
        int length = 8 + 4 * (bytes[at + 1] & 0xFF);
        if (length > bytes.length - at) {
            return "";
        }
        byte[] sid = new byte[length];
        System.arraycopy(bytes, at, sid, 0, length);
        return Sid.text(sid);
    }
}
