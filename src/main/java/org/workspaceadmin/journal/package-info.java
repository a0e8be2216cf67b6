/**
 * The durable record of everything that writes: operations, their requests, targets and outcomes,
 * in one SQLite file. Every method blocks and is for background threads only.
 */
@NullMarked
package org.workspaceadmin.journal;

import org.jspecify.annotations.NullMarked;
