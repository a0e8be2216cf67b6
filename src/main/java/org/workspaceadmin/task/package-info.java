/**
 * Running work off the UI thread: start, result, one cancel handle that reaches the blocking call,
 * time, and the hand-over to the UI thread.
 */
@NullMarked
package org.workspaceadmin.task;

import org.jspecify.annotations.NullMarked;
