/** Tells which program this is: versions, folders, licences. */
@NullMarked
package org.workspaceadmin.ui.about;

import org.jspecify.annotations.NullMarked;
