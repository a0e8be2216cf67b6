package org.workspaceadmin.ui.operation;

import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.common.UiContext;

/**
 * What every dialog works with.
 *
 * @param operations the door to write through
 * @param fleet what is known of the desktops
 * @param connectionId the connection the operations belong to
 * @param ui texts, time, threads, clipboard
 */
public record DialogContext(
        Operations operations, Fleet fleet, String connectionId, UiContext ui) {}
