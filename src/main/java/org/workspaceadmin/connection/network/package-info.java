/** The way out of the company's network: which proxy for whom, and whom to trust. */
@NullMarked
package org.workspaceadmin.connection.network;

import org.jspecify.annotations.NullMarked;
