package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.AccountFault;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.fleet.health.DirectoryStanding;

/** How fresh the company's directory is, and what stands in the way, in words; any thread. */
public final class DirectoryWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;

    /**
     * Words.
     *
     * @param texts the language
     * @param zone the operator's
     */
    public DirectoryWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /**
     * The standing in a few words.
     *
     * @param standing which
     * @param now the present moment
     */
    public String brief(DirectoryStanding standing, Instant now) {
        return switch (standing.state()) {
            case CLOSED -> texts.now("adAccess.brief.CLOSED");
            case FIRST_READING -> texts.now("adAccess.brief.FIRST_READING", standing.read());
            case KNOWN -> texts.now("adAccess.brief.KNOWN", ago(standing.asOf(), now));
            case UNKNOWN -> unknownSince(standing.unknownSince(), now);
        };
    }

    /**
     * The standing in a sentence or two, with the cause of trouble.
     *
     * @param standing which
     * @param now the present moment
     */
    public String full(DirectoryStanding standing, Instant now) {
        String problem = problem(standing.problem());
        String said =
                switch (standing.state()) {
                    case CLOSED -> texts.now("adAccess.full.CLOSED");
                    case FIRST_READING ->
                            texts.now(
                                    "adAccess.full.FIRST_READING",
                                    standing.domain(),
                                    standing.read());
                    case KNOWN ->
                            texts.now(
                                    "adAccess.full.KNOWN",
                                    standing.domain(),
                                    standing.read(),
                                    ago(standing.asOf(), now),
                                    standing.controller());
                    case UNKNOWN ->
                            texts.now(
                                    "adAccess.full.UNKNOWN",
                                    standing.domain(),
                                    unknownSince(standing.unknownSince(), now));
                };
        boolean uncompared =
                standing.state() == DirectoryStanding.State.KNOWN && !standing.addressesCompared();
        String dns = uncompared ? texts.now("adAccess.noAddresses") : "";
        return join(join(said, problem), dns);
    }

    /** Shape and colour of a standing. */
    public static Tone tone(DirectoryStanding standing) {
        return switch (standing.state()) {
            case CLOSED -> Tone.OFF;
            case FIRST_READING -> Tone.UNDER_WAY;
            case KNOWN -> standing.problem() == null ? Tone.GOOD : Tone.ATTENTION;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    /** Since when something is not known, to the minute; with the day when that was another. */
    public String unknownSince(@Nullable Instant since, Instant now) {
        return since == null
                ? texts.now("adAccess.unknown")
                : texts.now("adAccess.unknownSince", moment(since, now));
    }

    /** A moment to the minute; with the day when that was another. */
    public String moment(Instant moment, Instant now) {
        boolean today = moment.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(moment.atZone(zone));
    }

    /** Why the directory could not be read, and what to do; empty when it could. */
    public String problem(@Nullable DirectoryProblem problem) {
        if (problem == null) {
            return "";
        }
        AccountFault fault = problem.fault();
        return fault == null
                ? texts.now("adAccess.problem." + problem.kind(), problem.controller())
                : fault(fault);
    }

    /** Why the account was refused, and what to do. */
    public String fault(AccountFault fault) {
        return texts.now("adAccess.fault." + fault);
    }

    private String ago(@Nullable Instant then, Instant now) {
        return then == null ? "" : texts.messages().ago(Duration.between(then, now));
    }

    private static String join(String first, String second) {
        return second.isEmpty() ? first : first + "\n" + second;
    }
}
