/** The dialog that shows what a support archive would hold, and saves it. */
@NullMarked
package org.workspaceadmin.ui.report;

import org.jspecify.annotations.NullMarked;
