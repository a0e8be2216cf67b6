package org.workspaceadmin.ui.setup;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.rules.domain.Certainty;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/**
 * The rules of the input the operator is in, each as a line that turns while typing. Lines are made
 * once per set of rules and changed in place.
 */
final class RuleList extends VBox {
    private final Texts texts;
    private final Label title = new Label();
    private final VBox lines = new VBox();
    private List<RuleLine> shown = List.of();

    RuleList(Texts texts) {
        this.texts = texts;
        getStyleClass().add("rule-list");
        title.getStyleClass().add("text-strong");
        title.setWrapText(true);
        lines.getStyleClass().add("gap-8");
        getChildren().addAll(title, lines);
    }

    /**
     * Shows rules.
     *
     * @param name the input's name in words
     * @param rules as they stand
     */
    void show(String name, List<RuleLine> rules) {
        title.setText(texts.now("setup.rules.of", name));
        if (!sameRules(rules)) {
            lines.getChildren().setAll(rules.stream().map(r -> new Line()).toList());
        }
        for (int i = 0; i < rules.size(); i++) {
            ((Line) lines.getChildren().get(i)).show(rules.get(i));
        }
        shown = rules;
    }

    /** A rule in words. */
    static String words(Texts texts, RuleLine rule) {
        return texts.now("rule." + rule.id(), rule.arguments().toArray());
    }

    private boolean sameRules(List<RuleLine> rules) {
        if (shown.size() != rules.size()) {
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!shown.get(i).id().equals(rules.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private final class Line extends VBox {
        private final StateBadge badge = new StateBadge();
        private final Label more = new Label();

        Line() {
            badge.setWrapText(true);
            badge.getStyleClass().add("rule-badge");
            badge.setMinHeight(Region.USE_PREF_SIZE);
            more.getStyleClass().addAll("text-small", "text-muted", "rule-more");
            more.setWrapText(true);
            more.setMinHeight(Region.USE_PREF_SIZE);
            more.managedProperty().bind(more.visibleProperty());
            getChildren().addAll(badge, more);
        }

        void show(RuleLine rule) {
            badge.show(tone(rule.state()), words(texts, rule));
            badge.setAccessibleText(
                    texts.now("setup.rule." + rule.state().name()) + ": " + words(texts, rule));
            String example =
                    rule.state() == RuleLine.State.BROKEN
                            ? texts.now("rule." + rule.id() + ".example")
                            : "";
            String sure = sure(rule);
            more.setText(
                    example.isEmpty() || sure.isEmpty() ? example + sure : example + "\n" + sure);
            more.setVisible(!more.getText().isEmpty());
        }

        private String sure(RuleLine rule) {
            return rule.certainty() == Certainty.INFERRED || rule.certainty() == Certainty.SITE_LIST
                    ? texts.now("setup.certainty." + rule.certainty().name())
                    : "";
        }

        private static Tone tone(RuleLine.State state) {
            return switch (state) {
                case OPEN -> Tone.OFF;
                case MET -> Tone.GOOD;
                case BROKEN -> Tone.BAD;
                case ADVICE -> Tone.ATTENTION;
            };
        }
    }
}
