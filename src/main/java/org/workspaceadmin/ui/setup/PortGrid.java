package org.workspaceadmin.ui.setup;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.AdService;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** The ports of one controller: what each is for, and what it did over TCP and UDP. */
final class PortGrid extends GridPane {
    private static final String OPEN = "OPEN";
    private static final String SILENT = "SILENT";

    /**
     * The ports of a result.
     *
     * @param texts the language
     * @param result of the check of ports, whose first argument names those that are missed
     */
    PortGrid(Texts texts, CheckResult result) {
        getStyleClass().add("port-grid");
        Set<String> missed =
                result.verdict() == Verdict.BAD && !result.arguments().isEmpty()
                        ? Set.of(result.arguments().getFirst().split(", "))
                        : Set.of();
        Map<String, String> reach = new HashMap<>();
        result.evidence().forEach(field -> reach.put(field.path(), field.value()));
        addRow(
                0,
                head(texts.now("setup.directory.port")),
                head(texts.now("setup.directory.port.service")),
                head("TCP"),
                head("UDP"));
        int row = 1;
        for (AdService service : AdService.values()) {
            String tcp = word(texts, reach.get("TCP " + service.port()));
            String udp = word(texts, reach.get("UDP " + service.port()));
            boolean needed = missed.contains(Integer.toString(service.port()));
            Label port = new Label(Integer.toString(service.port()));
            port.getStyleClass().add("port-number");
            Label name = new Label(texts.now("directory.service." + service));
            name.setAccessibleText(
                    texts.now(
                            "setup.directory.port.row",
                            Integer.toString(service.port()),
                            name.getText(),
                            tcp,
                            udp));
            addRow(
                    row++,
                    port,
                    name,
                    badge(
                            reach.get("TCP " + service.port()),
                            tcp,
                            needed ? Tone.BAD : Tone.ATTENTION),
                    badge(
                            reach.get("UDP " + service.port()),
                            udp,
                            over(reach.get("UDP " + service.port()))));
        }
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().addAll("text-small", "text-strong");
        return head;
    }

    private static String word(Texts texts, @Nullable String reach) {
        String key = "directory.reach." + (reach == null ? "NONE" : reach);
        return texts.has(key) ? texts.now(key) : String.valueOf(reach);
    }

    /** Over UDP silence proves nothing, since not everything answers there. */
    private static Tone over(@Nullable String udp) {
        return SILENT.equals(udp) ? Tone.UNKNOWN : Tone.ATTENTION;
    }

    private static Label badge(@Nullable String reach, String word, Tone closed) {
        if (reach == null) {
            Label none = new Label(word);
            none.getStyleClass().add("text-muted");
            return none;
        }
        return new StateBadge(reach.equals(OPEN) ? Tone.GOOD : closed, word);
    }
}
