/**
 * The support archive: gathers what helps to find a fault, takes secrets and names out of it, and
 * writes it as one zip. Gathering and writing block; both end when their thread is interrupted.
 */
@NullMarked
package org.workspaceadmin.report;

import org.jspecify.annotations.NullMarked;
