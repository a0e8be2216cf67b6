/**
 * The desktop table: list, filter, sort, select, look at one desktop, copy and export, and call the
 * operation dialogs for what is selected.
 */
@NullMarked
package org.workspaceadmin.ui.desktops;

import org.jspecify.annotations.NullMarked;
