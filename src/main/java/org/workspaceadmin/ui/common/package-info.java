/**
 * What all screens share: texts that follow the language, ports to the outside, and the small parts
 * (problem, badge, age, empty and loading states) that make them look alike.
 */
@NullMarked
package org.workspaceadmin.ui.common;

import org.jspecify.annotations.NullMarked;
