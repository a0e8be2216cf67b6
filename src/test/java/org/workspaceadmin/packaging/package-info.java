/**
 * What builds and ships installers, checked as far as this system can: argument files, scripts,
 * workflows.
 */
@NullMarked
package org.workspaceadmin.packaging;

import org.jspecify.annotations.NullMarked;
