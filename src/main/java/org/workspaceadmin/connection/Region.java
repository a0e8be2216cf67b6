package org.workspaceadmin.connection;

/**
 * A region that offers Workspace (api/regions.json).
 *
 * @param id region id, also the name of its default project
 * @param english name in English
 * @param chinese name in Chinese
 * @param endpoints the addresses of its services
 */
public record Region(String id, String english, String chinese, Endpoints endpoints) {}
