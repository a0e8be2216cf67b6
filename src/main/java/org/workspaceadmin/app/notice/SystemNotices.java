package org.workspaceadmin.app.notice;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.NoticePort;

/**
 * The system's notices, shown in the background. A system that shows none, for example one without
 * a notification service, is tried again with the next notice and logged once.
 */
public final class SystemNotices implements NoticePort {
    private static final Logger LOG = LoggerFactory.getLogger(SystemNotices.class);
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 400;

    /** How notices reach a system; blocks. */
    @FunctionalInterface
    interface Way {
        /**
         * Shows a notice.
         *
         * @throws IOException when the system does not take it
         */
        void show(String application, String title, String text, boolean sound)
                throws IOException, InterruptedException;
    }

    private final Workers workers;
    private final String application;
    private final @Nullable Way way;
    private volatile boolean failed;

    SystemNotices(Workers workers, String application, @Nullable Way way) {
        this.workers = workers;
        this.application = application;
        this.way = way;
    }

    /**
     * The notices of the system the program runs on.
     *
     * @param workers shows them
     * @param application the program's name
     */
    public static SystemNotices ofThisSystem(Workers workers, String application) {
        return new SystemNotices(workers, application, way(System.getProperty("os.name", "")));
    }

    static @Nullable Way way(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return new LinuxNotices(null);
        }
        if (name.startsWith("mac")) {
            return CommandNotices.mac();
        }
        return name.startsWith("windows") ? CommandNotices.windows() : null;
    }

    @Override
    public void show(String title, String text, boolean sound) {
        Way chosen = way;
        if (chosen == null) {
            return;
        }
        workers.executor().execute(() -> show(chosen, title, text, sound));
    }

    private void show(Way chosen, String title, String text, boolean sound) {
        try {
            chosen.show(application, line(title, LONGEST_TITLE), line(text, LONGEST_TEXT), sound);
            failed = false;
        } catch (IOException | RuntimeException e) {
            if (!failed) {
                LOG.info("the system shows no notices: {}", e.getMessage());
                LOG.debug("why", e);
            }
            failed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One line without control characters, cut where it gets too long for a notice. */
    static String line(String text, int longest) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1).strip() + "…";
    }
}
