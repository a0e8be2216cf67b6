package org.workspaceadmin.directory;

/**
 * Where computer objects can be: an OU, or the container Computers.
 *
 * @param distinguishedName which
 * @param mayCreate whether the account that read it may create computer objects in it ({@code
 *     allowedChildClassesEffective} names {@code computer})
 */
public record Container(String distinguishedName, boolean mayCreate) {}
