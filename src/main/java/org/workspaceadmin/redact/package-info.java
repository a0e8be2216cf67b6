/** Masking of secrets by name and by value. */
@NullMarked
package org.workspaceadmin.redact;

import org.jspecify.annotations.NullMarked;
