package org.workspaceadmin.ui.shell;

import java.util.Optional;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Theme;

/** What the frame remembers from one start to the next. Writing returns at once. */
public interface ShellMemory {
    /** Where the window was, empty at the first start. */
    Optional<WindowBounds> bounds();

    /** Remembers where the window is. */
    void bounds(WindowBounds bounds);

    /** The place last shown, empty when none. */
    String place();

    /** Remembers the place. */
    void place(String id);

    /** Remembers the theme. */
    void theme(Theme theme);

    /** Remembers the language. */
    void language(Language language);
}
