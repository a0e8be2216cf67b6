package org.workspaceadmin.cloud;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Shares equal texts of a fleet (departments, images, packages, networks), so that 50,000 desktops
 * stay small. A fixed table that forgets on collision: nothing to clean up, nothing to lock.
 */
final class StringPool {
    private static final int SIZE = 1 << 15;

    private final AtomicReferenceArray<String> seen = new AtomicReferenceArray<>(SIZE);

    /** The shared copy of a text. */
    String share(String text) {
        if (text.isEmpty()) {
            return "";
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
        String known = seen.getPlain(slot);
        if (text.equals(known)) {
            return known;
        }
        seen.setRelease(slot, text);
        return text;
    }

    /** The shared copy of a text that is not a string yet. */
    String share(char[] characters, int offset, int length) {
        if (length == 0) {
            return "";
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
        String known = seen.getPlain(slot);
        if (known != null && same(known, characters, offset, length)) {
            return known;
        }
        String text = new String(characters, offset, length);
        seen.setRelease(slot, text);
        return text;
    }

    private static boolean same(String text, char[] characters, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
