package org.workspaceadmin.ui.directory;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.SignInResult;
import org.workspaceadmin.directory.SignInTrial;
import org.workspaceadmin.ui.common.DirectoryWords;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.directory.DirectoryAccessViewModel.State;

/** What came of the last sign-in, what it means, and what to do. */
final class TrialPane extends VBox {
    private final DirectoryAccessViewModel model;
    private final Texts texts;
    private final DirectoryWords words;
    private final StateBadge verdict = new StateBadge();
    private final Label means = new Label();
    private final Label raw = new Label();
    private final ProblemPane problem;

    TrialPane(DirectoryAccessViewModel model, DirectoryWords words, UiContext context) {
        this.model = model;
        this.words = words;
        texts = context.texts();
        getStyleClass().add("settings-group");
        setId("access-trial");
        Label heading = new Label();
        heading.textProperty().bind(texts.text("adAccess.trial"));
        heading.getStyleClass().add("field-name");
        verdict.setId("access-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        means.setId("access-means");
        for (Label label : new Label[] {means, raw}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        raw.getStyleClass().addAll("text-small", "text-muted");
        raw.setMaxHeight(Region.USE_PREF_SIZE);
        problem = new ProblemPane(context);
        getChildren().addAll(heading, verdict, means, raw, problem);
        model.stateProperty().subscribe(now -> draw());
        texts.languageProperty().subscribe(now -> draw());
    }

    private void draw() {
        State state = model.stateProperty().get();
        problem.problemProperty().set(state instanceof State.Failed f ? f.problem() : null);
        means.setText("");
        raw.setText("");
        switch (state) {
            case State.Idle idle -> {
                verdict.show(Tone.OFF, texts.now("adAccess.trial.none"));
                means.setText(texts.now("adAccess.lockOut"));
            }
            case State.Trying trying ->
                    verdict.show(Tone.UNDER_WAY, texts.now("adAccess.trial.trying"));
            case State.NoCertificate none ->
                    verdict.show(
                            Tone.ATTENTION,
                            texts.now(
                                    "adAccess.trust.empty",
                                    String.valueOf(none.file().getFileName())));
            case State.Failed failed -> verdict.show(Tone.BAD, texts.now("adAccess.trial.failed"));
            case State.Tried tried -> draw(tried.result());
        }
    }

    private void draw(SignInTrial.Result result) {
        CheckOrder.Controller controller = result.controller();
        if (controller == null || result.tried().isEmpty()) {
            verdict.show(Tone.BAD, texts.now("adAccess.trial.unreachable"));
            means.setText(texts.now("adAccess.problem.UNREACHABLE", ""));
            raw.setText(result.trouble());
            return;
        }
        String certificate =
                result.certificate() == SignInTrial.Certificate.TRUSTED
                        ? ""
                        : texts.now("adAccess.certificate." + result.certificate());
        switch (result.tried().getLast()) {
            case SignInResult.SignedIn in -> {
                verdict.show(
                        Tone.GOOD,
                        texts.now("adAccess.trial.signedIn", in.who(), controller.address()));
                means.setText(
                        texts.now("adAccess.way." + in.way(), result.took().toMillis())
                                + (certificate.isEmpty() ? "" : "\n" + certificate));
            }
            case SignInResult.Refused no -> {
                verdict.show(Tone.BAD, texts.now("adAccess.trial.refused", controller.address()));
                means.setText(words.fault(no.fault()) + "\n" + texts.now("adAccess.once"));
                raw.setText(no.text());
            }
            case SignInResult.NotPossible not -> {
                verdict.show(
                        Tone.ATTENTION,
                        texts.now("adAccess.trial.noSafeWay", controller.address()));
                boolean untrusted = result.certificate() == SignInTrial.Certificate.UNTRUSTED;
                means.setText(
                        untrusted
                                ? certificate // which is all there is to do something about
                                : texts.now("adAccess.problem.NO_SAFE_WAY", controller.address())
                                        + (certificate.isEmpty() ? "" : "\n" + certificate));
                raw.setText(untrusted ? "" : not.text());
            }
        }
    }
}
