package org.workspaceadmin.ui.connection;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Detected;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.ui.common.FieldBlock;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionsViewModel.Editing;

/** Which project, which API generation, which enterprise project. */
final class ProjectFields extends VBox {
    private final EditorViewModel model;
    private final EditorCommands commands;
    private final Texts texts;

    /**
     * The section.
     *
     * @param editing what is typed
     * @param context language
     * @param blocks gives a block its fault
     */
    ProjectFields(
            Editing editing, UiContext context, BiFunction<Field, FieldBlock, FieldBlock> blocks) {
        model = editing.model();
        commands = editing.commands();
        texts = context.texts();
        getStyleClass().add("editor-section");
        setId("section-project");
        Label title = new Label();
        title.textProperty().bind(texts.text("editor.section.project"));
        title.getStyleClass().add("editor-section-title");
        TextField project = new TextField();
        project.setId("project");
        project.promptTextProperty().bind(texts.text("editor.project.prompt"));
        project.textProperty().bindBidirectional(model.projectIdProperty());
        FieldBlock projectBlock =
                blocks.apply(Field.PROJECT, new FieldBlock(texts.text("editor.project"), project));
        projectBlock.getChildren().addAll(projects(), noProject());
        TextField enterprise = new TextField();
        enterprise.setId("enterprise-project");
        enterprise.promptTextProperty().bind(texts.text("editor.enterprise.prompt"));
        enterprise.textProperty().bindBidirectional(model.enterpriseProjectProperty());
        Button find = new Button();
        find.setId("find-enterprise-projects");
        find.textProperty().bind(texts.text("editor.enterprise.find"));
        find.setMinWidth(Region.USE_PREF_SIZE);
        find.disableProperty()
                .bind(
                        commands.busyProperty()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> !model.complete(),
                                                model.regionProperty(),
                                                model.projectIdProperty())));
        find.setOnAction(e -> {
            if (model.signIn().judgeAll().isEmpty()) {
                commands.findEnterpriseProjects();
            }
        });
        HBox line = new HBox(enterprise, find);
        line.getStyleClass().add("gap-8");
        HBox.setHgrow(enterprise, Priority.ALWAYS);
        FieldBlock enterpriseBlock =
                blocks.apply(
                        Field.ENTERPRISE_PROJECT,
                        new FieldBlock(texts.text("editor.enterprise"), enterprise, line));
        enterpriseBlock.getChildren().addAll(enterpriseProjects(), noEnterpriseProject());
        getChildren().addAll(title, projectBlock, generation(), enterpriseBlock);
    }

    private ComboBox<Project> projects() {
        ComboBox<Project> choice = new ComboBox<>(commands.projects());
        choice.setId("project-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.promptTextProperty().bind(texts.text("editor.project.choose"));
        choice.accessibleTextProperty().bind(texts.text("editor.project.choose"));
        choice.setConverter(
                new Words<>() {
                    @Override
                    String words(Project project) {
                        return project.name() + "  ·  " + project.id();
                    }
                });
        choice.valueProperty()
                .subscribe(project -> {
                    if (project != null) {
                        model.projectIdProperty().set(project.id());
                    }
                });
        choice.visibleProperty().bind(Bindings.isNotEmpty(commands.projects()));
        choice.managedProperty().bind(choice.visibleProperty());
        return choice;
    }

    private Label noProject() {
        Label none = note("editor.project.none", "no-project");
        none.visibleProperty().bind(commands.noProjectProperty());
        return none;
    }

    private ComboBox<EnterpriseProject> enterpriseProjects() {
        ComboBox<EnterpriseProject> choice = new ComboBox<>(commands.enterpriseProjects());
        choice.setId("enterprise-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.promptTextProperty().bind(texts.text("editor.enterprise.choose"));
        choice.accessibleTextProperty().bind(texts.text("editor.enterprise.choose"));
        choice.setConverter(
                new Words<>() {
                    @Override
                    String words(EnterpriseProject project) {
                        return project.name() + "  ·  " + project.id();
                    }
                });
        choice.valueProperty()
                .subscribe(project -> {
                    if (project != null) {
                        model.enterpriseProjectProperty().set(project.id());
                    }
                });
        choice.visibleProperty().bind(Bindings.isNotEmpty(commands.enterpriseProjects()));
        choice.managedProperty().bind(choice.visibleProperty());
        return choice;
    }

    private Label noEnterpriseProject() {
        Label none = note("editor.enterprise.none", "no-enterprise-project");
        none.visibleProperty().bind(commands.noEnterpriseProjectProperty());
        return none;
    }

    private VBox generation() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("choice-row");
        Iterator<String> pills = List.of("left-pill", "center-pill", "right-pill").iterator();
        Map<GenerationChoice, ToggleButton> buttons = new EnumMap<>(GenerationChoice.class);
        for (GenerationChoice choice : GenerationChoice.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("generation-" + choice);
            button.textProperty().bind(texts.text("editor.generation." + choice));
            button.getStyleClass().add(pills.next());
            button.setToggleGroup(group);
            button.setPrefWidth(140);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.generationProperty().set(choice);
            });
            buttons.put(choice, button);
            row.getChildren().add(button);
        }
        model.generationProperty()
                .subscribe(chosen -> {
                    ToggleButton button = buttons.get(chosen);
                    if (button != null) {
                        button.setSelected(true);
                    }
                });
        ToggleButton first = buttons.getOrDefault(GenerationChoice.DETECT, new ToggleButton());
        FieldBlock block = new FieldBlock(texts.text("editor.generation"), first, row);
        Label why = new Label();
        why.setId("generation-unclear");
        why.textProperty()
                .bind(
                        texts.of(
                                () -> why(commands.unclearProperty().get()),
                                commands.unclearProperty()));
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().addAll("text-small", "text-warning");
        why.visibleProperty().bind(commands.unclearProperty().isNotNull());
        why.managedProperty().bind(why.visibleProperty());
        block.getChildren().add(why);
        return block;
    }

    private String why(Detected.@Nullable Unclear unclear) {
        return unclear == null
                ? ""
                : texts.now(
                        "editor.generation.unclear",
                        texts.now("connection.generation.why." + unclear.why()));
    }

    private Label note(String key, String id) {
        Label note = new Label();
        note.setId(id);
        note.textProperty().bind(texts.text(key));
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().addAll("text-small", "text-warning");
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    /** Chosen, never typed. */
    private abstract static class Words<T> extends StringConverter<T> {
        abstract String words(T item);

        @Override
        public String toString(@Nullable T item) {
            return item == null ? "" : words(item);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
