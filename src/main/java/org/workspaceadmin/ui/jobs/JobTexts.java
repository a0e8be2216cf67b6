package org.workspaceadmin.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** Jobs in words, in the language of the moment. */
public final class JobTexts {
    private final Texts texts;

    /**
     * Words in a language.
     *
     * @param texts the language
     */
    public JobTexts(Texts texts) {
        this.texts = texts;
    }

    /** What an operation does, as a sentence. */
    public String sentence(OperationState state) {
        List<TargetState> desktops =
                state.targets().stream()
                        .filter(t -> t.target().type() == Target.Type.DESKTOP)
                        .toList();
        int count = desktops.size();
        String first = count == 0 ? "" : desktops.getFirst().target().name();
        return switch (state.kind()) {
            case REJOIN_DOMAIN -> texts.now("jobs.what.rejoin", count, first);
            case UPDATE_SIDS -> texts.now("jobs.what.sids", count, first);
            case CHANGE_USER_NAME -> {
                String old = value(state, "old_username");
                long users =
                        state.targets().stream()
                                .filter(t -> t.target().type() == Target.Type.USER_NAME)
                                .count();
                yield old.isEmpty()
                        ? texts.now("jobs.what.users", users, count)
                        : texts.now("jobs.what.user", old, value(state, "new_username"));
            }
            case REBUILD -> {
                String name = value(state, "image_name");
                String image = name.isEmpty() ? value(state, "image_id") : name;
                yield image.isEmpty()
                        ? texts.now("jobs.what.rebuild", count, first)
                        : texts.now("jobs.what.rebuildWith", count, first, image);
            }
            case POWER -> power(state, count, first);
            case MAINTENANCE ->
                    texts.now(
                            value(state, "in_maintenance_mode").equals("false")
                                    ? "jobs.what.maintenanceEnd"
                                    : "jobs.what.MAINTENANCE",
                            count,
                            first);
            case LOG_OFF, NOTIFY, RENAME ->
                    texts.now("jobs.what." + state.kind().name(), count, first);
            case APPLY_SERVICE, CHANGE_SERVICE -> texts.now("jobs.what." + state.kind().name());
        };
    }

    /** Where an operation stands, in a word or two. */
    String phase(OperationState state) {
        return texts.now("jobs.phase." + state.phase().name());
    }

    /** The tone of that word. */
    static Tone tone(Phase phase) {
        return switch (phase) {
            case SENDING, RUNNING -> Tone.UNDER_WAY;
            case SCHEDULED -> Tone.WAITING;
            case HELD -> Tone.ATTENTION;
            case SUCCEEDED -> Tone.GOOD;
            case ENDED_WITH_FAILURES -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    /** A target's outcome in a word. */
    String outcome(TargetState state) {
        String word = texts.now("jobs.outcome." + state.outcome().name());
        return state.checked() || state.outcome().ended()
                ? word
                : word + " · " + texts.now("jobs.notChecked");
    }

    /** The tone of that word. */
    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case WAITING -> Tone.WAITING;
            case RUNNING -> Tone.UNDER_WAY;
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
            case SKIPPED -> Tone.SKIPPED;
        };
    }

    /** A target's name. */
    String name(Target target) {
        String name = target.name().isEmpty() ? target.id() : target.name();
        return target.type() == Target.Type.USER_NAME ? texts.now("jobs.target.user", name) : name;
    }

    /**
     * Why a target is where it is, in one line: our words where the catalogue knows the code, else
     * the service's with the code.
     */
    String cause(TargetState state) {
        String ours = explanation(state.code());
        if (!ours.isEmpty()) {
            return ours;
        }
        if (state.message().isEmpty() || state.code().isEmpty()) {
            return state.message() + state.code();
        }
        return texts.now("jobs.cause.own", state.message(), state.code());
    }

    /** Everything known of the cause: our words, what to do, the service's text, the code. */
    String fullCause(TargetState state) {
        StringBuilder all = new StringBuilder(explanation(state.code()));
        String advice = ProblemText.adviceOf(texts.messages(), state.code());
        for (String part : List.of(advice, state.message(), state.code())) {
            if (!part.isEmpty() && !part.contentEquals(all)) {
                all.append(all.isEmpty() ? "" : "\n").append(part);
            }
        }
        return all.toString();
    }

    /** A count of targets in words. */
    String counts(Tally tally) {
        StringBuilder all =
                new StringBuilder(texts.now("jobs.counts", tally.succeeded(), tally.total()));
        if (tally.failed() > 0) {
            all.append(" · ").append(texts.now("jobs.failed", tally.failed()));
        }
        if (tally.unknown() > 0) {
            all.append(" · ").append(texts.now("jobs.unknown", tally.unknown()));
        }
        return all.toString();
    }

    /** The same, spelled out for a screen reader. */
    String allCounts(Tally tally) {
        return texts.now(
                "jobs.counts.all",
                tally.succeeded(),
                tally.failed(),
                tally.unknown(),
                tally.open(),
                tally.skipped());
    }

    /** How long ago. */
    String ago(Instant then, Instant now) {
        return texts.messages().ago(Duration.between(then, now));
    }

    /** The exact time with its zone. */
    String exact(Instant when) {
        return texts.messages().exact(when, ZoneId.systemDefault());
    }

    /** The time of day. */
    String clock(@Nullable Instant when) {
        return when == null ? "" : texts.messages().clock(when, ZoneId.systemDefault());
    }

    /** A length of time; empty when it did not begin. */
    String took(@Nullable Instant begin, @Nullable Instant end, Instant now) {
        return begin == null
                ? ""
                : texts.messages().duration(Duration.between(begin, end == null ? now : end));
    }

    /** An operation with all its targets as lines, columns parted by tabs. */
    String copy(OperationState state, List<TargetState> targets) {
        StringBuilder all = new StringBuilder(sentence(state));
        all.append('\n').append(phase(state)).append(", ").append(exact(state.created()));
        all.append('\n').append(state.id()).append('\n');
        targets.forEach(t -> all.append('\n').append(row(t)));
        return all.append('\n').toString();
    }

    /** One target as a line, columns parted by tabs. */
    String row(TargetState target) {
        return String.join(
                "\t",
                name(target.target()),
                texts.now("jobs.outcome." + target.outcome().name()),
                target.code(),
                cause(target).replace('\n', ' ').replace('\t', ' '),
                target.jobId());
    }

    private String explanation(String code) {
        if (code.isEmpty()) {
            return "";
        }
        String key = "code." + code;
        return texts.has(key) ? texts.now(key) : ProblemText.meaningOf(texts.messages(), code);
    }

    private String power(OperationState state, int count, String first) {
        String word =
                switch (value(state, "op_type")) {
                    case "os-start" -> "start";
                    case "os-stop" -> "stop";
                    case "os-hibernate" -> "hibernate";
                    default -> "restart";
                };
        String what = texts.now("jobs.what." + word, count, first);
        boolean cut =
                value(state, "type").equals("HARD")
                        && (word.equals("stop") || word.equals("restart"));
        return cut ? texts.now("jobs.what.hard", what) : what;
    }

    private static String value(OperationState state, String path) {
        for (Field field : state.parameters()) {
            if (field.path().equals(path)) {
                return field.value();
            }
        }
        return "";
    }
}
