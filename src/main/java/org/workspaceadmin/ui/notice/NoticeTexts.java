package org.workspaceadmin.ui.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.ui.common.Texts;

/** Notices in words. */
public final class NoticeTexts {
    private final Texts texts;
    private final Function<OperationState, String> sentence;

    /**
     * Words in a language.
     *
     * @param texts the language
     * @param sentence what an operation does
     */
    public NoticeTexts(Texts texts, Function<OperationState, String> sentence) {
        this.texts = texts;
        this.sentence = sentence;
    }

    /** What it is about. */
    public String title(Notice notice) {
        return sentence.apply(notice.state());
    }

    /** What happened to it. */
    public String text(Notice notice) {
        OperationState state = notice.state();
        int waiting = state.count(Outcome.WAITING);
        return switch (notice.why()) {
            case SUCCEEDED -> texts.now("notice.SUCCEEDED", state.targets().size(), took(state));
            case FAILED ->
                    texts.now(
                            "notice.FAILED",
                            state.count(Outcome.FAILED),
                            state.count(Outcome.SUCCEEDED),
                            state.count(Outcome.SKIPPED));
            case BUDGET_SPENT ->
                    texts.now("notice.BUDGET_SPENT", state.count(Outcome.FAILED), waiting);
            case UNKNOWN -> texts.now("notice.UNKNOWN", state.count(Outcome.UNKNOWN));
            case TRIAL_ENDED, MISSED, HELD -> texts.now("notice." + notice.why().name(), waiting);
        };
    }

    private String took(OperationState state) {
        Instant ended = state.ended();
        return ended == null ? "" : texts.messages().span(Duration.between(state.created(), ended));
    }
}
