/**
 * The frame around every screen: navigation, connection, search, status bar, theme, language, keys.
 * Knows no screen; it is given places.
 */
@NullMarked
package org.workspaceadmin.ui.shell;

import org.jspecify.annotations.NullMarked;
