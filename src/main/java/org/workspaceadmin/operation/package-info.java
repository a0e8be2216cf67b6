/**
 * Everything that writes: plan, journal the intent, send, follow. Owns the job tracker, which works
 * whether or not a screen is open.
 */
@NullMarked
package org.workspaceadmin.operation;

import org.jspecify.annotations.NullMarked;
