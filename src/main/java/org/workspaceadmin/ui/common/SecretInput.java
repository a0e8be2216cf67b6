package org.workspaceadmin.ui.common;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.workspaceadmin.model.Secret;

/**
 * A secret while it is typed: characters that can be overwritten, never a property that keeps
 * texts. The text control in front of it makes texts of its own while it is drawn; {@link #wipe()}
 * empties that as well.
 */
public final class SecretInput {
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
    private char[] characters = {};
    private Runnable replaced = () -> {};

    /** How long it is; changes of the same length are told too. */
    public ReadOnlyIntegerProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /** Whether nothing is typed. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** Whether it holds nothing but white space. */
    public boolean isBlank() {
        for (char c : characters) {
            if (!Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }

    /** The operator typed; the control already shows it. */
    public void typed(CharSequence text) {
        char[] fresh = new char[text.length()];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = text.charAt(i);
        }
        take(fresh);
    }

    /** Puts something else in; the control shows it. */
    public void put(Secret secret) {
        take(secret.reveal());
        replaced.run();
    }

    /** A copy without the blanks that come along with copying, for keys, tokens and codes. */
    public Secret stripped() {
        int from = 0;
        int to = characters.length;
        while (from < to && Character.isWhitespace(characters[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(characters[to - 1])) {
            to--;
        }
        char[] copy = Arrays.copyOfRange(characters, from, to);
        try {
            return Secret.of(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** A copy exactly as typed: a password may begin or end with a blank. */
    public Secret exact() {
        return Secret.of(characters);
    }

    /** Overwrites and forgets it, in the control too. */
    public void wipe() {
        take(new char[0]);
        replaced.run();
    }

    /** The control that shows it hears when something else was put in. */
    public void onReplaced(Runnable action) {
        replaced = action;
    }

    private void take(char[] fresh) {
        Arrays.fill(characters, '\0');
        characters = fresh;
        if (length.get() == fresh.length) {
            length.set(-1); // so that a change of the same length is heard
        }
        length.set(fresh.length);
    }
}
