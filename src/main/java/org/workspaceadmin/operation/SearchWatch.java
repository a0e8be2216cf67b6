package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.SearchEvidence.Candidate;
import org.workspaceadmin.model.SearchEvidence.Why;
import org.workspaceadmin.model.SubJob;

/**
 * Looks for the job of a request that got no answer, in the service's own records. A job is adopted
 * when it fits ({@link SearchMatch}), no other one does, and both held on two looks in a row: a
 * second operator may have sent the same at the same time. Otherwise the outcome stays unknown,
 * because not finding it proves nothing, and the jobs that came close are kept as evidence.
 */
final class SearchWatch extends Watch {
    private static final int LOOKS = 2;

    private final Function<String, @Nullable Instant> firstSeen;
    private final BiConsumer<SearchWatch, String> adopt;
    private final Map<String, Candidate> candidates = new HashMap<>();
    private String searchedType = "";
    private String fitting = "";
    private int agreeing;

    /**
     * Begins searching.
     *
     * @param firstSeen when a job was first seen by this program; null when it was not seen before,
     *     {@link Instant#MIN} when another request of ours has it
     * @param adopt receives the job that was found
     */
    SearchWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings,
            Function<String, @Nullable Instant> firstSeen,
            BiConsumer<SearchWatch, String> adopt) {
        super(operation, request, since, settings.search(), due);
        this.firstSeen = firstSeen;
        this.adopt = adopt;
    }

    /** The type of job that is looked for, empty when such a request has none that is known. */
    String type(Asking asking) {
        return asking.typeOf(request().request().kind());
    }

    /** The type of job that was looked for last, empty when none is known. */
    String searchedType() {
        return searchedType;
    }

    /** What came close on the last look, the latest first. */
    List<Candidate> candidates() {
        return candidates.values().stream().sorted(SearchMatch.LATEST_FIRST).toList();
    }

    @Override
    boolean searching() {
        return true;
    }

    @Override
    boolean look(Asking asking) {
        String type = type(asking);
        if (type.isEmpty()) {
            giveUp();
            return true;
        }
        TypeScan scan = new TypeScan(type, Map.of());
        boolean all = false;
        while (!all) {
            all = scan.step(asking);
        }
        return judge(asking, scan.found());
    }

    /**
     * Judges by all sub-jobs of the type, which were just read.
     *
     * @param jobs by job
     * @return whether the job was found
     */
    boolean judge(Asking asking, Map<String, List<SubJob>> jobs) {
        if (open().isEmpty()) {
            return true;
        }
        searchedType = type(asking);
        SearchMatch match = SearchMatch.of(open(), request(), asking.clockOffset());
        candidates.clear();
        List<String> fit = new ArrayList<>();
        jobs.forEach((id, subs) -> {
            Instant seen = firstSeen.apply(id);
            Candidate candidate = match.candidate(id, subs, seen);
            if (candidate != null) {
                candidates.put(id, candidate);
                if (candidate.why() == Why.FITS) {
                    fit.add(id);
                }
            }
        });
        String one = fit.size() == 1 ? fit.getFirst() : "";
        agreeing = one.isEmpty() || !one.equals(fitting) ? 0 : agreeing;
        fitting = one;
        if (one.isEmpty() || ++agreeing < LOOKS) {
            return false;
        }
        candidates.remove(one);
        adopt.accept(this, one);
        return true;
    }

    @Override
    void giveUp() {
        update(
                open().stream()
                        .map(t ->
                                Targets.settled(
                                        t,
                                        Outcome.UNKNOWN,
                                        Codes.NOT_FOUND,
                                        t.state().message(),
                                        null))
                        .toList());
    }
}
