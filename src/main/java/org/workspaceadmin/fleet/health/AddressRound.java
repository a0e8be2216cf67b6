package org.workspaceadmin.fleet.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.fleet.DesktopRow;

/** Asks the domain's DNS for the addresses of running desktops. Blocks. */
final class AddressRound {
    /** Names asked in one order, after which what changed is told. */
    private static final int CHUNK = 1_000;

    private final CompanyDirectory directory;
    private final DirectoryAccess access;
    private final Known known;
    private final ComputerIndex index;

    AddressRound(
            CompanyDirectory directory, DirectoryAccess access, Known known, ComputerIndex index) {
        this.directory = directory;
        this.access = access;
        this.known = known;
        this.index = index;
    }

    /**
     * Asks.
     *
     * @param rows the fleet
     * @param again also for names that were answered already
     * @param touched hears of rows for which DNS said something else than before
     * @return whether the servers answered; true also when there was nothing to ask
     */
    boolean run(List<DesktopRow> rows, boolean again, Consumer<List<DesktopRow>> touched) {
        Map<String, List<DesktopRow>> byHost = new HashMap<>();
        for (DesktopRow row : rows) {
            String host = Judge.questionFor(row, known, index);
            if (host != null && (again || !known.addresses().containsKey(host))) {
                byHost.computeIfAbsent(host, h -> new ArrayList<>(1)).add(row);
            }
        }
        List<String> hosts = List.copyOf(byHost.keySet());
        for (int from = 0; from < hosts.size(); from += CHUNK) {
            List<String> chunk = hosts.subList(from, Math.min(from + CHUNK, hosts.size()));
            Map<String, Set<String>> answers = directory.addresses(access, chunk).await();
            List<DesktopRow> changed = new ArrayList<>();
            for (String host : chunk) {
                Set<String> now = answers.get(host);
                Set<String> before =
                        now == null
                                ? known.addresses().remove(host)
                                : known.addresses().put(host, now);
                if (now == null ? before != null : !now.equals(before)) {
                    changed.addAll(byHost.getOrDefault(host, List.of()));
                }
            }
            touched.accept(changed);
            if (answers.isEmpty()) {
                touched.accept(forgetOld(new HashSet<>(hosts), byHost));
                return false;
            }
        }
        return true;
    }

    /** Answers of before are worth nothing once the servers are silent. */
    private List<DesktopRow> forgetOld(Set<String> hosts, Map<String, List<DesktopRow>> byHost) {
        List<DesktopRow> changed = new ArrayList<>();
        for (String host : hosts) {
            if (known.addresses().remove(host) != null) {
                changed.addAll(byHost.getOrDefault(host, List.of()));
            }
        }
        return changed;
    }
}
