package org.workspaceadmin.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Skin;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;

/** A masked input with an eye that shows what was typed until it is left. */
public final class SecretField extends StackPane {
    private final Field field;
    private final ToggleButton eye = new ToggleButton();
    private boolean showing;

    /**
     * Shows a secret.
     *
     * @param secret what is typed
     * @param paste takes a pasted text that fills all inputs
     * @param texts the language
     * @param nameKey what it is, for the eye's accessible text
     */
    public SecretField(SecretInput secret, PasteTarget paste, Texts texts, String nameKey) {
        getStyleClass().add("secret-line");
        field = new Field(paste);
        field.setMaxWidth(Double.MAX_VALUE);
        show(secret);
        field.textProperty()
                .subscribe((before, now) -> {
                    if (!showing) {
                        secret.typed(field.getCharacters());
                    }
                });
        secret.onReplaced(() -> show(secret));
        eye.getStyleClass().addAll("button-icon", "flat", "small", "secret-eye");
        eye.graphicProperty()
                .bind(eye.selectedProperty().map(on -> (on ? Icons.HIDE : Icons.SHOW).node()));
        eye.accessibleTextProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                eye.isSelected() ? "signIn.hide" : "signIn.show",
                                                texts.now(nameKey)),
                                eye.selectedProperty()));
        eye.selectedProperty().subscribe(field::reveal);
        setAlignment(eye, Pos.CENTER_RIGHT);
        getChildren().addAll(field, eye);
    }

    /** What is typed into. */
    public PasswordField input() {
        return field;
    }

    private void show(SecretInput secret) {
        showing = true;
        try {
            // What was typed is written over in the control's own buffer before it is emptied.
            field.setText("\u2022".repeat(field.getLength()));
            if (secret.isEmpty()) {
                field.clear();
                eye.setSelected(false);
            } else {
                field.setText(secret.exact().text());
            }
        } finally {
            showing = false;
        }
    }

    /** Who takes a pasted text when it is more than the content of one input. */
    @FunctionalInterface
    public interface PasteTarget {
        /**
         * Offers a text.
         *
         * @param text from the clipboard
         * @return whether it was taken; otherwise it goes into the input
         */
        boolean take(String text);
    }

    private static final class Field extends PasswordField {
        private final PasteTarget paste;
        private boolean plain;

        Field(PasteTarget paste) {
            this.paste = paste;
        }

        void reveal(boolean shown) {
            if (plain != shown) {
                plain = shown;
                int caret = getCaretPosition();
                setSkin(createDefaultSkin()); // a skin asks for the mask once per text
                positionCaret(caret);
            }
        }

        @Override
        protected Skin<?> createDefaultSkin() {
            return new Unmasking(this);
        }

        @Override
        public void paste() {
            String text = Clipboard.getSystemClipboard().getString();
            if (text == null || !paste.take(text)) {
                super.paste();
            }
        }
    }

    private static final class Unmasking extends TextFieldSkin {
        Unmasking(Field field) {
            super(field);
        }

        @Override
        protected String maskText(String text) {
            return getSkinnable() instanceof Field field && field.plain
                    ? text
                    : super.maskText(text);
        }
    }
}
