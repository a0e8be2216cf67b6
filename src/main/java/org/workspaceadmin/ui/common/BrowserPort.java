package org.workspaceadmin.ui.common;

import java.net.URI;

/** The system's web browser. */
@FunctionalInterface
public interface BrowserPort {
    /** Opens a page. */
    void open(URI page);
}
