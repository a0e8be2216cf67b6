/**
 * Puts everything together: options, logging, the parts of the running program and their life from
 * start to end.
 */
@NullMarked
package org.workspaceadmin.app;

import org.jspecify.annotations.NullMarked;
