/** Real programs that tests meet: what they need to be found, started and stopped. */
@NullMarked
package org.workspaceadmin.peer;

import org.jspecify.annotations.NullMarked;
