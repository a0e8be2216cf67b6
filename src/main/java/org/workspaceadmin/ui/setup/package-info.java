/**
 * Set-up: applying for the service step by step, and the service's own state with what can be
 * changed of it.
 */
@NullMarked
package org.workspaceadmin.ui.setup;

import org.jspecify.annotations.NullMarked;
