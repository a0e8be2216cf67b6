/**
 * What the simulated cloud holds: projects, the fleet, people, images and networks, and the clock
 * that moves them.
 */
@NullMarked
package org.workspaceadmin.simulator.world;

import org.jspecify.annotations.NullMarked;
