/**
 * The records and enumerations of the field: desktops, jobs, operations, problems. Data only, no
 * behaviour that needs another room.
 */
@NullMarked
package org.workspaceadmin.model;

import org.jspecify.annotations.NullMarked;
