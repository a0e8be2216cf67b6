package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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

    /** The settings the user decided on against the administrator's; see {@link GivenSettings}. */
    private static final String CHOSEN = "chosen";

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final JsonFile file;
    private final String version;
    private final Workers workers;
    private final Timer timer;
    private final ObjectNode raw;
    private final GivenSettings given;
    private final Set<SettingKey> chosen = EnumSet.noneOf(SettingKey.class);
    private final Object writing = new Object();

    private SettingsValues values;
    private boolean unwritten;
    private Timer.@Nullable Cancel armed;

    private Settings(
            JsonFile file, String version, Workers workers, Timer timer, GivenSettings given) {
        this.file = file;
        this.version = version;
        this.workers = workers;
        this.timer = timer;
        this.given = given;
        raw = file.read();
        for (JsonNode word : raw.path(CHOSEN)) {
            for (SettingKey key : SettingKey.values()) {
                if (key.word().equals(word.asText())) {
                    chosen.add(key);
                }
            }
        }
        values = given.read(raw, chosen);
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
        return open(path, version, workers, timer, GivenSettings.NONE);
    }

    /** The same with settings of the computer's administrator. */
    public static Settings open(
            Path path, String version, Workers workers, Timer timer, GivenSettings given) {
        return new Settings(new JsonFile(path, timer), version, workers, timer, given);
    }

    /** The settings now. */
    public synchronized SettingsValues values() {
        return values;
    }

    /** Whether the computer's administrator decides about a setting; changes to it do nothing. */
    public boolean isLocked(SettingKey key) {
        return given.isLocked(key);
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
        SettingsValues changed = given.held(change.apply(values));
        if (changed.equals(values)) {
            return;
        }
        chosen.addAll(given.changed(values, changed));
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
                given.leaveOut(content, raw, chosen);
                if (!chosen.isEmpty()) {
                    ArrayNode words = content.putArray(CHOSEN);
                    chosen.forEach(key -> words.add(key.word()));
                }
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
