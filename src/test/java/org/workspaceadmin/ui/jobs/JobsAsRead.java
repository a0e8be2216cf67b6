package org.workspaceadmin.ui.jobs;

import java.util.List;
import java.util.Optional;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;

/** What the jobs screen says about an operation, in one language, for tests outside this room. */
public final class JobsAsRead {
    private final Texts texts;
    private final JobTexts words;

    public JobsAsRead(Language language) {
        texts = new Texts(language);
        words = new JobTexts(texts);
    }

    /** The word for where the operation stands. */
    public String phase(OperationState state) {
        return words.phase(state);
    }

    /** The words for where its targets stand. */
    public List<String> outcomes(OperationState state) {
        return state.targets().stream().map(words::outcome).toList();
    }

    /** The cause column of its targets. */
    public List<String> causes(OperationState state) {
        return state.targets().stream().map(words::cause).toList();
    }

    /** The problem pane, when the operation has a problem. */
    public Optional<ProblemText> problem(OperationState state) {
        return Optional.ofNullable(state.problem())
                .map(problem -> ProblemText.of(texts.messages(), problem));
    }

    /** All of it as the operator would copy it. */
    public String everything(OperationState state) {
        return words.copy(state, state.targets())
                + problem(state).map(ProblemText::copyText).orElse("");
    }
}
