package org.workspaceadmin.app;

import javafx.stage.Stage;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.jobs.JobTexts;
import org.workspaceadmin.ui.notice.NoticeStack;
import org.workspaceadmin.ui.notice.NoticeTexts;
import org.workspaceadmin.ui.notice.NoticesViewModel;
import org.workspaceadmin.ui.shell.Place;
import org.workspaceadmin.ui.shell.ShellView;
import org.workspaceadmin.ui.shell.ShellViewModel;

/**
 * What ended or stopped is told in the corner of the window and by the system, and counted until
 * somebody looks at the jobs.
 */
final class JobNews implements AutoCloseable {
    private final Stage stage;
    private final ShellViewModel shell;
    private final NoticesViewModel notices;

    /**
     * Begins to watch; UI thread.
     *
     * @param below everything below the screens
     * @param context what screens are given
     * @param stage the window
     * @param shell the frame's state
     * @param view the frame
     */
    JobNews(
            Foundations below,
            UiContext context,
            Stage stage,
            ShellViewModel shell,
            ShellView view) {
        this.stage = stage;
        this.shell = shell;
        JobTexts words = new JobTexts(context.texts());
        shell.describes(words::sentence);
        NoticeTexts texts = new NoticeTexts(context.texts(), words::sentence);
        notices =
                new NoticesViewModel(
                        below.engine(),
                        context,
                        context.notices(),
                        () -> below.settings().values().notices(),
                        texts::title,
                        texts::text);
        view.corner(new NoticeStack(notices, context.texts(), shell::goToJob));
        notices.unseenProperty().subscribe(unseen -> look());
        shell.currentProperty().subscribe(place -> look());
        stage.focusedProperty().subscribe(focused -> look());
        notices.start();
    }

    /** Who looks at the jobs sees what ended; otherwise it is counted. */
    private void look() {
        Place here = shell.currentProperty().get();
        notices.looking(here != null && here.countsOpenJobs() && stage.isFocused());
        shell.newsProperty().set(notices.unseenProperty().get());
    }

    @Override
    public void close() {
        notices.close();
    }
}
