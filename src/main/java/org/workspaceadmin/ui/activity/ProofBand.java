package org.workspaceadmin.ui.activity;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.journal.Verification;
import org.workspaceadmin.ui.activity.LedgerProof.Status;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;

/** Above the list: how far proving or writing out is, then what came of it. */
final class ProofBand extends VBox {
    private final LedgerProof proof;
    private final ActivityTexts words;
    private final Texts texts;
    private final FontIcon icon = new FontIcon(Tone.GOOD.icon().ikon());
    private final Label title = new Label();
    private final Label text = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button dismiss = new Button();
    private final ProblemPane problem;

    ProofBand(LedgerProof proof, ActivityTexts words, UiContext ui) {
        this.proof = proof;
        this.words = words;
        texts = ui.texts();
        setId("activity-band");
        getStyleClass().add("proof-band");
        title.getStyleClass().add("text-strong");
        title.setId("activity-verdict");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        text.setId("activity-verdict-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.managedProperty().bind(text.visibleProperty());
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(proof.progressProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        progress.accessibleTextProperty().bind(texts.text("activity.progress"));
        dismiss.setId("activity-dismiss");
        dismiss.getStyleClass().add("small");
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        dismiss.setOnAction(e -> proof.dismiss());
        problem = new ProblemPane(ui);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(icon, title, dismiss);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        getChildren().addAll(head, progress, text, problem);
        managedProperty().bind(visibleProperty());
        proof.statusProperty().subscribe(status -> draw());
        texts.languageProperty().subscribe(language -> draw());
    }

    private void draw() {
        Status status = proof.statusProperty().get();
        setVisible(!(status instanceof Status.Idle));
        progress.setVisible(proof.busy());
        dismiss.setText(texts.now(proof.busy() ? "activity.cancel" : "activity.dismiss"));
        problem.problemProperty().set(null);
        switch (status) {
            case Status.Idle idle -> say(Tone.OFF, "", "");
            case Status.Verifying busy -> say(Tone.UNDER_WAY, texts.now("activity.verifying"), "");
            case Status.Exporting busy -> say(Tone.UNDER_WAY, texts.now("activity.exporting"), "");
            case Status.Verified verified -> verified(verified.found());
            case Status.Exported exported ->
                    say(
                            Tone.GOOD,
                            texts.now(
                                    "activity.exported",
                                    texts.messages().number(exported.count()),
                                    exported.file()),
                            "");
            case Status.Failed failed -> {
                say(
                        Tone.BAD,
                        texts.now(
                                failed.exporting()
                                        ? "activity.exportFailed"
                                        : "activity.verifyFailed"),
                        failed.exporting() ? failed.problem().message() : "");
                problem.problemProperty().set(failed.exporting() ? null : failed.problem());
            }
        }
    }

    private void verified(Verification found) {
        say(found.holds() ? Tone.GOOD : Tone.BAD, words.verdict(found), words.meaning(found));
    }

    private void say(Tone tone, String headline, String more) {
        icon.setIconCode(tone.icon().ikon());
        icon.getStyleClass().removeIf(c -> c.startsWith("tone-"));
        icon.getStyleClass().add(tone.styleClass());
        getStyleClass().removeAll("good", "bad");
        if (tone == Tone.GOOD || tone == Tone.BAD) {
            getStyleClass().add(tone == Tone.GOOD ? "good" : "bad");
        }
        title.setText(headline);
        text.setText(more);
    }
}
