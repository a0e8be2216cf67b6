/**
 * The dialogs that turn a choice of desktops into an operation: one anatomy for all of them, from
 * who is affected to the exact requests.
 */
@NullMarked
package org.workspaceadmin.ui.operation;

import org.jspecify.annotations.NullMarked;
