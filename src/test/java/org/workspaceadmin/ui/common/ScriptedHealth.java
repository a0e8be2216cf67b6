package org.workspaceadmin.ui.common;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.Principal;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.Cause;
import org.workspaceadmin.fleet.health.DirectoryFacts;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.fleet.health.DomainHealth;
import org.workspaceadmin.fleet.health.Finding;
import org.workspaceadmin.fleet.health.Forecast;
import org.workspaceadmin.fleet.health.HealthListener;
import org.workspaceadmin.fleet.health.HealthWord;
import org.workspaceadmin.fleet.health.Severity;
import org.workspaceadmin.fleet.health.Suggestion;
import org.workspaceadmin.model.DomainCheck;

/** A directory whose states a test writes; desktops nothing was written of follow the service. */
public final class ScriptedHealth implements DirectoryHealth {
    /** How often it was asked to read again. */
    public int refreshes;

    private final Map<String, DomainHealth> healths = new HashMap<>();
    private final Map<String, Forecast> forecasts = new HashMap<>();
    private final Map<String, DirectoryFacts> facts = new HashMap<>();
    private final List<HealthListener> listeners = new CopyOnWriteArrayList<>();
    private DirectoryStanding standing = DirectoryStanding.NONE;

    /** A standing that was read from {@code dc1} at a time. */
    public static DirectoryStanding known(Instant asOf, int read) {
        return new DirectoryStanding(
                DirectoryStanding.State.KNOWN,
                false,
                read,
                "corp.example",
                "10.1.0.10",
                asOf,
                null,
                null,
                true);
    }

    /** A standing that is not known any more. */
    public static DirectoryStanding unknown(Instant since, DirectoryProblem.Kind kind) {
        return new DirectoryStanding(
                DirectoryStanding.State.UNKNOWN,
                false,
                0,
                "corp.example",
                "10.1.0.10",
                null,
                since,
                new DirectoryProblem(kind, "10.1.0.10", null, "no route", since),
                false);
    }

    /** One finding of a health. */
    public static DomainHealth health(
            HealthWord word,
            Severity severity,
            Cause cause,
            Suggestion suggestion,
            @Nullable Instant unknownSince,
            String... arguments) {
        return new DomainHealth(
                word,
                List.of(new Finding(word, severity, cause, List.of(arguments))),
                suggestion,
                suggestion == Suggestion.OWNER_BLOCKS_REUSE ? "svc-imaging" : "",
                severity == Severity.BAD,
                null,
                unknownSince);
    }

    /** A computer object as a healthy one is. */
    public static Computer computer(String name, Instant passwordSet) {
        return new Computer(
                name,
                name,
                "CN=" + name + ",OU=VDI,DC=corp,DC=example",
                true,
                passwordSet,
                "S-1-5-21-1004336348-1177238915-682003330-2601",
                new Principal(
                        "S-1-5-21-1004336348-1177238915-682003330-512", "Domain Admins", true),
                Principal.UNKNOWN,
                Instant.parse("2026-03-02T09:30:00Z"),
                passwordSet,
                "Windows 11 Enterprise",
                name.toLowerCase(java.util.Locale.ROOT) + ".corp.example");
    }

    /** Writes a desktop's health, and tells of it. */
    public ScriptedHealth health(String desktopId, DomainHealth health) {
        healths.put(desktopId, health);
        listeners.forEach(each -> each.changed(Set.of(desktopId)));
        return this;
    }

    /** Writes what a rejoin will come to. */
    public ScriptedHealth forecast(
            String desktopId, Forecast.Outlook outlook, Forecast.Code code, String... arguments) {
        forecasts.put(
                desktopId,
                new Forecast(
                        outlook, List.of(new Forecast.Reason(code, outlook, List.of(arguments)))));
        return this;
    }

    /** Writes what the directory says. */
    public ScriptedHealth facts(String desktopId, DirectoryFacts told) {
        facts.put(desktopId, told);
        return this;
    }

    /** Writes how fresh it is, and tells of it. */
    public ScriptedHealth standing(DirectoryStanding now) {
        standing = now;
        listeners.forEach(each -> each.standing(now));
        return this;
    }

    /** Tells of many desktops at once. */
    public void changed(Set<String> desktopIds) {
        listeners.forEach(each -> each.changed(desktopIds));
    }

    @Override
    public DomainHealth of(DesktopRow row) {
        DomainHealth written = healths.get(row.id());
        return written == null ? byService(row) : written;
    }

    @Override
    public Forecast forecast(DesktopRow row) {
        return forecasts.getOrDefault(row.id(), new Forecast(Forecast.Outlook.WORKS, List.of()));
    }

    @Override
    public DirectoryFacts facts(DesktopRow row) {
        return facts.getOrDefault(row.id(), DirectoryFacts.NONE);
    }

    @Override
    public DirectoryStanding standing() {
        return standing;
    }

    @Override
    public void open(DirectoryAccess access, String joinAccount) {
        standing(
                new DirectoryStanding(
                        DirectoryStanding.State.FIRST_READING,
                        true,
                        0,
                        access.domain(),
                        "",
                        null,
                        null,
                        null,
                        false));
    }

    @Override
    public void refresh() {
        refreshes++;
    }

    @Override
    public void close() {
        standing(DirectoryStanding.NONE);
    }

    @Override
    public void addListener(HealthListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(HealthListener listener) {
        listeners.remove(listener);
    }

    /** How many listen. */
    public int listening() {
        return new ArrayList<>(listeners).size();
    }

    private static DomainHealth byService(DesktopRow row) {
        DomainCheck check = row.domain();
        if (!row.domainApplies()) {
            return health(
                    HealthWord.NOT_APPLICABLE,
                    Severity.GOOD,
                    Cause.NOT_WINDOWS,
                    Suggestion.NONE,
                    null);
        }
        if (check == null) {
            return health(
                    HealthWord.UNKNOWN, Severity.UNKNOWN, Cause.NOT_ASKED, Suggestion.NONE, null);
        }
        String at = check.at().toString();
        return switch (check.membership()) {
            case IN ->
                    health(
                            HealthWord.IN_DOMAIN,
                            Severity.GOOD,
                            Cause.REPORTED_IN,
                            Suggestion.NONE,
                            null,
                            at);
            case OUT ->
                    health(
                            HealthWord.OUT_OF_DOMAIN,
                            Severity.BAD,
                            Cause.REPORTED_OUT,
                            Suggestion.REJOIN,
                            null,
                            at);
            case NOT_REPORTED ->
                    health(
                            HealthWord.NOT_REPORTED,
                            Severity.UNKNOWN,
                            Cause.OFF,
                            Suggestion.START,
                            null,
                            row.desktop().status().word());
            case UNKNOWN ->
                    health(
                            HealthWord.UNKNOWN,
                            Severity.UNKNOWN,
                            Cause.UNKNOWN_ANSWER,
                            Suggestion.NONE,
                            null);
        };
    }
}
