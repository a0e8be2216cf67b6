package org.workspaceadmin.fleet.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.LoginState;

/** Joins what the service says of a desktop with what the directory says. Pure and short. */
final class Judge {
    /** A computer changes its password every 30 days by default. */
    static final int OLD = 30;

    /** After two missed changes it has been away, or cannot reach the domain. */
    static final int VERY_OLD = 60;

    /** A desktop's object is made with it; one made this much later was made anew. */
    private static final Duration MADE_WITH_IT = Duration.ofDays(1);

    /** Of two findings as grave, the one that explains the other comes first. */
    private static final List<HealthWord> ORDER =
            List.of(
                    HealthWord.OBJECT_MISSING,
                    HealthWord.OBJECT_DISABLED,
                    HealthWord.DUPLICATE,
                    HealthWord.OUT_OF_DOMAIN,
                    HealthWord.PASSWORD_STALE,
                    HealthWord.WRONG_OU,
                    HealthWord.DNS_MISMATCH,
                    HealthWord.NOT_REPORTED,
                    HealthWord.UNKNOWN,
                    HealthWord.IN_DOMAIN,
                    HealthWord.NOT_APPLICABLE);

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity)
                    .reversed()
                    .thenComparingInt(f -> ORDER.indexOf(f.word()));

    private Judge() {}

    /**
     * A desktop's health.
     *
     * @param row as the fleet has it
     * @param known of the directory
     */
    static DomainHealth of(DesktopRow row, Known known) {
        Desktop desktop = row.desktop();
        if (!row.domainApplies()) {
            return health(
                    Finding.of(
                            HealthWord.NOT_APPLICABLE,
                            Severity.GOOD,
                            Cause.NOT_WINDOWS,
                            desktop.osFamily().word()));
        }
        List<Finding> findings = new ArrayList<>(3);
        ComputerIndex index = isOf(desktop, known.domain()) ? known.current() : null;
        List<Computer> objects = index == null ? List.of() : index.of(desktop);
        Computer own = objects.isEmpty() ? null : objects.getFirst();
        findings.add(reported(row, own, known));
        Instant unknownSince = null;
        if (index != null) {
            directory(desktop, objects, index, known, findings);
        } else if (known.unknownSince() != null && isOf(desktop, known.domain())) {
            unknownSince = known.unknownSince();
            findings.add(unreadable(known.problem()));
        }
        if (findings.size() > 1) {
            findings.sort(WORST_FIRST);
        }
        return new DomainHealth(
                findings.getFirst().word(),
                findings,
                suggestion(desktop, findings, own, known),
                own == null ? "" : own.owner().label(),
                findings.getFirst().severity() == Severity.BAD,
                index == null ? null : index.asOf(),
                unknownSince);
    }

    private static DomainHealth health(Finding only) {
        return new DomainHealth(only.word(), List.of(only), Suggestion.NONE, "", false, null, null);
    }

    /** A desktop of another domain is none of this directory's business. */
    static boolean isOf(Desktop desktop, String domain) {
        boolean fullName = desktop.domain().indexOf('.') >= 0;
        return !domain.isEmpty() && (!fullName || desktop.domain().equalsIgnoreCase(domain));
    }

    /** Whether reuse of an object is refused to who joins (KB5020276). */
    static boolean ownerBlocks(Computer object, Known known) {
        boolean his =
                object.owner().sid().equals(known.joiner().sid())
                        || object.creator().sid().equals(known.joiner().sid());
        return object.owner().known()
                && known.joiner().known()
                && !object.owner().administrator()
                && !his;
    }

    private static Finding unreadable(@Nullable DirectoryProblem problem) {
        return problem == null
                ? Finding.of(HealthWord.UNKNOWN, Severity.UNKNOWN, Cause.DIRECTORY_UNKNOWN)
                : Finding.of(
                        HealthWord.UNKNOWN,
                        Severity.UNKNOWN,
                        Cause.DIRECTORY_UNKNOWN,
                        problem.kind().name(),
                        problem.text(),
                        problem.controller());
    }

    /** The service's part. */
    private static Finding reported(DesktopRow row, @Nullable Computer own, Known known) {
        DomainCheck check = row.domain();
        if (check == null) {
            return Finding.of(HealthWord.UNKNOWN, Severity.UNKNOWN, Cause.NOT_ASKED);
        }
        return switch (check.membership()) {
            case IN ->
                    Finding.of(
                            HealthWord.IN_DOMAIN,
                            Severity.GOOD,
                            Cause.REPORTED_IN,
                            check.at().toString());
            case OUT -> out(row.desktop(), check, own, known);
            case NOT_REPORTED -> silent(row.desktop());
            case UNKNOWN -> Finding.of(HealthWord.UNKNOWN, Severity.UNKNOWN, Cause.UNKNOWN_ANSWER);
        };
    }

    private static Finding out(
            Desktop desktop, DomainCheck check, @Nullable Computer own, Known known) {
        if (own != null) {
            String before = known.replaced().get(own.name().toLowerCase(Locale.ROOT));
            if (before != null) {
                return Finding.of(
                        HealthWord.OUT_OF_DOMAIN,
                        Severity.BAD,
                        Cause.SID_CHANGED,
                        before,
                        own.sid());
            }
            if (madeAnew(desktop, own)) {
                return Finding.of(
                        HealthWord.OUT_OF_DOMAIN,
                        Severity.BAD,
                        Cause.OBJECT_REPLACED,
                        String.valueOf(own.created()));
            }
        }
        return Finding.of(
                HealthWord.OUT_OF_DOMAIN, Severity.BAD, Cause.REPORTED_OUT, check.at().toString());
    }

    /** Whether an object cannot be the one the desktop was joined with first. */
    private static boolean madeAnew(Desktop desktop, Computer own) {
        Instant desktopMade = desktop.created();
        Instant objectMade = own.created();
        return desktopMade != null
                && objectMade != null
                && objectMade.isAfter(desktopMade.plus(MADE_WITH_IT));
    }

    private static Finding silent(Desktop desktop) {
        if (!desktop.active()) {
            return Finding.of(
                    HealthWord.NOT_REPORTED,
                    Severity.ATTENTION,
                    Cause.OFF,
                    desktop.status().word());
        }
        return Finding.of(
                HealthWord.NOT_REPORTED,
                Severity.ATTENTION,
                desktop.loginState().is(LoginState.UNREGISTER)
                        ? Cause.AGENT_SILENT
                        : Cause.NOT_SAID);
    }

    /** The directory's part. */
    private static void directory(
            Desktop desktop,
            List<Computer> objects,
            ComputerIndex index,
            Known known,
            List<Finding> findings) {
        if (objects.isEmpty()) {
            findings.add(
                    Finding.of(
                            HealthWord.OBJECT_MISSING,
                            Severity.BAD,
                            Cause.NO_OBJECT,
                            desktop.name(),
                            known.domain()));
            return;
        }
        Computer own = objects.getFirst();
        if (objects.size() > 1) {
            findings.add(
                    new Finding(
                            HealthWord.DUPLICATE,
                            Severity.BAD,
                            Cause.SEVERAL_OBJECTS,
                            objects.stream().map(Computer::distinguishedName).toList()));
        }
        if (!own.enabled()) {
            findings.add(
                    Finding.of(
                            HealthWord.OBJECT_DISABLED,
                            Severity.BAD,
                            Cause.DISABLED,
                            own.distinguishedName()));
        }
        Instant set = own.passwordSet();
        long days = set == null ? 0 : Duration.between(set, index.asOf()).toDays();
        if (set != null && days > OLD) {
            findings.add(
                    Finding.of(
                            HealthWord.PASSWORD_STALE,
                            days > VERY_OLD ? Severity.BAD : Severity.ATTENTION,
                            days > VERY_OLD ? Cause.PASSWORD_VERY_OLD : Cause.PASSWORD_OLD,
                            Long.toString(days),
                            set.toString()));
        }
        if (inOtherOu(desktop, own)) {
            findings.add(
                    Finding.of(
                            HealthWord.WRONG_OU,
                            Severity.ATTENTION,
                            Cause.OTHER_OU,
                            OuPath.written(own.parent()),
                            OuPath.written(desktop.ou())));
        }
        dns(desktop, own, known, findings);
    }

    /** Whether an object is elsewhere than the desktop was created for; unknown means no. */
    static boolean inOtherOu(Desktop desktop, Computer own) {
        return !desktop.ou().isEmpty() && !OuPath.fits(OuPath.of(own.parent()), desktop.ou());
    }

    private static void dns(Desktop desktop, Computer own, Known known, List<Finding> findings) {
        List<String> addresses = addresses(desktop);
        if (!desktop.active() || addresses.isEmpty()) {
            return;
        }
        String host = hostName(desktop, own, known.domain());
        Set<String> records = known.addresses().get(host);
        if (records == null) {
            return;
        }
        if (records.isEmpty()) {
            findings.add(
                    Finding.of(
                            HealthWord.DNS_MISMATCH, Severity.ATTENTION, Cause.NO_ADDRESS, host));
        } else if (Collections.disjoint(records, addresses)) {
            findings.add(
                    Finding.of(
                            HealthWord.DNS_MISMATCH,
                            Severity.ATTENTION,
                            Cause.OTHER_ADDRESS,
                            host,
                            String.join(", ", records.stream().sorted().toList()),
                            String.join(", ", addresses)));
        }
    }

    /** What the directory says of a desktop, unjudged. */
    static DirectoryFacts facts(DesktopRow row, Known known) {
        Desktop desktop = row.desktop();
        ComputerIndex index =
                row.domainApplies() && isOf(desktop, known.domain()) ? known.current() : null;
        if (index == null) {
            return DirectoryFacts.NONE;
        }
        List<Computer> objects = index.of(desktop);
        String host =
                objects.isEmpty() ? "" : hostName(desktop, objects.getFirst(), known.domain());
        return new DirectoryFacts(objects, host, known.addresses().get(host), index.asOf());
    }

    /** The IPv4 addresses; A records have no others. */
    static List<String> addresses(Desktop desktop) {
        return desktop.addresses().stream().filter(a -> a.indexOf(':') < 0).toList();
    }

    /** The name a computer registers in DNS, in lower case. */
    static String hostName(Desktop desktop, Computer own, String domain) {
        String told = own.dnsHostName();
        return (told.isEmpty() ? desktop.name() + "." + domain : told).toLowerCase(Locale.ROOT);
    }

    private static Suggestion suggestion(
            Desktop desktop, List<Finding> findings, @Nullable Computer own, Known known) {
        Finding worst = findings.getFirst();
        return switch (worst.word()) {
            case OUT_OF_DOMAIN ->
                    own != null && ownerBlocks(own, known)
                            ? Suggestion.OWNER_BLOCKS_REUSE
                            : worst.cause() == Cause.REPORTED_OUT
                                    ? Suggestion.REJOIN
                                    : Suggestion.UPDATE_SIDS;
            case OBJECT_MISSING -> Suggestion.REJOIN;
            case OBJECT_DISABLED -> Suggestion.ENABLE_OBJECT;
            case DUPLICATE -> Suggestion.REMOVE_DUPLICATE;
            case PASSWORD_STALE ->
                    !desktop.active()
                            ? Suggestion.START
                            : worst.severity() == Severity.BAD
                                    ? Suggestion.RENEW_PASSWORD
                                    : Suggestion.NONE;
            case WRONG_OU -> Suggestion.MOVE_OBJECT;
            case DNS_MISMATCH -> Suggestion.CORRECT_DNS;
            case NOT_REPORTED -> desktop.active() ? Suggestion.NONE : Suggestion.START;
            case IN_DOMAIN, UNKNOWN, NOT_APPLICABLE -> Suggestion.NONE;
        };
    }

    /** Host names to ask DNS for, by what is known. */
    static @Nullable String questionFor(DesktopRow row, Known known, ComputerIndex index) {
        Desktop desktop = row.desktop();
        if (!row.domainApplies()
                || !desktop.active()
                || !isOf(desktop, known.domain())
                || addresses(desktop).isEmpty()) {
            return null;
        }
        List<Computer> objects = index.of(desktop);
        return objects.isEmpty() ? null : hostName(desktop, objects.getFirst(), known.domain());
    }
}
