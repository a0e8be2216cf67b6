package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.SearchEvidence.Candidate;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;

/** What is known of an unanswered request, in words. */
final class EvidenceWords {
    private final JobTexts words;
    private final Texts texts;
    private final LineTexts lines;

    EvidenceWords(JobTexts words, Texts texts) {
        this.words = words;
        this.texts = texts;
        lines = new LineTexts(words, texts);
    }

    /** Which request, with how many desktops, and when it left. */
    String title(SearchEvidence evidence) {
        return texts.now(
                "jobs.evidence.title",
                evidence.request() + 1,
                evidence.targets().size(),
                clock(evidence.sent()));
    }

    /** How far the search is. */
    String search(SearchEvidence evidence) {
        String type = evidence.jobType();
        return texts.now(
                "jobs.evidence." + evidence.state().name(),
                type.isEmpty() ? texts.now("jobs.evidence.effect") : lines.type(type),
                evidence.looks(),
                evidence.failedLooks(),
                clock(evidence.from()),
                clock(evidence.until()));
    }

    /** What broke; empty when that is not known. */
    String failure(SearchEvidence evidence) {
        Problem failure = evidence.failure();
        return failure == null
                ? ""
                : texts.now(
                        "jobs.evidence.failure",
                        ProblemText.of(texts.messages(), failure).title(),
                        clock(evidence.gaveUp()));
    }

    /** A job that came close, and why it was not taken. */
    String candidate(Candidate job) {
        return texts.now(
                "jobs.evidence.candidate",
                job.jobId(),
                lines.type(job.type()),
                clock(job.begin()),
                job.targets(),
                job.ours(),
                texts.now("jobs.evidence.why." + job.why().name()));
    }

    /** What could happen when it is sent again. */
    String risk(SearchEvidence evidence) {
        String key = "jobs.again.risk." + evidence.kind().name();
        return texts.now(
                "jobs.again.risk", texts.now(texts.has(key) ? key : "jobs.again.risk.other"));
    }

    private String clock(@Nullable Instant when) {
        return when == null ? texts.now("jobs.evidence.noTime") : words.clock(when);
    }
}
