package org.workspaceadmin.model;

/**
 * Hands every desktop of one user name to another (vendor page User name). Names are without
 * domain; empty domains are left out of the request.
 *
 * @param oldName current name
 * @param oldDomain its domain, optional
 * @param newName new name
 * @param newDomain its domain, optional
 * @param restart whether the desktops restart afterwards
 */
public record UserNameChange(
        String oldName, String oldDomain, String newName, String newDomain, boolean restart) {}
