package org.workspaceadmin.ui.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.workspaceadmin.journal.Activity;
import org.workspaceadmin.journal.ActivityKind;
import org.workspaceadmin.journal.Verification;
import org.workspaceadmin.model.Actor;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.ui.common.JsonLayout;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** Entries of the ledger in words. */
final class ActivityTexts {
    private static final DateTimeFormatter COLUMN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Texts texts;

    ActivityTexts(Texts texts) {
        this.texts = texts;
    }

    String kind(Activity entry) {
        return texts.now("activity.kind." + entry.kind().name());
    }

    static Tone tone(ActivityKind kind) {
        return switch (kind) {
            case INTENDED, PAUSED -> Tone.WAITING;
            case SENT, SENT_AGAIN -> Tone.UNDER_WAY;
            case ACCEPTED, ADOPTED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case UNANSWERED, OTHER -> Tone.UNKNOWN;
            case NOT_SENT, UNLOCKED, RESTORED -> Tone.ATTENTION;
            case DROPPED, STOPPED -> Tone.SKIPPED;
            case SETTLED, RESUMED, ENDED, BEGUN -> Tone.ON;
            case LOCKED -> Tone.OFF;
        };
    }

    /** What it is about: the operation and its targets, or the connection. */
    String about(Activity entry) {
        if (entry.operation().isEmpty()) {
            return entry.connectionId().isEmpty()
                    ? texts.now("activity.about.ledger")
                    : texts.now("activity.about.connection", entry.connectionName());
        }
        String what = operation(entry);
        if (entry.kind() == ActivityKind.ENDED) {
            return texts.now("activity.about.ended", what, figures(entry.note()));
        }
        return entry.targets().isEmpty()
                ? what
                : texts.now("activity.about.targets", what, entry.targets());
    }

    /** Of which kind the operation is, in the words of its dialog. */
    String operation(Activity entry) {
        String key = "operation.kind." + entry.operationKind();
        return texts.has(key) ? texts.now(key) : entry.operationKind();
    }

    /** What came back, in a few characters. */
    String answer(Activity entry) {
        List<String> parts = new ArrayList<>();
        if (entry.httpStatus() != 0) {
            parts.add(Integer.toString(entry.httpStatus()));
        }
        if (!entry.code().isEmpty() && !texts.has("code." + entry.code())) {
            parts.add(entry.code());
        }
        return String.join(" · ", parts);
    }

    String who(Actor actor) {
        return switch (actor.kind()) {
            case PROGRAM -> texts.now("activity.who.PROGRAM");
            case ACCESS_KEY -> texts.now("activity.who.ACCESS_KEY", actor.name());
            case USER -> actor.name();
            case CALLER -> shortUrn(actor.name());
        };
    }

    /** The part of a principal's URN people know it by: what follows the last colon. */
    private static String shortUrn(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }

    String when(Instant at) {
        return texts.messages().exact(at, ZoneId.systemDefault());
    }

    /** The same for a column: all of one width, in the zone of the reader. */
    String compact(Instant at) {
        return COLUMN.format(at.atZone(ZoneId.systemDefault()));
    }

    private String inBothZones(Instant at) {
        boolean same = ZoneId.systemDefault().getRules().getOffset(at).equals(ZoneOffset.UTC);
        return same ? when(at) : texts.now("activity.whenBoth", when(at), utc(at));
    }

    /** Everything of an entry but its request. */
    List<Field> facts(Activity entry) {
        List<Field> facts = new ArrayList<>();
        add(facts, "when", inBothZones(entry.at()));
        add(facts, "who", whoInFull(entry.actor()));
        add(facts, "machine", machine(entry));
        add(facts, "connection", entry.connectionName());
        add(facts, "reason", entry.reason());
        add(facts, "answer", answer(entry));
        add(facts, "note", note(entry));
        add(facts, "requestId", entry.requestId());
        add(facts, "job", entry.jobId());
        if (!entry.targets().isEmpty()) {
            add(facts, "targets", entry.targets());
        }
        add(facts, "number", texts.messages().number(entry.seq()));
        add(facts, "hash", entry.hash());
        add(facts, "previous", entry.previous());
        return facts;
    }

    private String utc(Instant at) {
        return texts.messages().exact(at, ZoneOffset.UTC);
    }

    private String whoInFull(Actor actor) {
        return actor.kind() == Actor.Kind.CALLER ? actor.name() : who(actor);
    }

    private static String machine(Activity entry) {
        String host = entry.machine().host();
        String user = entry.machine().user();
        return user.isEmpty() ? host : host.isEmpty() ? user : user + " @ " + host;
    }

    /** Codes of ours become sentences, figures words, and the service's own words stay. */
    private String note(Activity entry) {
        String key = "code." + entry.code();
        String said = !entry.code().isEmpty() && texts.has(key) ? texts.now(key) : "";
        String own =
                switch (entry.kind()) {
                    case ENDED -> figures(entry.note());
                    case UNLOCKED -> until(entry.note());
                    case RESTORED -> texts.now("activity.note.doubtful", entry.note());
                    default -> entry.note();
                };
        return said.isEmpty() || own.isEmpty() ? said + own : said + " (" + own + ")";
    }

    private String until(String note) {
        try {
            return texts.now("activity.note.until", when(Instant.parse(note)));
        } catch (java.time.DateTimeException e) {
            return note;
        }
    }

    private String figures(String note) {
        List<String> parts = new ArrayList<>();
        for (String part : note.split(" ")) {
            int equals = part.indexOf('=');
            if (equals > 0 && texts.has("jobs.outcome." + part.substring(0, equals))) {
                parts.add(
                        texts.now(
                                "activity.figure",
                                part.substring(equals + 1),
                                texts.now("jobs.outcome." + part.substring(0, equals))
                                        .toLowerCase(Locale.ROOT)));
            }
        }
        return parts.isEmpty() ? note : String.join(", ", parts);
    }

    private void add(List<Field> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Field(texts.now("activity.fact." + name), value));
        }
    }

    /** The request as it left, secrets masked; empty when the entry is about none. */
    static String request(Activity entry) {
        if (entry.path().isEmpty()) {
            return "";
        }
        String head = entry.method() + ' ' + entry.path();
        return entry.body().isEmpty() ? head : head + "\n\n" + JsonLayout.of(entry.body());
    }

    /** What a check found, as a headline. */
    String verdict(Verification found) {
        Verification.Break broken = found.broken();
        if (broken == null) {
            return texts.now("activity.verified.title", found.checked());
        }
        return texts.now(
                "activity.broken." + broken.fault().name(),
                texts.messages().number(broken.seq()),
                broken.copy());
    }

    /** What that means. */
    String meaning(Verification found) {
        if (!found.holds()) {
            return texts.now("activity.broken.meaning", texts.messages().number(found.checked()));
        }
        List<String> parts = new ArrayList<>();
        parts.add(
                texts.now(
                        "activity.verified.head",
                        texts.messages().number(found.head().seq()),
                        found.head().hash()));
        parts.add(
                found.copies() == 0
                        ? texts.now("activity.verified.noCopies")
                        : texts.now("activity.verified.copies", found.copies()));
        if (found.clockBack() > 0) {
            parts.add(texts.now("activity.verified.clock", found.clockBack()));
        }
        parts.add(texts.now("activity.verified.limits"));
        return String.join(" ", parts);
    }
}
