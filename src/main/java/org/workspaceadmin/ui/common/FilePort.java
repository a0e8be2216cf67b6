package org.workspaceadmin.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the operator for files. */
public interface FilePort {
    /**
     * Where to save.
     *
     * @param title of the dialog
     * @param name proposed file name
     * @param kind what the file is, in words
     * @param patterns such as {@code *.csv}
     * @return the choice, empty when cancelled
     */
    Optional<Path> chooseToSave(String title, String name, String kind, List<String> patterns);

    /**
     * What to open.
     *
     * @param title of the dialog
     * @param kind what the file is, in words
     * @param patterns such as {@code *.csv}
     * @return the choice, empty when cancelled
     */
    Optional<Path> chooseToOpen(String title, String kind, List<String> patterns);
}
