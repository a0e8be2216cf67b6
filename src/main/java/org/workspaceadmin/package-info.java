/** The program's entry point. */
@NullMarked
package org.workspaceadmin;

import org.jspecify.annotations.NullMarked;
