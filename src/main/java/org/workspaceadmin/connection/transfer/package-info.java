/**
 * Brings connections in from what an administrator has already, and hands them to colleagues
 * without their secrets.
 */
@NullMarked
package org.workspaceadmin.connection.transfer;

import org.jspecify.annotations.NullMarked;
