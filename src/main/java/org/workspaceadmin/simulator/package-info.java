/**
 * The embedded Workspace service: real HTTP on loopback, deterministic by seed, sharing no code
 * with the client.
 */
@NullMarked
package org.workspaceadmin.simulator;

import org.jspecify.annotations.NullMarked;
