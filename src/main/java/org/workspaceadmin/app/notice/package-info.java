/** Shows notices by the means of the system: D-Bus on Linux, its own scripts elsewhere. */
@NullMarked
package org.workspaceadmin.app.notice;

import org.jspecify.annotations.NullMarked;
