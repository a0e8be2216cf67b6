/** What the computer's administrator gives, locks and allows, out of one file for all users. */
@NullMarked
package org.workspaceadmin.connection.policy;

import org.jspecify.annotations.NullMarked;
