package org.workspaceadmin.operation.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.rules.UserNameSplit;

/** The desktops of a fleet by everything a list may name them by; compared ignoring case. */
public final class FleetIndex {
    private final Map<String, List<Desktop>> ids = new HashMap<>();
    private final Map<String, List<Desktop>> names = new HashMap<>();
    private final Map<String, List<Desktop>> addresses = new HashMap<>();
    private final Map<String, List<Desktop>> users = new HashMap<>();

    /** What a list names desktops by. */
    public enum Key {
        /** Whatever fits. */
        ANY,
        /** The desktop's name, or the host name inside its system. */
        NAME,
        /** The desktop's id. */
        ID,
        /** One of its addresses. */
        ADDRESS,
        /** Its main user or anybody attached. */
        USER
    }

    /**
     * An index.
     *
     * @param desktops the whole fleet
     */
    public FleetIndex(Collection<Desktop> desktops) {
        for (Desktop desktop : desktops) {
            put(ids, desktop.id(), desktop);
            put(names, desktop.name(), desktop);
            put(names, desktop.hostName(), desktop);
            desktop.addresses().forEach(a -> put(addresses, a, desktop));
            put(users, desktop.userName(), desktop);
            desktop.users().forEach(u -> put(users, u.name(), desktop));
        }
    }

    /**
     * Every desktop a text names, each once.
     *
     * @param text such as a name; a user also as {@code DOMAIN\name} or {@code name@domain}
     * @param key what it is
     */
    public List<Desktop> find(String text, Key key) {
        return switch (key) {
            case ID -> get(ids, text);
            case NAME -> get(names, text);
            case ADDRESS -> get(addresses, text);
            case USER -> ofUser(text);
            case ANY -> {
                Map<String, Desktop> found = new LinkedHashMap<>();
                for (Key each : List.of(Key.ID, Key.NAME, Key.ADDRESS, Key.USER)) {
                    find(text, each).forEach(d -> found.putIfAbsent(d.id(), d));
                }
                yield List.copyOf(found.values());
            }
        };
    }

    /**
     * Every desktop of a user.
     *
     * @param text the name; with a domain, only desktops whose user is known to be of that domain
     */
    public List<Desktop> ofUser(String text) {
        Optional<UserNameSplit> split = UserNameSplit.of(text);
        if (split.isEmpty()) {
            return get(users, text);
        }
        String name = split.get().name();
        String domain = fold(split.get().domain());
        return get(users, name).stream().filter(d -> inDomain(d, name, domain)).toList();
    }

    /** Which of these computer names the fleet has: the desktop's id by the name in lower case. */
    public Map<String, String> holders(Collection<String> wanted) {
        Map<String, String> holders = new HashMap<>();
        for (String name : wanted) {
            get(names, name).stream()
                    .filter(d -> d.name().equalsIgnoreCase(name))
                    .findFirst()
                    .ifPresent(d -> holders.put(fold(name), d.id()));
        }
        return holders;
    }

    /** How many desktops these users have, by the name in lower case. */
    public Map<String, Integer> counts(Collection<String> wanted) {
        Map<String, Integer> counts = new HashMap<>();
        for (String name : wanted) {
            int count = get(users, name).size();
            if (count > 0) {
                counts.put(fold(name), count);
            }
        }
        return counts;
    }

    /** A domain is told by its full name or by its first label, as Windows shows it. */
    private static boolean inDomain(Desktop desktop, String name, String domain) {
        for (AttachedUser user : desktop.users()) {
            if (user.name().equalsIgnoreCase(name) && sameDomain(user.domain(), domain)) {
                return true;
            }
        }
        return desktop.userName().equalsIgnoreCase(name) && sameDomain(desktop.domain(), domain);
    }

    private static boolean sameDomain(String known, String wanted) {
        String full = fold(known);
        return full.equals(wanted) || full.startsWith(wanted + '.');
    }

    private static void put(Map<String, List<Desktop>> map, String text, Desktop desktop) {
        if (!text.isBlank()) {
            List<Desktop> there = map.computeIfAbsent(fold(text), k -> new ArrayList<>(1));
            // one desktop is put in at a time, so only the last can be the same
            if (there.isEmpty() || !there.getLast().id().equals(desktop.id())) {
                there.add(desktop);
            }
        }
    }

    private static List<Desktop> get(Map<String, List<Desktop>> map, String text) {
        return map.getOrDefault(fold(text), List.of());
    }

    static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
