package org.workspaceadmin.crash;

import java.util.List;

/**
 * One operation that is under way when the program is killed.
 *
 * @param name the first of its desktops, which names it
 * @param errand what is done
 * @param word the errand's word
 * @param desktopIds desktops nobody else uses
 */
record Mission(String name, Errand errand, String word, List<String> desktopIds) {
    static Mission of(Errand errand, String word, List<String> desktopIds) {
        return new Mission(desktopIds.getFirst(), errand, word, List.copyOf(desktopIds));
    }

    static Mission of(String line) {
        String[] parts = line.split("\t", -1);
        return of(Errand.valueOf(parts[0]), parts[1], List.of(parts[2].split(",")));
    }

    String line() {
        return errand + "\t" + word + "\t" + String.join(",", desktopIds);
    }

    /** What its request, and no other one, has in its path or body. */
    String mark() {
        return errand == Errand.CHANGE_USER_NAME ? word + "\"" : name;
    }
}
