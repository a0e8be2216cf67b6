package org.workspaceadmin.ui.overview;

import org.workspaceadmin.ui.common.Tone;

/**
 * A part of the fleet.
 *
 * @param wordKey message key of what these desktops have in common
 * @param tone its shape and colour
 * @param count how many, at least 1
 * @param filter the filter line that shows exactly them
 */
public record Slice(String wordKey, Tone tone, int count, String filter) {}
