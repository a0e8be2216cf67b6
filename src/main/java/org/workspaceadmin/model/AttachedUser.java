package org.workspaceadmin.model;

/**
 * A user or group a desktop is given to ({@code attach_user_infos}, api/desktops.md section 3).
 *
 * @param name user or group name
 * @param group the local group the user is put in, such as {@code administrators}
 * @param type {@code USER} or {@code GROUP}
 * @param domain the user's domain, empty when not sent
 */
public record AttachedUser(String name, String group, String type, String domain) {}
