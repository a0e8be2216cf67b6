package org.workspaceadmin.app;

import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.directory.Endpoints;
import org.workspaceadmin.model.Secret;

/**
 * A directory that comes along with its connection, so that nobody has to type anything: the
 * demo's. {@link DirectoryDesk#start} opens it by itself; nothing of it is kept.
 *
 * @param data where it is, who reads it, and the certificates its controllers are trusted by
 * @param password the account's; copied, and the giver's to close
 * @param endpoints where its services really are
 */
record GivenDirectory(DirectoryData data, Secret password, Endpoints endpoints) {}
