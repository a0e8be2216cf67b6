package org.workspaceadmin.ui.setup;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.DomainInfo;
import org.workspaceadmin.ui.common.AccessKey;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/**
 * The directory's check at any time, whether there is a service or not. Begins with what the
 * service tells of its domain; the password is typed each time and forgotten with the screen.
 */
final class CheckDirectoryView extends VBox {
    private final SetupForm form;
    private final DirectoryViewModel model;
    private final CheckViewModel cloud;
    private final DirectoryPane directory;
    private final FoldRow inputs = new FoldRow("setup-directory-inputs", "check-group");

    /**
     * A check that was not begun.
     *
     * @param context what it works with
     * @param known the service's domain, null where none is told
     * @param back leaves it
     */
    CheckDirectoryView(SetupContext context, @Nullable DomainInfo known, Runnable back) {
        Texts texts = context.ui().texts();
        form = new SetupForm(context.generation());
        form.kindProperty().set(DomainKind.COMPANY);
        if (known != null) {
            form.load(known);
        }
        SignInAttempts attempts = new SignInAttempts();
        cloud = new CheckViewModel(context, form, attempts);
        model = new DirectoryViewModel(context, form, attempts, known != null && known.ldaps());
        directory = new DirectoryPane(context, model, cloud);
        getStyleClass().add("wizard");
        setId("setup-check-directory-view");
        Button leave = new Button();
        leave.setId("setup-directory-back");
        leave.setGraphic(Icons.BACK.node());
        leave.getStyleClass().add("flat");
        leave.textProperty()
                .bind(texts.of(() -> AccessKey.in(texts.now("setup.directory.later.back"), 'B')));
        leave.setOnAction(e -> back.run());
        Label title = new Label();
        title.textProperty().bind(texts.text("setup.directory.later.title"));
        title.getStyleClass().add("text-title");
        HBox head = new HBox(leave, title);
        head.getStyleClass().add("gap-8");
        head.setAlignment(Pos.CENTER_LEFT);
        Label what = new Label();
        what.textProperty().bind(texts.text("setup.directory.later.what"));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        what.getStyleClass().add("text-muted");
        DomainInputs typed =
                new DomainInputs(
                        context,
                        form,
                        new SetupFields(form, context.lists()),
                        entered -> {},
                        DomainInputs.For.CHECK);
        inputs.folded().getChildren().add(typed);
        inputs.folded().getStyleClass().add("check-inputs");
        inputs.open(true);
        texts.languageProperty().subscribe(language -> called(texts));
        form.domainNameProperty().subscribe(name -> called(texts));
        VBox fold = new VBox(inputs);
        fold.getStyleClass().add("check-groups");
        VBox content = new VBox(what, fold, directory);
        content.getStyleClass().addAll("setup-step", "setup-inputs");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("wizard-content");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        // Once a check runs its results matter more than what it was asked.
        model.stateProperty()
                .subscribe(state -> {
                    if (state == DirectoryViewModel.State.RUNNING) {
                        inputs.open(false);
                        // Once the inputs are folded and the rest has moved up.
                        Platform.runLater(() -> scroll.setVvalue(0));
                    }
                });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
                event.consume();
            }
        });
    }

    /** Ends what runs and forgets the password. */
    void close() {
        model.stop();
        cloud.stop();
        form.forgetPassword();
    }

    /** What is checked. */
    DirectoryViewModel model() {
        return model;
    }

    private void called(Texts texts) {
        inputs.show(texts.now("setup.directory.later.inputs"), form.domainNameProperty().get());
    }
}
