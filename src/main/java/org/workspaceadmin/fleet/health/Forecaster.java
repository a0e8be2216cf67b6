package org.workspaceadmin.fleet.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.Forecast.Code;
import org.workspaceadmin.fleet.health.Forecast.Outlook;
import org.workspaceadmin.fleet.health.Forecast.Reason;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.OsFamily;

/**
 * Foretells what a rejoin will come to: what the service will refuse, then what the directory will.
 * Pure and short.
 */
final class Forecaster {
    private final List<Reason> reasons = new ArrayList<>(3);

    private Forecaster() {}

    /**
     * A desktop's forecast.
     *
     * @param row as the fleet has it
     * @param known of the directory
     */
    static Forecast of(DesktopRow row, Known known) {
        Forecaster forecaster = new Forecaster();
        forecaster.kind(row.desktop());
        if (forecaster.reasons.isEmpty()) {
            forecaster.state(row.desktop());
            forecaster.check(row.domain());
            forecaster.directory(row.desktop(), known);
        }
        List<Reason> all = forecaster.reasons;
        all.sort(Comparator.comparing(Reason::outlook).reversed());
        return new Forecast(all.isEmpty() ? Outlook.WORKS : all.getFirst().outlook(), all);
    }

    /**
     * Only a desktop of its own with Windows can be rejoined at all (api/desktops.md section 5).
     */
    private void kind(Desktop desktop) {
        if (desktop.osFamily().is(OsFamily.LINUX) || desktop.osFamily().is(OsFamily.OTHERS)) {
            fails(Code.NOT_WINDOWS, desktop.osFamily().word());
        }
        if (desktop.type().is(DesktopType.POOLED)) {
            fails(Code.IN_POOL, desktop.poolName());
        }
        if (desktop.status().is(DesktopStatus.DELETING)) {
            fails(Code.DELETING);
        }
    }

    private void state(Desktop desktop) {
        if (desktop.busy()) {
            fails(Code.BUSY, desktop.task());
        } else if (!desktop.active() && !desktop.status().is(DesktopStatus.UNKNOWN)) {
            fails(Code.OFF, desktop.status().word());
        }
        if (desktop.frozen()) {
            fails(Code.FROZEN);
        }
        if (desktop.maintenance()) {
            fails(Code.MAINTENANCE);
        }
        if (desktop.hasSession()) {
            attention(Code.SESSION, desktop.userName());
        }
    }

    private void check(@Nullable DomainCheck check) {
        if (check == null || check.membership() == DomainMembership.UNKNOWN) {
            attention(Code.NOT_CHECKED);
            return;
        }
        if (check.membership() == DomainMembership.IN) {
            fails(Code.ALREADY_IN);
            return;
        }
        if (!check.rejoinAble()) {
            fails(Code.NOT_REJOINABLE, text(check.errorCode()), text(check.errorMessage()));
        }
        if (check.membership() == DomainMembership.NOT_REPORTED) {
            attention(Code.NOT_REPORTED);
        }
    }

    private void directory(Desktop desktop, Known known) {
        if (!Judge.isOf(desktop, known.domain())) {
            attention(Code.DIRECTORY_NOT_READ);
            return;
        }
        ComputerIndex index = known.current();
        if (index != null) {
            objects(desktop, index.of(desktop), index, known);
            return;
        }
        DirectoryProblem problem = known.problem();
        if (problem == null) {
            attention(Code.DIRECTORY_NOT_READ);
        } else if (problem.kind() == DirectoryProblem.Kind.UNREACHABLE) {
            attention(Code.NO_CONTROLLER, problem.text());
        } else {
            attention(Code.DIRECTORY_UNKNOWN, problem.kind().name(), problem.text());
        }
    }

    private void objects(
            Desktop desktop, List<Computer> objects, ComputerIndex index, Known known) {
        if (objects.isEmpty()) {
            missing(desktop, index, known);
            return;
        }
        Computer own = objects.getFirst();
        if (!own.enabled()) {
            fails(Code.OBJECT_DISABLED, own.distinguishedName());
        }
        if (Judge.ownerBlocks(own, known)) {
            fails(
                    Code.OWNER_BLOCKS_REUSE,
                    own.owner().label(),
                    known.joiner().label(),
                    own.distinguishedName());
        }
        if (objects.size() > 1) {
            reasons.add(
                    new Reason(
                            Code.DUPLICATE,
                            Outlook.ATTENTION,
                            objects.stream().map(Computer::distinguishedName).toList()));
        }
        if (Judge.inOtherOu(desktop, own)) {
            attention(Code.WRONG_OU, OuPath.written(own.parent()), OuPath.written(desktop.ou()));
        }
        Instant set = own.passwordSet();
        long days = set == null ? 0 : Duration.between(set, index.asOf()).toDays();
        if (days > Judge.VERY_OLD) {
            attention(Code.PASSWORD_STALE, Long.toString(days));
        }
    }

    /** A new object is created, where that is allowed. */
    private void missing(Desktop desktop, ComputerIndex index, Known known) {
        String ou = OuPath.written(desktop.ou());
        Boolean may = index.mayCreate(desktop.ou());
        if (may == null && !ou.isEmpty()) {
            attention(Code.OU_MISSING, ou);
        } else if (known.joinerReads() && Boolean.FALSE.equals(may)) {
            fails(Code.MAY_NOT_CREATE, ou, known.joiner().label());
        } else {
            attention(Code.OBJECT_CREATED, ou);
        }
    }

    private void fails(Code code, String... arguments) {
        reasons.add(new Reason(code, Outlook.FAILS, List.of(arguments)));
    }

    private void attention(Code code, String... arguments) {
        reasons.add(new Reason(code, Outlook.ATTENTION, List.of(arguments)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
