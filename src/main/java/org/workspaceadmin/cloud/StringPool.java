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
}
