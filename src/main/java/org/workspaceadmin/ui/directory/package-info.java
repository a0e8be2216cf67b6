/**
 * Directory access: how the company's directory is reached from this workstation, who reads it,
 * whom its controllers are trusted by, and one sign-in to try it.
 */
@NullMarked
package org.workspaceadmin.ui.directory;

import org.jspecify.annotations.NullMarked;
