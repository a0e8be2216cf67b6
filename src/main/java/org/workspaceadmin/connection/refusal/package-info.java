/** Says why the service refused a call: which permission is missing, and what would grant it. */
@NullMarked
package org.workspaceadmin.connection.refusal;

import org.jspecify.annotations.NullMarked;
