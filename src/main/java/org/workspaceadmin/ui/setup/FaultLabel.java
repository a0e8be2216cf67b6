package org.workspaceadmin.ui.setup;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** What is broken about a choice, beneath it; takes no room while nothing is. */
final class FaultLabel extends Label {
    private final Texts texts;
    private final RuleField<?> rules;

    FaultLabel(Texts texts, RuleField<?> rules) {
        this.texts = texts;
        this.rules = rules;
        setId("setup-fault-" + rules.field().name());
        getStyleClass().addAll("text-small", "text-danger");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        rules.linesProperty().subscribe(this::draw);
        texts.languageProperty().subscribe(l -> draw(rules.linesProperty().get()));
    }

    private void draw(List<RuleLine> lines) {
        String text =
                rules.verdictProperty().get() == RuleField.Verdict.BROKEN
                        ? lines.stream()
                                .filter(l -> l.state() == RuleLine.State.BROKEN)
                                .map(l -> RuleList.words(texts, l))
                                .collect(Collectors.joining("\n"))
                        : "";
        setText(text);
        setGraphic(text.isEmpty() ? null : Icons.BAD.node());
        setVisible(!text.isEmpty());
    }
}
