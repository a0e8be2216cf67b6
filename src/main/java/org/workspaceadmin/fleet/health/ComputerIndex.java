package org.workspaceadmin.fleet.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.ComputerReading;
import org.workspaceadmin.directory.Container;
import org.workspaceadmin.model.Desktop;

/** Computer objects by every name they lay claim to. Immutable. */
final class ComputerIndex {
    private final ComputerReading reading;
    private final Map<String, List<Computer>> byName;
    private final Map<String, Boolean> mayCreate = new HashMap<>();

    ComputerIndex(ComputerReading reading) {
        this.reading = reading;
        byName = HashMap.newHashMap(reading.computers().size());
        for (Computer each : reading.computers()) {
            for (String name : each.names()) {
                byName.merge(name, List.of(each), ComputerIndex::together);
            }
        }
        for (Container each : reading.containers()) {
            mayCreate.put(OuPath.of(each.distinguishedName()), each.mayCreate());
        }
    }

    /** When it was read. */
    Instant asOf() {
        return reading.at();
    }

    /** What was read. */
    ComputerReading reading() {
        return reading;
    }

    /** The objects that lay claim to a desktop's name, its own first; none when none does. */
    List<Computer> of(Desktop desktop) {
        List<Computer> byComputerName = named(desktop.name());
        boolean sameName = desktop.hostName().equalsIgnoreCase(desktop.name());
        if (desktop.hostName().isEmpty() || sameName) {
            return byComputerName;
        }
        // The system may have been renamed apart from the service.
        List<Computer> byHostName = named(desktop.hostName());
        return byHostName.isEmpty()
                ? byComputerName
                : byComputerName.isEmpty() ? byHostName : together(byHostName, byComputerName);
    }

    /** Whether computer objects may be created in an OU; null when there is none such. */
    @Nullable Boolean mayCreate(String ou) {
        if (ou.isEmpty()) {
            return mayCreate.get("computers");
        }
        for (Map.Entry<String, Boolean> each : mayCreate.entrySet()) {
            if (OuPath.fits(each.getKey(), ou)) {
                return each.getValue();
            }
        }
        return null;
    }

    private List<Computer> named(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        List<Computer> found = byName.getOrDefault(key, List.of());
        if (found.size() < 2 || found.getFirst().name().equalsIgnoreCase(name)) {
            return found;
        }
        List<Computer> ordered = new ArrayList<>(found);
        ordered.sort((a, b) -> rank(a, name) - rank(b, name));
        return ordered;
    }

    /** The object whose account has the name is the one the computer signs in with. */
    private static int rank(Computer computer, String name) {
        return computer.name().equalsIgnoreCase(name) ? 0 : 1;
    }

    private static List<Computer> together(List<Computer> some, List<Computer> more) {
        List<Computer> all = new ArrayList<>(some);
        for (Computer each : more) {
            if (all.stream()
                    .noneMatch(c -> c.distinguishedName().equals(each.distinguishedName()))) {
                all.add(each);
            }
        }
        return List.copyOf(all);
    }
}
