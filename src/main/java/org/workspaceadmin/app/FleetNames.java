package org.workspaceadmin.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.KnownNames;

/** The names of an open fleet as last read; each question goes through its rows once. */
record FleetNames(Fleet fleet) implements KnownNames {
    @Override
    public Map<String, String> desktops(Collection<String> names) {
        Set<String> wanted = folded(names);
        Map<String, String> found = new HashMap<>();
        for (DesktopRow row : fleet.rows()) {
            String name = fold(row.desktop().name());
            if (wanted.contains(name)) {
                found.put(name, row.id());
            }
        }
        return found;
    }

    @Override
    public Map<String, Integer> users(Collection<String> names) {
        Set<String> wanted = folded(names);
        Map<String, Integer> found = new HashMap<>();
        for (DesktopRow row : fleet.rows()) {
            Desktop desktop = row.desktop();
            Stream.concat(
                            Stream.of(desktop.userName()),
                            desktop.users().stream().map(AttachedUser::name))
                    .map(FleetNames::fold)
                    .distinct()
                    .filter(wanted::contains)
                    .forEach(name -> found.merge(name, 1, Integer::sum));
        }
        return found;
    }

    private static Set<String> folded(Collection<String> names) {
        return names.stream().map(FleetNames::fold).collect(Collectors.toSet());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
