/** The simulator's answers, one class per area of the service. */
@NullMarked
package org.workspaceadmin.simulator.api;

import org.jspecify.annotations.NullMarked;
