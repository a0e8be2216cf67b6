package org.workspaceadmin.model;

/**
 * A label of a desktop.
 *
 * @param key at most 128 characters
 * @param value at most 43 characters
 */
public record Tag(String key, String value) {}
