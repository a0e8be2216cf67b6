/**
 * Settings: appearance and refresh, the way through the company's network, and where secrets lie.
 */
@NullMarked
package org.workspaceadmin.ui.settings;

import org.jspecify.annotations.NullMarked;
