package org.workspaceadmin.ui.common;

/** Shows a notice outside the window, as the system does it. Returns at once; any thread. */
@FunctionalInterface
public interface NoticePort {
    /** Shows nothing. */
    NoticePort NONE = (title, text, sound) -> {};

    /**
     * Shows a notice; where the system shows none, nothing happens.
     *
     * @param title in a few words
     * @param text one or two sentences, plain
     * @param sound whether it may be heard
     */
    void show(String title, String text, boolean sound);
}
