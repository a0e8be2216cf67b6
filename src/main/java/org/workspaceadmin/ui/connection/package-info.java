/** Connections: the list of them, the editor for each kind, and the connection test. */
@NullMarked
package org.workspaceadmin.ui.connection;

import org.jspecify.annotations.NullMarked;
