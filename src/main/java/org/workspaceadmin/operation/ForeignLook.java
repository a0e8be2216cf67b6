package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.SubJobPage;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.SubJob;

/**
 * Looks through one connection's records for jobs that were started elsewhere: a few requests a
 * turn, the repair jobs each turn and one other type in rotation (api/jobs.md section 4), by the
 * states that mean work. A job that left those lists, and some of the others, are read whole by
 * their id. Used by one thread at a time: the follower's.
 */
final class ForeignLook {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignLook.class);
    private static final List<String> EACH_TURN = List.of("desktopRejoinDomain", "rebuildDesktops");
    private static final List<String> IN_ROTATION =
            List.of(
                    "operateDesktops",
                    "executeDesktopsAction",
                    "createDesktops",
                    "deleteDesktops",
                    "attachDesktops",
                    "detachDesktops",
                    "batchDetachDesktops",
                    "changeDesktopNetwork",
                    "batchChangeDesktopNetwork",
                    "restoreDesktopBySnapshot");

    /** Most jobs that are read whole in a turn; the others come in the next. */
    private static final int WHOLE = 5;

    private final Link link;
    private final Foreign foreign;
    private final Duration interval;
    private final Deque<Question> questions = new ArrayDeque<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> moving = new HashSet<>();
    private int rotation;
    private int whole;
    private Instant due;

    /** One request; an empty job id asks by type and state. */
    private record Question(String type, String status, String jobId, boolean lastOfType) {}

    /**
     * Begins with the first turn due at once.
     *
     * @param interval time between turns; zero for never
     */
    ForeignLook(Link link, Foreign foreign, Duration interval, Instant now) {
        this.link = link;
        this.foreign = foreign;
        this.interval = interval;
        due = interval.isZero() ? Instant.MAX : now.plus(interval.dividedBy(4));
    }

    Instant due() {
        return due;
    }

    /** Makes the next turn due now. */
    void soon(Instant now) {
        due = interval.isZero() ? Instant.MAX : now;
    }

    /** A scan for this program's own jobs saw others too. */
    void saw(TypeScan scan, Instant now) {
        foreign.saw(link, scan.found(), !scan.cut(), now);
    }

    /** Whether a turn has begun and is not over. */
    boolean amidTurn() {
        return !questions.isEmpty();
    }

    /** The same wait as after a turn, because nothing can be asked now. */
    void later(Instant now) {
        questions.clear();
        due = interval.isZero() ? Instant.MAX : now.plus(interval);
    }

    /**
     * Asks the next question of the turn; blocks.
     *
     * @throws ProblemException when the service could not be read
     */
    void ask(Asking asking) {
        if (questions.isEmpty()) {
            begin();
        }
        Question question = questions.poll();
        if (question != null) {
            ask(question, asking);
        }
        if (questions.isEmpty()) {
            later(asking.now());
        }
    }

    private void begin() {
        whole = 0;
        moving.clear();
        List<String> types = new ArrayList<>(EACH_TURN);
        types.add(IN_ROTATION.get(rotation++ % IN_ROTATION.size()));
        types.removeAll(refused);
        for (String type : types) {
            questions.add(new Question(type, "RUNNING", "", false));
            questions.add(new Question(type, "WAITING", "", true));
        }
    }

    private void ask(Question question, Asking asking) {
        if (!question.jobId().isEmpty()) {
            readWhole(question, asking);
            return;
        }
        SubJobPage page;
        try {
            page = asking.page(new SubJobQuery("", question.type(), question.status(), 1000, 0));
        } catch (ProblemException e) {
            if (e.problem().kind() != Problem.Kind.BAD_REQUEST) {
                throw e;
            }
            LOG.info("the service does not list jobs of type {}", question.type());
            refused.add(question.type());
            questions.removeIf(q -> q.type().equals(question.type()));
            return;
        }
        Map<String, List<SubJob>> found =
                page.subJobs().stream().collect(Collectors.groupingBy(SubJob::jobId));
        foreign.saw(link, found, false, asking.now());
        moving.addAll(found.keySet());
        if (question.lastOfType()) {
            List<String> open = foreign.open(link.connectionId(), question.type());
            // What is in neither list any more has ended, or is beyond the first thousand.
            open.stream().filter(j -> !moving.contains(j)).forEach(j -> askWhole(question, j));
            // The lists say nothing of the parts of a job that ended before the others.
            open.stream().filter(moving::contains).forEach(j -> askWhole(question, j));
            moving.clear();
        }
    }

    private void askWhole(Question question, String jobId) {
        if (whole++ < WHOLE) {
            questions.add(new Question(question.type(), "", jobId, false));
        }
    }

    private void readWhole(Question question, Asking asking) {
        List<SubJob> subs = asking.subJobs(question.jobId());
        if (subs.isEmpty()) {
            foreign.gone(link.connectionId(), question.jobId(), asking.now());
        } else {
            foreign.saw(link, Map.of(question.jobId(), subs), true, asking.now());
        }
    }
}
