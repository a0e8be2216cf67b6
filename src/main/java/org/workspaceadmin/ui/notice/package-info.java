/** Tells the operator when an operation ended or needs somebody, inside the window and outside. */
@NullMarked
package org.workspaceadmin.ui.notice;

import org.jspecify.annotations.NullMarked;
