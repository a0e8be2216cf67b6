package org.workspaceadmin.ui.operation;

import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.UiContext;

/**
 * What every dialog works with.
 *
 * @param operations the door to write through
 * @param fleet what is known of the desktops
 * @param connectionId the connection the operations belong to
 * @param directory the company's directory, null when only the service is asked
 * @param ui texts, time, threads, clipboard
 */
public record DialogContext(
        Operations operations,
        Fleet fleet,
        String connectionId,
        @Nullable DirectoryDoor directory,
        UiContext ui) {
    /** Dialogs that ask the service only. */
    public DialogContext(Operations operations, Fleet fleet, String connectionId, UiContext ui) {
        this(operations, fleet, connectionId, null, ui);
    }
}
