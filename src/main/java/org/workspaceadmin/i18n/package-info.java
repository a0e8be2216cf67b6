/** The texts a user reads, in every language the program speaks; knows nothing of screens. */
@NullMarked
package org.workspaceadmin.i18n;

import org.jspecify.annotations.NullMarked;
