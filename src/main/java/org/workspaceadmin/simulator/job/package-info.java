/**
 * Asynchronous work of the simulated service: jobs, their sub-jobs, and what they report at which
 * moment.
 */
@NullMarked
package org.workspaceadmin.simulator.job;

import org.jspecify.annotations.NullMarked;
