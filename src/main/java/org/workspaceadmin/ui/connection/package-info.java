/** The screens where connections are made, kept, tried, taken over and signed in to. */
@NullMarked
package org.workspaceadmin.ui.connection;

import org.jspecify.annotations.NullMarked;
