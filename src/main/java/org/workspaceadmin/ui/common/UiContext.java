package org.workspaceadmin.ui.common;

import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Workers;

/**
 * What every screen is given.
 *
 * @param texts the language
 * @param now the present moment, for ages
 * @param timer what time it is, and waiting
 * @param workers background threads
 * @param ui the way back to the UI thread
 * @param clipboard for copies
 * @param files for exports
 * @param browser for links
 * @param help what can be done about problems
 * @param notices shows notices outside the window
 */
public record UiContext(
        Texts texts,
        Now now,
        Timer timer,
        Workers workers,
        UiExecutor ui,
        ClipboardPort clipboard,
        FilePort files,
        BrowserPort browser,
        HelpLine help,
        NoticePort notices) {

    /** With a help line that nobody answers yet, and no notices outside the window. */
    public UiContext(
            Texts texts,
            Now now,
            Timer timer,
            Workers workers,
            UiExecutor ui,
            ClipboardPort clipboard,
            FilePort files,
            BrowserPort browser) {
        this(
                texts,
                now,
                timer,
                workers,
                ui,
                clipboard,
                files,
                browser,
                new HelpLine(),
                NoticePort.NONE);
    }

    /**
     * A batch of items for the UI thread.
     *
     * @param sink takes at most one batch per frame
     */
    public <T> FrameBatch<T> batch(java.util.function.Consumer<java.util.List<T>> sink) {
        return new FrameBatch<>(ui, timer, sink);
    }
}
