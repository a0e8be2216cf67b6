/**
 * Masking of secrets by name and by value, in every form they take in text, JSON, headers and logs.
 */
@NullMarked
package org.workspaceadmin.redact;

import org.jspecify.annotations.NullMarked;
