package org.workspaceadmin.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.ui.common.Texts;

/** The places on the left. */
final class NavigationBar extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final ShellViewModel model;
    private final Texts texts;

    NavigationBar(ShellViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("navigation");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        accessibleTextProperty().bind(texts.text("shell.navigation"));
        model.places().addListener((ListChangeListener<Place>) change -> rebuild());
        model.currentProperty().subscribe(place -> mark());
        rebuild();
    }

    private void rebuild() {
        getChildren().clear();
        for (int i = 0; i < model.places().size(); i++) {
            getChildren().add(entry(model.places().get(i), i + 1));
        }
        mark();
    }

    private Button entry(Place place, int number) {
        FontIcon icon = place.icon().node();
        Label name = new Label();
        name.textProperty().bind(texts.text(place.titleKey()));
        name.getStyleClass().add("navigation-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(icon, name, gap);
        content.getStyleClass().add("navigation-content");
        Button entry = new Button();
        entry.setGraphic(content);
        content.prefWidthProperty().bind(entry.widthProperty().subtract(24));
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.getStyleClass().add("navigation-entry");
        entry.setId("place-" + place.id());
        entry.setUserData(place);
        entry.setOnAction(e -> model.go(place));
        if (place.countsOpenJobs()) {
            content.getChildren().addAll(news(), openJobs());
            entry.accessibleTextProperty()
                    .bind(
                            Bindings.concat(
                                    texts.text(place.titleKey()),
                                    ", ",
                                    texts.text("shell.openJobs", model.openJobsProperty()),
                                    ", ",
                                    texts.text("shell.news", model.newsProperty())));
        } else {
            entry.accessibleTextProperty().bind(texts.text(place.titleKey()));
        }
        Tooltip tooltip = new Tooltip(Keys.place(number).getDisplayText());
        entry.setTooltip(tooltip);
        return entry;
    }

    private Label openJobs() {
        Label count = new Label();
        count.getStyleClass().add("navigation-count");
        count.textProperty()
                .bind(
                        texts.of(
                                () -> texts.messages().number(model.openJobsProperty().get()),
                                model.openJobsProperty()));
        count.visibleProperty().bind(model.openJobsProperty().greaterThan(0));
        count.managedProperty().bind(count.visibleProperty());
        return count;
    }

    /** What ended or stopped since the jobs were looked at. */
    private Label news() {
        Label news = new Label();
        news.setId("jobs-news");
        news.getStyleClass().add("navigation-news");
        news.textProperty()
                .bind(
                        texts.of(
                                () -> texts.messages().number(model.newsProperty().get()),
                                model.newsProperty()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("shell.news", model.newsProperty()));
        news.setTooltip(tooltip);
        news.visibleProperty().bind(model.newsProperty().greaterThan(0));
        news.managedProperty().bind(news.visibleProperty());
        return news;
    }

    private void mark() {
        Place here = model.currentProperty().get();
        getChildren()
                .forEach(entry ->
                        entry.pseudoClassStateChanged(
                                HERE, here != null && here.equals(entry.getUserData())));
    }
}
