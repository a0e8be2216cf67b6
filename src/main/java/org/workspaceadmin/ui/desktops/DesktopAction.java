package org.workspaceadmin.ui.desktops;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.OsFamily;

/** What can be asked of selected desktops, and why it cannot be asked of these. */
enum DesktopAction {
    REJOIN,
    UPDATE_SIDS,
    REBUILD,
    CHANGE_USER,
    START,
    STOP,
    RESTART,
    HIBERNATE;

    /** Why an action makes no sense; the message bundles hold {@code desktops.why.<key>}. */
    enum Obstacle {
        NOTHING_SELECTED,
        ALL_GONE,
        NO_WINDOWS,
        ALL_BUSY,
        NONE_RUNNING,
        NONE_STOPPED,
        ALL_IN_DOMAIN,
        NO_USER,
        SEVERAL_USERS
    }

    /** Its name in the message bundles. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Why the action is not possible on any of the desktops. The operation's plan looks closer and
     * leaves out single ones; this only spares the operator a dialog that could do nothing.
     *
     * @param selected the desktops selected
     * @return the first obstacle all of them share, empty when at least one qualifies
     */
    Optional<Obstacle> obstacle(List<DesktopFacts> selected) {
        if (selected.isEmpty()) {
            return Optional.of(Obstacle.NOTHING_SELECTED);
        }
        List<DesktopFacts> here = selected.stream().filter(f -> !f.gone()).toList();
        if (here.isEmpty()) {
            return Optional.of(Obstacle.ALL_GONE);
        }
        if (this == CHANGE_USER) {
            return userObstacle(here);
        }
        List<DesktopFacts> idle = here.stream().filter(f -> !f.desktop().busy()).toList();
        if (this == REJOIN || this == UPDATE_SIDS) {
            if (none(here, f -> f.osFamily() == OsFamily.WINDOWS)) {
                return Optional.of(Obstacle.NO_WINDOWS);
            }
            idle = idle.stream().filter(f -> f.osFamily() == OsFamily.WINDOWS).toList();
        }
        if (idle.isEmpty()) {
            return Optional.of(Obstacle.ALL_BUSY);
        }
        return switch (this) {
            case REJOIN ->
                    none(idle, f -> f.desktop().active())
                            ? Optional.of(Obstacle.NONE_RUNNING)
                            : none(idle, f -> f.desktop().active() && f.domain() != DomainState.IN)
                                    ? Optional.of(Obstacle.ALL_IN_DOMAIN)
                                    : Optional.empty();
            case START ->
                    none(idle, DesktopAction::stopped)
                            ? Optional.of(Obstacle.NONE_STOPPED)
                            : Optional.empty();
            case STOP, RESTART, HIBERNATE ->
                    none(idle, f -> f.desktop().active())
                            ? Optional.of(Obstacle.NONE_RUNNING)
                            : Optional.empty();
            case UPDATE_SIDS, REBUILD, CHANGE_USER -> Optional.empty();
        };
    }

    private static Optional<Obstacle> userObstacle(List<DesktopFacts> here) {
        long users =
                here.stream()
                        .map(f -> f.desktop().userName())
                        .filter(name -> !name.isEmpty())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .limit(2)
                        .count();
        return users == 1
                ? Optional.empty()
                : Optional.of(users == 0 ? Obstacle.NO_USER : Obstacle.SEVERAL_USERS);
    }

    private static boolean stopped(DesktopFacts f) {
        return f.status() == DesktopStatus.SHUTOFF || f.status() == DesktopStatus.HIBERNATED;
    }

    private static boolean none(List<DesktopFacts> facts, Predicate<DesktopFacts> what) {
        return facts.stream().noneMatch(what);
    }
}
