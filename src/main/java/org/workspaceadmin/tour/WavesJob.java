package org.workspaceadmin.tour;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Theme;

/** 500 desktops are rebuilt in waves, until the trial shows that something is wrong. */
final class WavesJob {
    /** Rows of which some 500 can be rebuilt; the dialog leaves the others out. */
    private static final int ROWS = 506;

    private static final Duration WAVE = Duration.ofMinutes(2);

    private final Hands hands;
    private final Window window;

    WavesJob(Program program, Hands hands) {
        this.hands = hands;
        window = new Window(program, hands);
    }

    /** The steps by name, in order; the demo runs already. */
    Map<String, Runnable> steps() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("waves", this::plan);
        steps.put("waves-trial", this::trial);
        steps.put("waves-stopped", this::stopped);
        steps.put("waves-stopped-dark-zh", this::darkInChinese);
        steps.put("waves-dropped", this::drop);
        return steps;
    }

    private void plan() {
        hands.press(KeyCode.ESCAPE);
        window.place("desktops");
        hands.enter("#desktops-filter", "os:windows status:on domain:in");
        hands.until("the filter left enough", () -> table().getItems().size() > ROWS);
        hands.click("#desktops-table .table-row-cell");
        // No hand holds Shift over 500 rows.
        Hands.onUi(() -> {
            table().getSelectionModel().selectRange(0, ROWS);
            return true;
        });
        hands.click("#desktops-action-rebuild");
        hands.click(".source-private");
        hands.until(
                "images are listed",
                () -> !((ListView<?>) window.node(".image-list")).getItems().isEmpty());
        hands.click(".image-list");
        hands.press(KeyCode.HOME);
        hands.click(".tab-send");
        hands.click(".send-in-waves");
        hands.enter(".send-trial", "60");
        hands.enter(".send-step", "100");
        hands.enter(".send-budget", "1");
        hands.enter(".operation-reason", "CHG-1050: new image for everybody");
        String label =
                Hands.onUi(() ->
                        ((Labeled)
                                        window.node(".operation-confirm")
                                                .getParent()
                                                .getChildrenUnmodifiable()
                                                .getFirst())
                                .getText());
        hands.enter(".operation-confirm", label.replaceAll("\\D+", ""));
        hands.find(".operation-submit");
    }

    private void trial() {
        hands.click(".operation-submit");
        hands.until(
                "the dialog closed after the intent was written",
                () -> hands.scene().getRoot().lookup(".operation-dialog") == null);
        window.place("jobs");
        hands.click(".jobs-table .table-row-cell");
        hands.find("#job-waves");
    }

    private void stopped() {
        hands.until(
                "the budget stopped it",
                WAVE,
                () -> ((Labeled) window.node("#job-waves-title")).getText().contains("budget"));
    }

    private void darkInChinese() {
        window.theme(Theme.DARK);
        window.language(Language.CHINESE);
    }

    private void drop() {
        window.theme(Theme.LIGHT);
        window.language(Language.ENGLISH);
        hands.click("#job-drop");
        hands.until("nothing waits any more", () -> !window.node("#job-waves").isVisible());
    }

    private TableView<?> table() {
        return (TableView<?>) window.node("#desktops-table");
    }
}
