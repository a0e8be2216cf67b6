package org.workspaceadmin.ui.report;

import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.report.ReportArchive;
import org.workspaceadmin.report.SupportReports;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.UiContext;

/** Opens the report's dialog in the window's overlay. */
public final class ReportLayer {
    private final SupportReports reports;
    private final Overlay overlay;
    private final UiContext ui;
    private Runnable closing = () -> {};

    /**
     * Reports of a window.
     *
     * @param reports gathers them
     * @param overlay where the dialog is shown
     * @param ui what every screen is given
     */
    public ReportLayer(SupportReports reports, Overlay overlay, UiContext ui) {
        this.reports = reports;
        this.overlay = overlay;
        this.ui = ui;
    }

    /**
     * Opens the dialog above whatever is open, which stays as it is.
     *
     * @param about the problem the report is for, null for none in particular
     */
    public void open(@Nullable Problem about) {
        ReportViewModel model = new ReportViewModel(reports, new ReportArchive(), ui, about);
        ReportDialog dialog = new ReportDialog(model, ui, () -> closing.run());
        closing = overlay.openAbove(dialog, dialog.first(), dialog::escape, dialog::stop);
        dialog.start();
    }
}
