/**
 * Drives the real window through the main job against the simulator, checks every step, and takes
 * the pictures: smoke test and source of the README's pictures in one.
 */
@NullMarked
package org.workspaceadmin.tour;

import org.jspecify.annotations.NullMarked;
