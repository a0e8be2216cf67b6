/**
 * Testing a connection: one step after the other, each told live with its time, what was seen, and
 * on failure a problem. Only reads.
 */
@NullMarked
package org.workspaceadmin.connection.probe;

import org.jspecify.annotations.NullMarked;
