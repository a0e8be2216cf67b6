/** The place Overview: how fleet and operations do, each figure a way to the list behind it. */
@NullMarked
package org.workspaceadmin.ui.overview;

import org.jspecify.annotations.NullMarked;
