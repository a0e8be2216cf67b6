/** What the service and the company's directory together say of each desktop's domain. */
@NullMarked
package org.workspaceadmin.fleet.health;

import org.jspecify.annotations.NullMarked;
