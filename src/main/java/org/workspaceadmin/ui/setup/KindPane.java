package org.workspaceadmin.ui.setup;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** Two cards: a directory in the cloud, or the company's own. */
final class KindPane implements StepPane {
    /** Two cards fit side by side into the smallest window. */
    private static final double TEXT_WIDTH = 332;

    private final VBox root = new VBox();
    private final Map<DomainKind, ToggleButton> cards = new EnumMap<>(DomainKind.class);
    private final Texts texts;
    private final SetupForm form;

    KindPane(Texts texts, WizardViewModel model) {
        this.texts = texts;
        form = model.form();
        root.getStyleClass().add("setup-step");
        Label question = text("setup.kind.question", "text-heading");
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("setup-cards");
        for (DomainKind kind : DomainKind.values()) {
            ToggleButton card = card(kind);
            card.setToggleGroup(group);
            cards.put(kind, card);
            row.getChildren().add(card);
        }
        form.kindProperty().subscribe(kind -> cards.forEach((k, c) -> c.setSelected(k == kind)));
        Label forEver = text("setup.kind.forEver", "text-muted");
        forEver.setGraphic(Icons.ATTENTION.node());
        root.getChildren().addAll(question, row, forEver);
    }

    private ToggleButton card(DomainKind kind) {
        String key = "setup.kind." + kind.name();
        Label title = text(key, "text-strong");
        Label word = new Label(kind.word(form.generation()));
        word.getStyleClass().addAll("mono", "text-muted");
        Label meaning = text(key + ".meaning");
        Label needs = text(key + ".needs." + form.generation().name(), "text-muted");
        VBox content = new CardText(title, word, meaning, needs);
        content.getStyleClass().add("gap-8");
        ToggleButton card = new ToggleButton();
        card.setId("setup-kind-" + kind.name());
        card.getStyleClass().add("setup-card");
        card.setGraphic(content);
        card.setMaxHeight(Double.MAX_VALUE);
        card.accessibleTextProperty().bind(title.textProperty());
        card.accessibleHelpProperty().bind(meaning.textProperty());
        card.setOnAction(e -> {
            card.setSelected(true);
            form.kindProperty().set(kind);
        });
        return card;
    }

    private Label text(String key, String... classes) {
        Label label = new Label();
        label.textProperty().bind(texts.text(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(classes);
        return label;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focus() {
        DomainKind kind = form.kindProperty().get();
        ToggleButton card = cards.get(kind == null ? DomainKind.CLOUD : kind);
        if (card != null) {
            card.requestFocus();
        }
    }

    /** A button asks its graphic for a height without saying the width; this one knows it. */
    private static final class CardText extends VBox {
        CardText(Node... lines) {
            super(lines);
            setPrefWidth(TEXT_WIDTH);
            setMaxWidth(TEXT_WIDTH);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(TEXT_WIDTH);
        }

        @Override
        protected double computeMinHeight(double width) {
            return super.computeMinHeight(TEXT_WIDTH);
        }
    }
}
