package org.workspaceadmin.ui.welcome;

import java.time.Duration;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.ConnectionMark;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.welcome.WelcomeViewModel.Doing;

/** The kept connections, to be opened by one click or Enter; the one used last comes first. */
final class KeptConnections extends VBox {
    private static final double ROW = 60;
    private static final int MOST_ROWS = 6;

    private final WelcomeViewModel model;
    private final Texts texts;
    private final UiContext context;
    private final ListView<ConnectionEntry> list = new ListView<>();

    KeptConnections(WelcomeViewModel model, WelcomeActions actions, UiContext context) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        getStyleClass().addAll("card", "welcome-kept");
        FontIcon icon = Icons.CONNECTION.node();
        icon.getStyleClass().add("welcome-icon");
        Label title = new Label();
        title.textProperty().bind(texts.text("welcome.kept.title"));
        title.getStyleClass().add("text-heading");
        title.setGraphic(icon);
        ProblemPane problem = new ProblemPane(context);
        problem.setId("welcome-problem");
        problem.problemProperty().bindBidirectional(model.problemProperty());
        getChildren().addAll(title, list(), problem, buttons(actions));
    }

    /** Puts the focus on the connection used last. */
    void begin() {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    private ListView<ConnectionEntry> list() {
        list.setId("kept-connections");
        list.getStyleClass().add("kept-list");
        list.setItems(model.connections());
        list.setFixedCellSize(ROW);
        list.accessibleTextProperty().bind(texts.text("welcome.kept.title"));
        list.setCellFactory(view -> new Row());
        model.connections()
                .subscribe(() -> {
                    double rows = Math.min(MOST_ROWS, model.connections().size());
                    list.setPrefHeight(rows * ROW + 4);
                    list.setMinHeight(Math.min(3, rows) * ROW + 4);
                    list.getSelectionModel().selectFirst();
                });
        list.disableProperty().bind(model.doingProperty().isNotEqualTo(Doing.NOTHING));
        list.setOnKeyPressed(e -> {
            ConnectionEntry chosen = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && chosen != null) {
                e.consume();
                model.open(chosen);
            }
        });
        model.openingProperty().subscribe((was, is) -> list.refresh());
        return list;
    }

    private HBox buttons(WelcomeActions actions) {
        Button add = new Button();
        add.setId("welcome-add");
        add.textProperty().bind(texts.text("welcome.kept.add"));
        add.setOnAction(e -> actions.newConnection());
        Button manage = new Button();
        manage.setId("welcome-manage");
        manage.textProperty().bind(texts.text("welcome.kept.manage"));
        manage.getStyleClass().add("flat");
        manage.setOnAction(e -> actions.manageConnections());
        Button cancel = new Button();
        cancel.setId("welcome-cancel");
        cancel.textProperty().bind(texts.text("welcome.cancel"));
        cancel.setOnAction(e -> model.cancel());
        BooleanBinding opening = model.doingProperty().isEqualTo(Doing.OPENING);
        cancel.visibleProperty().bind(opening);
        cancel.managedProperty().bind(opening);
        add.disableProperty().bind(opening);
        manage.disableProperty().bind(opening);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(add, manage, gap, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("gap-8");
        return buttons;
    }

    private final class Row extends ListCell<ConnectionEntry> {
        Row() {
            getStyleClass().add("kept-row");
            setPrefWidth(0); // as wide as the list, not as its words
            texts.languageProperty().subscribe(language -> show(getItem()));
            setOnMouseClicked(e -> {
                ConnectionEntry entry = getItem();
                if (entry != null && !isEmpty() && e.getButton() == MouseButton.PRIMARY) {
                    model.open(entry);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ConnectionEntry item, boolean empty) {
            super.updateItem(item, empty);
            show(empty ? null : item);
        }

        private void show(@Nullable ConnectionEntry entry) {
            if (entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Connection connection = entry.connection();
            Label name = new Label(connection.name());
            name.getStyleClass().add("entry-name");
            name.setMinWidth(0);
            HBox first = new HBox(name, ConnectionMark.chip(connection.marking()));
            first.setAlignment(Pos.CENTER_LEFT);
            first.getStyleClass().add("gap-8");
            if (connection.marking().guarded()) {
                Label guarded = new Label(texts.now("welcome.kept.guarded"), Icons.GUARDED.node());
                guarded.getStyleClass().addAll("entry-badge", "text-small");
                guarded.setMinWidth(0);
                first.getChildren().add(guarded);
            }
            Label where = new Label(where(entry));
            where.getStyleClass().addAll("text-small", "text-muted");
            where.setMinWidth(0);
            VBox words = new VBox(first, where);
            words.getStyleClass().add("entry-words");
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label right = new Label(right(entry));
            right.getStyleClass().addAll("text-small", "text-muted");
            right.setMinWidth(USE_PREF_SIZE);
            FontIcon go = Icons.FOLDED.node();
            HBox row = new HBox(ConnectionMark.bar(connection.marking()), words, right, go);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("entry-row");
            setGraphic(row);
            setAccessibleText(
                    connection.name()
                            + ", "
                            + connection.marking().label()
                            + ", "
                            + where.getText()
                            + ", "
                            + right.getText());
        }

        private String where(ConnectionEntry entry) {
            Connection connection = entry.connection();
            String region =
                    connection.region().isEmpty()
                            ? connection.endpoints().workspace().getAuthority()
                            : connection.region();
            String signIn =
                    texts.now(
                            entry.attached()
                                    ? "welcome.kept.attached"
                                    : entry.remembered()
                                            ? "welcome.kept.remembered"
                                            : "welcome.kept.asks");
            return region + "  ·  " + signIn;
        }

        private String right(ConnectionEntry entry) {
            if (model.openingProperty().get().equals(entry.id())) {
                return texts.now("welcome.kept.opening");
            }
            return entry.lastUsed() == null
                    ? ""
                    : texts.messages().ago(Duration.between(entry.lastUsed(), context.now().get()));
        }
    }
}
