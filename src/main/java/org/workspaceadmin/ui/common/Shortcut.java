package org.workspaceadmin.ui.common;

import javafx.scene.input.KeyCombination;

/**
 * A key and what it does.
 *
 * @param keys the combination
 * @param textKey message key of what it does
 */
public record Shortcut(KeyCombination keys, String textKey) {}
