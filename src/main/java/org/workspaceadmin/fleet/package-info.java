/**
 * The read side: what the service says now; background sweeps; publishes added, changed and
 * removed.
 */
@NullMarked
package org.workspaceadmin.fleet;

import org.jspecify.annotations.NullMarked;
