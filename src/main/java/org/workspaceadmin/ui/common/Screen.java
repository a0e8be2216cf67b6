package org.workspaceadmin.ui.common;

import java.util.List;
import javafx.scene.Node;

/** One place of the window. Made once per connection; shown and hidden as the operator moves. */
public interface Screen extends AutoCloseable {
    /** What is put into the content area; always the same node. */
    Node root();

    /** It is on screen now: start reading. */
    void shown();

    /** It left the screen: stop reading what nobody sees. */
    void hidden();

    /**
     * The operator typed into the search box on top.
     *
     * @param text what to look for, empty to show everything
     */
    default void search(String text) {}

    /** The operator asked for fresh data (F5). */
    default void refresh() {}

    /** Puts the focus where the operator wants to begin, usually the list. */
    default void focus() {
        root().requestFocus();
    }

    /** Keys that work while this place is shown, for the sheet of keys. */
    default List<Shortcut> shortcuts() {
        return List.of();
    }

    /** The connection is closed; never shown again. */
    @Override
    default void close() {}
}
