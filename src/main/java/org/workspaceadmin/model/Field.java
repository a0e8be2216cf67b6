package org.workspaceadmin.model;

/**
 * One value of an answer by its path, such as {@code metadata.image_name} or {@code
 * data_volumes[0].size}.
 *
 * @param path dotted path
 * @param value the value as text
 */
public record Field(String path, String value) {}
