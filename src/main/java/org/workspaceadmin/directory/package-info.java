/** The company's Active Directory as seen from this workstation; reads only. */
@NullMarked
package org.workspaceadmin.directory;

import org.jspecify.annotations.NullMarked;
