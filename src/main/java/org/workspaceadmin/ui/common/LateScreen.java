package org.workspaceadmin.ui.common;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A screen that is built when it is first gone to: opening a connection waits only for the screen
 * that is shown. UI thread.
 */
public final class LateScreen implements Screen {
    private final Supplier<? extends Screen> make;
    private @Nullable Screen made;

    /**
     * A screen to be built.
     *
     * @param make builds it, called once at the most
     */
    public LateScreen(Supplier<? extends Screen> make) {
        this.make = make;
    }

    private Screen screen() {
        Screen built = made;
        if (built == null) {
            built = make.get();
            made = built;
        }
        return built;
    }

    @Override
    public Node root() {
        return screen().root();
    }

    @Override
    public void shown() {
        screen().shown();
    }

    @Override
    public void hidden() {
        if (made != null) {
            made.hidden();
        }
    }

    @Override
    public void search(String text) {
        screen().search(text);
    }

    @Override
    public void refresh() {
        screen().refresh();
    }

    @Override
    public void focus() {
        screen().focus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return screen().shortcuts();
    }

    @Override
    public void close() {
        if (made != null) {
            made.close();
        }
    }
}
