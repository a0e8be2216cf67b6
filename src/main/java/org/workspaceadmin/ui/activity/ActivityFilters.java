package org.workspaceadmin.ui.activity;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.activity.ActivityViewModel.Choice;
import org.workspaceadmin.ui.common.Texts;

/** What narrows the list: words, subject, person, connection, time. */
final class ActivityFilters extends HBox {
    private final Texts texts;
    private final TextField search = new TextField();

    ActivityFilters(ActivityViewModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("gap-8");
        search.setId("activity-search");
        search.promptTextProperty().bind(texts.text("activity.search"));
        search.accessibleTextProperty().bind(texts.text("activity.search"));
        search.textProperty().bindBidirectional(model.textProperty());
        search.setMinWidth(120);
        search.setPrefWidth(216);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMaxWidth(360);
        getChildren()
                .addAll(
                        search,
                        combo(
                                "subject",
                                FXCollections.observableArrayList(Subject.values()),
                                model.subjectProperty(),
                                s -> texts.now("activity.subject." + s.name())),
                        combo(
                                "who",
                                model.people(),
                                model.whoProperty(),
                                w -> w.isEmpty() ? texts.now("activity.who.any") : shortName(w)),
                        combo(
                                "connection",
                                model.connections(),
                                model.connectionProperty(),
                                this::connection),
                        combo(
                                "period",
                                FXCollections.observableArrayList(Period.values()),
                                model.periodProperty(),
                                p -> texts.now("activity.period." + p.name())));
    }

    void focusSearch() {
        search.requestFocus();
    }

    private String connection(Choice choice) {
        return choice.id().isEmpty() ? texts.now("activity.connection.any") : choice.name();
    }

    /** A principal's URN is long; its end is what people know. */
    private static String shortName(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private <T> ComboBox<T> combo(
            String id, ObservableList<T> items, Property<T> chosen, Function<T, String> words) {
        ComboBox<T> combo = new ComboBox<>(items);
        combo.setId("activity-by-" + id);
        combo.accessibleTextProperty().bind(texts.text("activity.by." + id));
        combo.setConverter(converter(words));
        combo.valueProperty().bindBidirectional(chosen);
        combo.setPrefWidth(140);
        combo.setMinWidth(104);
        texts.languageProperty().subscribe(language -> combo.setConverter(converter(words)));
        return combo;
    }

    private static <T> StringConverter<T> converter(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("only chosen, never typed");
            }
        };
    }
}
