package org.workspaceadmin.ui.desktops;

import java.util.List;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Term;

/** The selected desktops by what matters to the actions, counted in one pass. */
final class SelectionCounts {
    int selected;

    /** Still listed by the service; all other counts are of these. */
    int here;

    /** With somebody signed in, connected or not, as far as is known. */
    int sessions;

    int inMaintenance;
    int windows;
    int idle;
    int idleOn;
    int idleStopped;
    int idleWindows;
    int idleWindowsOn;

    /** Idle, Windows, on, and not known to be in the domain. */
    int rejoinable;

    /** Different user names: none, one, or 2 for more. */
    int users;

    private String user = "";

    private SelectionCounts() {}

    /**
     * Counts.
     *
     * @param items what is selected
     */
    static SelectionCounts of(List<DesktopItem> items) {
        SelectionCounts counts = new SelectionCounts();
        for (DesktopItem item : items) {
            counts.add(item.facts());
        }
        return counts;
    }

    private void add(DesktopFacts facts) {
        selected++;
        if (facts.gone()) {
            return;
        }
        here++;
        Term<LoginState> login = facts.desktop().loginState();
        boolean nobody = login.is(LoginState.REGISTERED) || login.is(LoginState.UNREGISTER);
        sessions += one(!nobody);
        inMaintenance += one(facts.desktop().maintenance());
        countUser(facts.desktop().userName());
        boolean isWindows = facts.osFamily() == OsFamily.WINDOWS;
        windows += one(isWindows);
        if (facts.desktop().busy()) {
            return;
        }
        boolean on = facts.status() == DesktopStatus.ACTIVE;
        boolean stopped =
                facts.status() == DesktopStatus.SHUTOFF
                        || facts.status() == DesktopStatus.HIBERNATED;
        idle++;
        idleOn += one(on);
        idleStopped += one(stopped);
        idleWindows += one(isWindows);
        idleWindowsOn += one(isWindows && on);
        rejoinable += one(isWindows && on && facts.reported() != DomainState.IN);
    }

    private void countUser(String name) {
        if (users < 2 && !name.isEmpty() && !name.equalsIgnoreCase(user)) {
            user = name;
            users++;
        }
    }

    private static int one(boolean holds) {
        return holds ? 1 : 0;
    }
}
