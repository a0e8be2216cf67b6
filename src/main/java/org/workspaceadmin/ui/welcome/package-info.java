/** Where the program begins: explore the demo, or connect. */
@NullMarked
package org.workspaceadmin.ui.welcome;

import org.jspecify.annotations.NullMarked;
