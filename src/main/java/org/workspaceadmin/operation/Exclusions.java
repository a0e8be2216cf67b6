package org.workspaceadmin.operation;

import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.operation.Plan.Exclusion;
import org.workspaceadmin.operation.Plan.Reason;

/**
 * Why an operation leaves a desktop out. Only what the service is known to refuse, or what would be
 * pointless or dangerous, is left out; where a fact is not known the service decides. One reason
 * per desktop: the one that is hardest to change comes first.
 */
final class Exclusions {
    private Exclusions() {}

    /** The reason, null when the operation may act on the desktop. */
    static @Nullable Exclusion of(Draft draft, Desktop desktop, Way way, PlanContext context) {
        if (desktop.status().is(DesktopStatus.DELETING)) {
            return exclusion(desktop, Reason.DELETING, "");
        }
        Exclusion own =
                switch (draft) {
                    case Draft.Rejoin ignored -> rejoin(desktop, context);
                    case Draft.UpdateSids ignored -> unfit(desktop);
                    case Draft.Power power -> power(desktop, power.action());
                    case Draft.Rebuild ignored -> null;
                    // Names users, not desktops: the service changes them all.
                    case Draft.ChangeUserName ignored -> null;
                    case Draft.ChangeUserNames ignored -> null;
                    case Draft.LogOff ignored -> nobodyThere(desktop);
                    case Draft.Notify ignored -> nobodyThere(desktop);
                    case Draft.Maintenance mode -> maintenance(desktop, mode.on());
                    // Whose name stays as it is, the plan knows by its row.
                    case Draft.Rename ignored -> null;
                    case Draft.OfService ignored -> null;
                };
        if (own != null) {
            return own;
        }
        if (desktop.frozen()) {
            return exclusion(desktop, Reason.FROZEN, "");
        }
        if (desktop.maintenance() && !way.maintenance() && disturbsWork(draft)) {
            return exclusion(desktop, Reason.MAINTENANCE, "");
        }
        String open = context.openOperation().apply(desktop.id());
        if (open != null) {
            return exclusion(desktop, Reason.IN_OPEN_OPERATION, open);
        }
        String elsewhere = context.elsewhere().apply(desktop.id());
        if (elsewhere != null) {
            return exclusion(desktop, Reason.STARTED_ELSEWHERE, elsewhere);
        }
        // The service answers 409 while another task runs (api/desktops.md section 5). A message
        // and the maintenance mark are no tasks.
        boolean task = !(draft instanceof Draft.Notify || draft instanceof Draft.Maintenance);
        return task && desktop.busy() ? exclusion(desktop, Reason.BUSY, desktop.task()) : null;
    }

    /** Whether it gets in the way of whoever put a desktop into maintenance. */
    private static boolean disturbsWork(Draft draft) {
        return draft instanceof Draft.Rejoin
                || draft instanceof Draft.UpdateSids
                || draft instanceof Draft.Rebuild
                || draft instanceof Draft.Power;
    }

    /** Nobody can read a message on a desktop that is off or that nobody is signed in to. */
    private static @Nullable Exclusion nobodyThere(Desktop desktop) {
        boolean off =
                desktop.status().is(DesktopStatus.SHUTOFF)
                        || desktop.status().is(DesktopStatus.HIBERNATED);
        if (off) {
            return exclusion(desktop, Reason.NOT_RUNNING, desktop.status().word());
        }
        boolean nobody =
                desktop.loginState().is(LoginState.REGISTERED)
                        || desktop.loginState().is(LoginState.UNREGISTER);
        return nobody ? exclusion(desktop, Reason.NO_SESSION, desktop.loginState().word()) : null;
    }

    private static @Nullable Exclusion maintenance(Desktop desktop, boolean on) {
        if (desktop.maintenance() != on) {
            return null;
        }
        return exclusion(desktop, on ? Reason.MAINTENANCE : Reason.NOT_IN_MAINTENANCE, "");
    }

    private static @Nullable Exclusion rejoin(Desktop desktop, PlanContext context) {
        Exclusion kind = unfit(desktop);
        if (kind != null) {
            return kind;
        }
        DomainCheck check = context.domain().apply(desktop.id());
        if (check != null && check.membership() == DomainMembership.IN) {
            return exclusion(desktop, Reason.IN_DOMAIN, "");
        }
        // A desktop that is starting is busy, not off; one with an unknown word may be running.
        boolean off =
                desktop.status().is(DesktopStatus.SHUTOFF)
                        || desktop.status().is(DesktopStatus.HIBERNATED)
                        || desktop.status().is(DesktopStatus.ERROR);
        if (off && !desktop.busy()) {
            return exclusion(desktop, Reason.NOT_RUNNING, desktop.status().word());
        }
        if (check != null && !check.rejoinAble()) {
            String message = check.errorMessage();
            String code = check.errorCode();
            String why = message != null ? message : code != null ? code : "";
            return exclusion(desktop, Reason.NOT_REJOINABLE, why);
        }
        return null;
    }

    /**
     * A desktop of a pool belongs to the pool; one of them in a batch makes the service refuse all
     * of it (409 for a rejoin, 412 for SIDs).
     */
    private static @Nullable Exclusion unfit(Desktop desktop) {
        Exclusion family = notWindows(desktop);
        if (family != null) {
            return family;
        }
        return desktop.type().is(DesktopType.POOLED)
                ? exclusion(desktop, Reason.NOT_DEDICATED, desktop.type().word())
                : null;
    }

    /** Only what is known to be something else: a desktop that does not say goes to the service. */
    private static @Nullable Exclusion notWindows(Desktop desktop) {
        boolean other =
                desktop.osFamily().is(OsFamily.LINUX) || desktop.osFamily().is(OsFamily.OTHERS);
        return other ? exclusion(desktop, Reason.NOT_WINDOWS, desktop.osFamily().word()) : null;
    }

    private static @Nullable Exclusion power(Desktop desktop, Draft.PowerAction action) {
        if (desktop.busy()) {
            return exclusion(desktop, Reason.BUSY, desktop.task());
        }
        DesktopStatus status = desktop.status().known();
        String word = desktop.status().word();
        boolean down = status == DesktopStatus.SHUTOFF || status == DesktopStatus.HIBERNATED;
        return switch (action) {
            case START ->
                    status == DesktopStatus.ACTIVE
                            ? exclusion(desktop, Reason.ALREADY_SO, word)
                            : null;
            case STOP ->
                    status == DesktopStatus.SHUTOFF
                            ? exclusion(desktop, Reason.ALREADY_SO, word)
                            : down ? exclusion(desktop, Reason.NOT_RUNNING, word) : null;
            case RESTART -> down ? exclusion(desktop, Reason.NOT_RUNNING, word) : null;
            case HIBERNATE ->
                    status == DesktopStatus.HIBERNATED
                            ? exclusion(desktop, Reason.ALREADY_SO, word)
                            : down ? exclusion(desktop, Reason.NOT_RUNNING, word) : null;
        };
    }

    private static Exclusion exclusion(Desktop desktop, Reason reason, String detail) {
        return new Exclusion(Target.of(desktop), reason, detail);
    }
}
