/** The simulator's front: server, routing, sign-in, injected faults and the log of requests. */
@NullMarked
package org.workspaceadmin.simulator.http;

import org.jspecify.annotations.NullMarked;
