package org.workspaceadmin.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** The lines of the monitor's tree in words. */
final class LineTexts {
    private final JobTexts words;
    private final Texts texts;

    LineTexts(JobTexts words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** What a line stands for. */
    String what(JobRow row) {
        JobRow.Face face = row.face();
        if (row instanceof ForeignRow foreign) {
            return foreign(foreign.job());
        }
        OperationState state = face.state();
        TargetState target = face.target();
        OperationRequest request = face.request();
        if (state != null) {
            return words.sentence(state);
        }
        if (target != null) {
            return words.name(target.target());
        }
        if (face.level() == JobRow.Level.JOB || request == null) {
            return face.jobId().isEmpty()
                    ? texts.now("jobs.line.noJob")
                    : texts.now("jobs.line.job", face.jobId());
        }
        return request.wave() > 0
                ? texts.now(
                        "jobs.line.requestInWave",
                        request.number() + 1,
                        request.wave(),
                        face.tally().total())
                : texts.now("jobs.line.request", request.number() + 1, face.tally().total());
    }

    /** A job started elsewhere, by the service's word for it. */
    String foreign(ForeignJob job) {
        return texts.now(
                "jobs.line.foreign", type(job.type()), job.targets().size(), job.connectionName());
    }

    /** What a service's type of job does, in our words where we know it. */
    String type(String type) {
        String key = "jobs.type." + type;
        return texts.has(key) ? texts.now(key) : type;
    }

    /** Where a line stands, as shape and colour. */
    Tone tone(JobRow row, Instant now) {
        JobRow.Face face = row.face();
        if (Pace.still(face, now) > 0) {
            return Tone.ATTENTION;
        }
        OperationState state = face.state();
        TargetState target = face.target();
        if (state != null) {
            return JobTexts.tone(state.phase());
        }
        if (target != null) {
            return JobTexts.tone(target.outcome());
        }
        if (row instanceof ForeignRow foreign) {
            return switch (foreign.job().state()) {
                case SUCCEEDED -> Tone.GOOD;
                case FAILED -> Tone.BAD;
                default -> Tone.UNDER_WAY;
            };
        }
        return switch (stage(face)) {
            case WAITING -> Tone.WAITING;
            case RUNNING -> Tone.UNDER_WAY;
            case SUCCEEDED -> Tone.GOOD;
            case FAILED, REFUSED -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
            case HELD -> Tone.ATTENTION;
            case DROPPED -> Tone.SKIPPED;
        };
    }

    /** Where a line stands, in a word or two. */
    String state(JobRow row, Instant now) {
        JobRow.Face face = row.face();
        long still = Pace.still(face, now);
        if (still > 0) {
            return texts.now(
                    "jobs.still.short", texts.messages().duration(Duration.ofMinutes(still)));
        }
        OperationState state = face.state();
        TargetState target = face.target();
        if (state != null) {
            return words.phase(state);
        }
        if (target != null) {
            return words.outcome(target);
        }
        if (row instanceof ForeignRow foreign) {
            return texts.now("jobs.foreign." + shown(foreign.job().state()));
        }
        return texts.now("jobs.stage." + stage(face));
    }

    /** More about that, for a tooltip; empty when there is nothing to add. */
    String stateHelp(JobRow row, Instant now) {
        JobRow.Face face = row.face();
        Instant last = face.progressed();
        if (Pace.still(face, now) > 0 && last != null) {
            return texts.now("jobs.still.help", words.exact(last));
        }
        OperationRequest request = face.request();
        Problem problem = request == null ? null : request.problem();
        return problem == null ? "" : ProblemText.of(texts.messages(), problem).meaning();
    }

    /** Counts of a line's targets; of a single target its cause. */
    String counts(JobRow row) {
        TargetState target = row.face().target();
        return target == null ? words.counts(row.face().tally()) : words.cause(target);
    }

    /** The same for a screen reader and the tooltip. */
    String countsHelp(JobRow row) {
        TargetState target = row.face().target();
        return target == null ? words.allCounts(row.face().tally()) : words.fullCause(target);
    }

    /** How long it took, or has taken of what such take as a rule. */
    String time(JobRow.Face face, @Nullable Expectation expected, Instant now) {
        String took = words.took(face.begin(), face.end(), now);
        return expected == null || took.isEmpty() || face.end() != null || !face.working()
                ? took
                : texts.now("jobs.time.of", took, length(expected.median()));
    }

    /** Where the expected time comes from. */
    String timeHelp(JobRow.Face face, @Nullable Expectation expected, Instant now) {
        Instant begin = face.begin();
        if (begin == null || face.end() != null || !face.working()) {
            return "";
        }
        if (expected == null) {
            return face.level() == JobRow.Level.OPERATION ? texts.now("jobs.time.none") : "";
        }
        String text = expectation(expected);
        return expected.late(begin, now) ? text + "\n" + texts.now("jobs.time.late") : text;
    }

    /** What such jobs take, with the spread and on how many that rests. */
    String expectation(Expectation expected) {
        return texts.now(
                "jobs.time.expected",
                length(expected.median()),
                length(expected.low()),
                length(expected.high()),
                expected.samples());
    }

    private String length(Duration length) {
        return texts.messages().duration(length);
    }

    private static String shown(JobState state) {
        return state == JobState.SUCCEEDED || state == JobState.FAILED ? state.name() : "RUNNING";
    }

    private enum Stage {
        WAITING,
        HELD,
        REFUSED,
        DROPPED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        UNKNOWN
    }

    private static Stage stage(JobRow.Face face) {
        OperationRequest request = face.request();
        Tally tally = face.tally();
        if (request != null) {
            switch (request.state()) {
                case INTENDED -> {
                    return Stage.WAITING;
                }
                case UNSENT -> {
                    return Stage.HELD;
                }
                case REFUSED -> {
                    return Stage.REFUSED;
                }
                case DROPPED -> {
                    return Stage.DROPPED;
                }
                default -> {
                    // what became of its targets says more
                }
            }
        }
        if (tally.open() > 0) {
            return Stage.RUNNING;
        }
        if (tally.unknown() > 0) {
            return Stage.UNKNOWN;
        }
        return tally.failed() > 0 ? Stage.FAILED : Stage.SUCCEEDED;
    }
}
