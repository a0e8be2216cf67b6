package org.workspaceadmin.connection.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.connection.secret.Parts.Head;
import org.workspaceadmin.connection.secret.Parts.Slot;

/**
 * Secrets in {@link Parts} on an open ring. A new value's further parts go to the slot that the
 * present one does not use, then the first text is replaced, then the old parts go: however far a
 * write or a deletion came, the old value, the new one or none is found. Parts lie without a gap
 * from number 2 on, so that leftovers are found without a list.
 */
final class PartedRing {
    private final KeyRing.Ring ring;

    PartedRing(KeyRing.Ring ring) {
        this.ring = ring;
    }

    /**
     * Keeps a secret in place of an earlier one.
     *
     * @param name its name
     * @param secret the characters
     * @return false when it is too long; nothing changed then
     * @throws Exception when the ring fails; the earlier secret stands, or none
     */
    boolean write(String name, char[] secret) throws Exception {
        Optional<Head> before = ring.get(name).flatMap(Head::of);
        Slot slot = before.map(head -> head.slot().other()).orElse(Slot.A);
        Optional<Parts> cut = Parts.of(secret, slot);
        if (cut.isEmpty()) {
            return false;
        }
        List<String> texts = cut.get().texts();
        sweep(name, slot);
        for (int number = 2; number <= texts.size(); number++) {
            ring.set(Parts.account(name, slot, number), texts.get(number - 1));
        }
        ring.set(name, texts.getFirst());
        sweep(name, slot.other());
        return true;
    }

    /**
     * Reads a secret.
     *
     * @param name its name
     * @return a copy that the caller wipes; empty when there is none, or not all of it
     * @throws Exception when the ring fails
     */
    Optional<char[]> read(String name) throws Exception {
        Optional<String> first = ring.get(name);
        Optional<Head> head = first.flatMap(Head::of);
        if (first.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        texts.add(first.get());
        for (int number = 2; number <= head.get().count(); number++) {
            Optional<String> text = ring.get(Parts.account(name, head.get().slot(), number));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Parts.join(head.get(), texts);
    }

    /**
     * Deletes a secret, leftovers of unfinished writes included.
     *
     * @param name its name
     * @throws Exception when the ring fails; the secret is not found any more once the first text
     *     went
     */
    void delete(String name) throws Exception {
        ring.delete(name);
        for (Slot slot : Slot.values()) {
            sweep(name, slot);
        }
    }

    /** Takes the parts of a slot away, the last one first, so that never a gap hides one. */
    private void sweep(String name, Slot slot) throws Exception {
        int last = 1;
        while (last < Parts.MOST && ring.get(Parts.account(name, slot, last + 1)).isPresent()) {
            last++;
        }
        for (int number = last; number >= 2; number--) {
            ring.delete(Parts.account(name, slot, number));
        }
    }
}
