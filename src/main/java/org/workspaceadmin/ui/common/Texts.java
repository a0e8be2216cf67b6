package org.workspaceadmin.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;

/**
 * The current language and texts that follow it while the program runs. UI thread only, except
 * {@link #messages()}.
 */
public final class Texts {
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
    private volatile Messages messages;

    /**
     * Starts in a language.
     *
     * @param language the first one
     */
    public Texts(Language language) {
        messages = Messages.of(language);
        this.language.set(language);
    }

    /** The current language. Listeners find {@link #messages()} already switched. */
    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language;
    }

    /** Switches the language of everything on screen. */
    public void setLanguage(Language chosen) {
        messages = Messages.of(chosen);
        language.set(chosen);
    }

    /** The texts of the current language; any thread. */
    public Messages messages() {
        return messages;
    }

    /**
     * A text that follows the language.
     *
     * @param key its key
     * @param arguments for its places; an {@link ObservableValue} is followed too
     * @return a binding; it lives as long as the property it is bound to
     */
    public StringBinding text(String key, Object... arguments) {
        List<Observable> watched = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof ObservableValue<?> value) {
                watched.add(value);
            }
        }
        return of(() -> now(key, resolve(arguments)), watched.toArray(Observable[]::new));
    }

    /**
     * Any text made of messages that follows the language and what else it depends on.
     *
     * @param made makes the text; called on the UI thread
     * @param dependencies what it also depends on
     * @return a binding; it lives as long as the property it is bound to
     */
    public StringBinding of(Callable<String> made, Observable... dependencies) {
        Observable[] all = new Observable[dependencies.length + 1];
        all[0] = language;
        System.arraycopy(dependencies, 0, all, 1, dependencies.length);
        return Bindings.createStringBinding(made, all);
    }

    /** A text in the language of this moment. */
    public String now(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** Whether a text exists. */
    public boolean has(String key) {
        return messages.has(key);
    }

    private static Object[] resolve(Object[] arguments) {
        Object[] resolved = arguments.clone();
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] instanceof ObservableValue<?> value) {
                Object inner = value.getValue();
                resolved[i] = inner == null ? "" : inner;
            }
        }
        return resolved;
    }
}
