package org.workspaceadmin.tour;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Theme;

/**
 * The company's directory, looked at from this workstation: once as it should be, once with a
 * password that the controller refuses.
 */
final class DirectoryJob {
    private static final Duration CHECK = Duration.ofSeconds(60);

    private final Hands hands;
    private final Window window;

    DirectoryJob(Program program, Hands hands) {
        this.hands = hands;
        window = new Window(program, hands);
    }

    /** The steps by name, in order; the demo's main project is open. */
    Map<String, Runnable> steps() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("directory-check", this::check);
        steps.put("directory-check-dark", () -> window.theme(Theme.DARK));
        steps.put("directory-check-dark-zh", () -> window.language(Language.CHINESE));
        steps.put("directory-check-fault", this::fault);
        return steps;
    }

    private void check() {
        hands.press(KeyCode.ESCAPE);
        window.place("setup");
        // What the service tells puts the button elsewhere, and is what the check begins with.
        hands.find("#setup-connected");
        hands.click("#setup-check-directory");
        fill("as it is in AD");
        start();
        hands.until(
                "everything works",
                CHECK,
                () -> text("#setup-directory-state").equals("Everything works"));
    }

    private void fault() {
        window.theme(Theme.LIGHT);
        window.language(Language.ENGLISH);
        hands.click("#setup-directory-back");
        hands.click("#setup-check-directory");
        fill("a wrong one");
        start();
        hands.until(
                "the controller refuses the account",
                CHECK,
                () -> text("#setup-directory-state").equals("Something does not work"));
    }

    /** The button may lie below what is in sight. */
    private void start() {
        hands.until(
                "the check can begin", () -> !window.node("#setup-directory-start").isDisabled());
        Hands.onUi(() -> {
            ((ButtonBase) window.node("#setup-directory-start")).fire();
            return true;
        });
    }

    private String text(String selector) {
        return ((Labeled) window.node(selector)).getText();
    }

    private void fill(String password) {
        hands.find("#setup-PASSWORD");
        Hands.onUi(() -> {
            window.node("#setup-PASSWORD").requestFocus();
            ((TextInputControl) window.node("#setup-PASSWORD")).clear();
            return true;
        });
        hands.settle();
        hands.type(password);
    }
}
