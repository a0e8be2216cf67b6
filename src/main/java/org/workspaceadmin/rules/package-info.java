/**
 * Pure checks of what an operator types; every violation carries a rule id and arguments, never a
 * text and never the checked value.
 */
@NullMarked
package org.workspaceadmin.rules;

import org.jspecify.annotations.NullMarked;
