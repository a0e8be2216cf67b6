/**
 * Reads lists that operators paste or open, and matches them with the fleet: pure, and nothing is
 * guessed.
 */
@NullMarked
package org.workspaceadmin.operation.list;

import org.jspecify.annotations.NullMarked;
