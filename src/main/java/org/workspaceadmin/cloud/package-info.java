/**
 * The asynchronous API service: transport, sign-in, JSON wire shapes, retry and request budget,
 * error mapping.
 */
@NullMarked
package org.workspaceadmin.cloud;

import org.jspecify.annotations.NullMarked;
