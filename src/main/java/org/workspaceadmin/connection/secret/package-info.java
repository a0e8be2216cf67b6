/** Keeping secrets by name: in the system's key store, or in memory until the program ends. */
@NullMarked
package org.workspaceadmin.connection.secret;

import org.jspecify.annotations.NullMarked;
