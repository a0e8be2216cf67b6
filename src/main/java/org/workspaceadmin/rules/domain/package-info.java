/**
 * The rules of an application for the service: what a domain, its administrator, its controllers
 * and its networks must look like (api/domain-rules.md). Every rule is a line that can be shown
 * while somebody types; all of them run in one pass over the text.
 */
@NullMarked
package org.workspaceadmin.rules.domain;

import org.jspecify.annotations.NullMarked;
