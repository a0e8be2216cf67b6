package org.workspaceadmin.ui.common;

import java.net.URI;
import javafx.application.HostServices;

/** The browser by JavaFX. */
public final class FxBrowser implements BrowserPort {
    private final HostServices host;

    /**
     * By the application's host services.
     *
     * @param host of the running application
     */
    public FxBrowser(HostServices host) {
        this.host = host;
    }

    @Override
    public void open(URI page) {
        host.showDocument(page.toString());
    }
}
