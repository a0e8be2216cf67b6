/**
 * Where the program connects to and how it signs in; the settings, the secrets and the folder they
 * live in.
 */
@NullMarked
package org.workspaceadmin.connection;

import org.jspecify.annotations.NullMarked;
