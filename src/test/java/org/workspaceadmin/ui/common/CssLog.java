package org.workspaceadmin.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what JavaFX complains about in stylesheets while it is open. */
public final class CssLog implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    if ("javafx.css".equals(record.getLoggerName())) {
                        lines.add(record.getLevel() + " " + record.getMessage());
                    }
                }

                @Override
                public void flush() {
                    // nothing is buffered
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };

    /** Begins to listen. */
    public CssLog() {
        ROOT.addHandler(handler);
    }

    /** Fails when there was a complaint. */
    public void assertEmpty() {
        assertThat(lines).as("CSS complaints").isEmpty();
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
    }
}
