package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * The settings in memory and on disk. Changes are written a moment after the last one; fields of
 * the file that this version does not know stay in it. Never in the way: a damaged file is set
 * aside and replaced by the defaults, a file that cannot be written is tried again with the next
 * change.
 */
public final class Settings implements AutoCloseable {
    /** How long changes are gathered before they are written. */
    static final Duration GATHER = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final JsonFile file;
    private final String version;
    private final Workers workers;
    private final Timer timer;
    private final ObjectNode raw;
    private final Object writing = new Object();

    private SettingsValues values;
    private boolean unwritten;
    private Timer.@Nullable Cancel armed;

    private Settings(JsonFile file, String version, Workers workers, Timer timer) {
        this.file = file;
        this.version = version;
        this.workers = workers;
        this.timer = timer;
        raw = file.read();
        values = SettingsJson.read(raw);
    }

    /**
     * Reads the settings; a missing file means the defaults.
     *
     * @param path from {@link Home#settings()}
     * @param version the program's version, kept in the file
     * @param workers writes in the background
     * @param timer gathers changes
     */
    public static Settings open(Path path, String version, Workers workers, Timer timer) {
        return new Settings(new JsonFile(path, timer), version, workers, timer);
    }

    /** The settings now. */
    public synchronized SettingsValues values() {
        return values;
    }

    /** Where a damaged file was put when the settings were opened, empty when it was sound. */
    public Optional<Path> setAside() {
        return file.setAside();
    }

    /**
     * Changes something; returns at once.
     *
     * @param change gets the present values and returns the new ones, usually by one {@code with}
     */
    public synchronized void change(UnaryOperator<SettingsValues> change) {
        SettingsValues changed = change.apply(values);
        if (changed.equals(values)) {
            return;
        }
        values = changed;
        unwritten = true;
        if (armed != null) {
            armed.cancel();
        }
        armed = timer.after(GATHER, () -> workers.executor().execute(this::flush));
    }

    /** Writes what is not written yet; blocks. */
    public void flush() {
        synchronized (writing) {
            ObjectNode content;
            synchronized (this) {
                if (!unwritten) {
                    return;
                }
                unwritten = false;
                content = raw.deepCopy();
                content.put("writtenByVersion", version);
                SettingsJson.write(values, content);
            }
            try {
                file.write(content);
            } catch (IOException e) {
                LOG.warn("the settings could not be written", e);
                synchronized (this) {
                    unwritten = true;
                }
            }
        }
    }

    /** Writes what is not written yet and ends. */
    @Override
    public void close() {
        synchronized (this) {
            if (armed != null) {
                armed.cancel();
                armed = null;
            }
        }
        flush();
    }
}
