package org.workspaceadmin.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.refusal.Explanation;
import org.workspaceadmin.connection.refusal.PolicyStatement;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Work;

/**
 * The part of a problem that explains a refusal in place: which permission is missing, and what to
 * send to whom. A failed explanation is a problem in words as well. Takes no room until asked.
 */
final class RefusalPane extends VBox {
    private final UiContext context;
    private final Label waiting = label("explain-waiting");
    private final Label failedTitle = label("explain-failed");
    private final Label failedText = label("explain-failed-text");
    private final Label what = label("explain-what");
    private final Label why = label("explain-why");
    private final Label remark = label("explain-remark");
    private final Button copyText = button("explain-copy-text");
    private final Button copyPolicy = button("explain-copy-policy");
    private @Nullable Problem problem;
    private @Nullable Explanation explanation;
    private @Nullable Problem failure;
    private @Nullable Work<Explanation> work;

    RefusalPane(UiContext context) {
        this.context = context;
        Texts texts = context.texts();
        getStyleClass().add("problem-help");
        waiting.textProperty().bind(texts.text("problem.explain.waiting"));
        copyText.textProperty().bind(texts.text("problem.explain.copyText"));
        copyPolicy.textProperty().bind(texts.text("problem.explain.copyPolicy"));
        failedTitle.getStyleClass().add("text-strong");
        what.getStyleClass().add("text-strong");
        remark.getStyleClass().add("text-muted");
        FlowPane buttons = new FlowPane(8, 4, copyText, copyPolicy);
        buttons.visibleProperty().bind(copyText.visibleProperty().or(copyPolicy.visibleProperty()));
        buttons.managedProperty().bind(buttons.visibleProperty());
        getChildren().addAll(waiting, failedTitle, failedText, what, why, remark, buttons);
        managedProperty().bind(visibleProperty());
        copyText.setOnAction(e -> {
            if (explanation != null && problem != null) {
                context.clipboard()
                        .copy(
                                RefusalText.forAdministrator(
                                        texts.messages(),
                                        explanation,
                                        problem.authorizationMessage()));
            }
        });
        copyPolicy.setOnAction(e -> {
            if (explanation != null) {
                context.clipboard().copy(PolicyStatement.json(explanation));
            }
        });
        texts.languageProperty().subscribe(language -> draw());
        forget();
    }

    /** Shows nothing, and lets go of an explanation under way. */
    void forget() {
        Work<Explanation> running = work;
        if (running != null) {
            running.cancel();
        }
        work = null;
        problem = null;
        explanation = null;
        failure = null;
        draw();
    }

    /** Asks for the explanation of a refusal and shows it when it comes. */
    void explain(Problem refusal) {
        forget();
        problem = refusal;
        work =
                context.help()
                        .explain(refusal)
                        .then(
                                context.ui(),
                                found -> {
                                    explanation = found;
                                    failure = found.undecoded();
                                    draw();
                                },
                                failed -> {
                                    failure = ProblemText.problemOf(failed);
                                    draw();
                                });
        draw();
    }

    private void draw() {
        Explanation found = explanation;
        Problem failed = failure;
        setVisible(problem != null);
        show(waiting, problem != null && found == null && failed == null);
        ProblemText words =
                failed == null ? null : ProblemText.of(context.texts().messages(), failed);
        put(failedTitle, words == null ? "" : words.title());
        put(failedText, words == null ? "" : words.meaning() + "\n" + words.advice());
        RefusalText text = found == null ? null : RefusalText.of(context.texts().messages(), found);
        put(what, text == null ? "" : text.what());
        put(why, text == null ? "" : text.why());
        put(remark, text == null ? "" : text.remark());
        show(copyText, found != null);
        show(copyPolicy, found != null && found.grantable());
        setAccessibleText(text == null ? waiting.getText() : text.what() + " " + text.why());
    }

    private static void put(Label label, String text) {
        label.setText(text);
        show(label, !text.isEmpty());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Button button(String style) {
        Button button = new Button();
        button.setGraphic(Icons.COPY.node());
        button.getStyleClass().addAll("small", style);
        return button;
    }
}
