package org.workspaceadmin.ui.shell;

import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Screen;

/**
 * Somewhere the operator can go.
 *
 * @param id stable name, remembered in the settings
 * @param titleKey message key of its name
 * @param icon its picture
 * @param screen what it shows
 * @param countsOpenJobs whether the number of open jobs stands beside its name
 */
public record Place(
        String id, String titleKey, Icons icon, Screen screen, boolean countsOpenJobs) {}
