/**
 * Masking of secrets by name and by value, in every form they take in text, JSON, headers and logs;
 * standing numbers in for the names of people and desktops.
 */
@NullMarked
package org.workspaceadmin.redact;

import org.jspecify.annotations.NullMarked;
