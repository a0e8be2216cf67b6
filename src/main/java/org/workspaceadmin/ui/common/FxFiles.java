package org.workspaceadmin.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's file dialogs by JavaFX; each opens where the last one ended. */
public final class FxFiles implements FilePort {
    private final Supplier<? extends @Nullable Window> owner;
    private @Nullable File folder;

    /**
     * Dialogs of a window.
     *
     * @param owner the window they belong to
     */
    public FxFiles(Supplier<? extends @Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> chooseToSave(
            String title, String name, String kind, List<String> patterns) {
        FileChooser chooser = chooser(title, kind, patterns);
        chooser.setInitialFileName(name);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
        return remember(chooser(title, kind, patterns).showOpenDialog(owner.get()));
    }

    private FileChooser chooser(String title, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remember(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }
}
