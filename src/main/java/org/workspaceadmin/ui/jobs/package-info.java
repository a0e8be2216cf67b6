/** The job monitor: one row per operation, open to its targets, live. */
@NullMarked
package org.workspaceadmin.ui.jobs;

import org.jspecify.annotations.NullMarked;
