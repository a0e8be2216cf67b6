package org.workspaceadmin.ui.desktops;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of selected desktops, and why it cannot be asked of these. */
enum DesktopAction {
    REJOIN,
    UPDATE_SIDS,
    REBUILD,
    CHANGE_USER,
    START,
    STOP,
    RESTART,
    HIBERNATE,
    LOG_OFF,
    NOTIFY,
    MAINTENANCE_BEGIN,
    MAINTENANCE_END,
    RENAME;

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
        SEVERAL_USERS,
        NO_SESSION,
        ALL_IN_MAINTENANCE,
        NONE_IN_MAINTENANCE
    }

    /** Its name in the message bundles. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Why the action is not possible on any of the desktops. The operation's plan looks closer and
     * leaves out single ones; this only spares the operator a dialog that could do nothing.
     *
     * @param selected what is selected, counted
     * @return the first obstacle all of them share, empty when at least one qualifies
     */
    Optional<Obstacle> obstacle(SelectionCounts selected) {
        return Optional.ofNullable(firstObstacle(selected));
    }

    private @Nullable Obstacle firstObstacle(SelectionCounts n) {
        if (n.selected == 0) {
            return Obstacle.NOTHING_SELECTED;
        }
        if (n.here == 0) {
            return Obstacle.ALL_GONE;
        }
        return switch (this) {
            case CHANGE_USER ->
                    n.users == 1 ? null : n.users == 0 ? Obstacle.NO_USER : Obstacle.SEVERAL_USERS;
            case REJOIN -> {
                if (n.windows == 0 || n.idleWindows == 0) {
                    yield n.windows == 0 ? Obstacle.NO_WINDOWS : Obstacle.ALL_BUSY;
                }
                yield n.idleWindowsOn == 0
                        ? Obstacle.NONE_RUNNING
                        : n.rejoinable == 0 ? Obstacle.ALL_IN_DOMAIN : null;
            }
            case UPDATE_SIDS ->
                    n.windows == 0
                            ? Obstacle.NO_WINDOWS
                            : n.idleWindows == 0 ? Obstacle.ALL_BUSY : null;
            case LOG_OFF, NOTIFY -> n.sessions == 0 ? Obstacle.NO_SESSION : null;
            case MAINTENANCE_BEGIN ->
                    n.inMaintenance == n.here ? Obstacle.ALL_IN_MAINTENANCE : null;
            case MAINTENANCE_END -> n.inMaintenance == 0 ? Obstacle.NONE_IN_MAINTENANCE : null;
            case REBUILD, RENAME -> n.idle == 0 ? Obstacle.ALL_BUSY : null;
            case START ->
                    n.idle == 0
                            ? Obstacle.ALL_BUSY
                            : n.idleStopped == 0 ? Obstacle.NONE_STOPPED : null;
            case STOP, RESTART, HIBERNATE ->
                    n.idle == 0 ? Obstacle.ALL_BUSY : n.idleOn == 0 ? Obstacle.NONE_RUNNING : null;
        };
    }
}
