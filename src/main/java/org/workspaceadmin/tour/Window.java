package org.workspaceadmin.tour;

import java.util.Objects;
import javafx.scene.Node;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Theme;

/** What every part of the tour does to the program's window. */
final class Window {
    private final Program program;
    private final Hands hands;

    Window(Program program, Hands hands) {
        this.program = program;
        this.hands = hands;
    }

    /** Goes to a place by the navigation. */
    void place(String id) {
        hands.click("#place-" + id);
        hands.until(
                id + " is shown",
                () ->
                        Objects.requireNonNull(program.shell().currentProperty().get())
                                .id()
                                .equals(id));
    }

    /** Light or dark. */
    void theme(Theme theme) {
        Hands.onUi(() -> {
            program.skin().themeProperty().set(theme);
            return true;
        });
        hands.settle();
    }

    /** English or Chinese. */
    void language(Language language) {
        Hands.onUi(() -> {
            program.context().texts().setLanguage(language);
            return true;
        });
        hands.settle();
    }

    /** A node, wherever it is. */
    Node node(String selector) {
        Node node = hands.scene().getRoot().lookup(selector);
        if (node == null) {
            throw new StepFailure("there is no " + selector);
        }
        return node;
    }
}
