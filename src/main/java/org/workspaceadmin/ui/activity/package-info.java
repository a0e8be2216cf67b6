/** The place that shows the ledger: who did what when, found, proven and written out. */
@NullMarked
package org.workspaceadmin.ui.activity;

import org.jspecify.annotations.NullMarked;
