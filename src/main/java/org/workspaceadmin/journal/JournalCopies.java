package org.workspaceadmin.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily copies of the journal, in a folder beside it: {@code journal-2026-11-22.db}. A copy is
 * made under another name, checked and then renamed, so what has the name of a copy is whole. Each
 * carries a mark: put in the journal's place, it is known for a copy, and requests that had not
 * left when it was made are taken for unanswered, since they may have left afterwards.
 */
public final class JournalCopies {
    private static final Logger LOG = LoggerFactory.getLogger(JournalCopies.class);
    private static final Pattern NAME = Pattern.compile("journal-(\\d{4}-\\d\\d-\\d\\d)\\.db");

    /** What must stay free on the disk after a copy, bytes. */
    private static final long RESERVE = 64L << 20;

    private final Journal journal;
    private final Path folder;
    private final int keep;
    private final FreeSpace free;

    /** Tells the free space of a folder's disk. */
    @FunctionalInterface
    interface FreeSpace {
        /** Bytes this user can still write. */
        long bytes(Path folder) throws IOException;
    }

    /** What came of an attempt. */
    public enum Result {
        /** There is a new copy. */
        MADE,
        /** There is one of today. */
        NOT_DUE,
        /** The disk is nearly full; nothing was written. */
        DISK_NEARLY_FULL,
        /** It could not be made; the log says why. */
        FAILED
    }

    /**
     * Copies of a journal.
     *
     * @param journal which
     * @param folder where the copies are; made when it is missing
     * @param keep how many days, from 1
     */
    public JournalCopies(Journal journal, Path folder, int keep) {
        this(journal, folder, keep, f -> f.toFile().getUsableSpace());
    }

    JournalCopies(Journal journal, Path folder, int keep, FreeSpace free) {
        this.journal = journal;
        this.folder = folder;
        this.keep = keep;
        this.free = free;
    }

    /**
     * Makes today's copy unless there is one, and removes those that are too old; blocks, and keeps
     * the journal from being written while it does.
     *
     * @param now decides which day it is, in UTC
     */
    public Result makeIfDue(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Path target = folder.resolve("journal-" + today + ".db");
        if (Files.exists(target)) {
            return Result.NOT_DUE;
        }
        Path draft = folder.resolve(target.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            keepPrivate(folder, "rwx------");
            if (free.bytes(folder) < journal.size() + RESERVE) {
                LOG.warn("no copy of the journal is made: the disk is nearly full");
                return Result.DISK_NEARLY_FULL;
            }
            Files.deleteIfExists(draft);
            journal.copyTo(draft);
            keepPrivate(draft, "rw-------");
            finish(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            prune(today);
            LOG.info("copied the journal to {}", target);
            return Result.MADE;
        } catch (IOException | SQLException | JournalException e) {
            LOG.warn("no copy of the journal could be made", e);
            try {
                Files.deleteIfExists(draft);
            } catch (IOException again) {
                LOG.debug("a part of a copy stays behind", again);
            }
            return Result.FAILED;
        }
    }

    /** Marks, checks and flushes it. */
    private static void finish(Path draft) throws IOException, SQLException {
        try (Connection copy = JournalFile.plain(draft, false);
                Statement statement = copy.createStatement()) {
            statement.execute("PRAGMA user_version = " + JournalFile.COPY);
            if (!JournalFile.whole(copy)) {
                throw new IOException("the copy is damaged at once");
            }
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Those of days to come, left by a wrong clock, are counted apart: they may be all there is.
     */
    private void prune(LocalDate today) throws IOException {
        List<Path> past = new ArrayList<>();
        List<Path> future = new ArrayList<>();
        for (Path copy : list(folder)) {
            (day(copy).isAfter(today) ? future : past).add(copy);
        }
        for (List<Path> each : List.of(past, future)) {
            for (Path old : each.subList(Math.min(keep, each.size()), each.size())) {
                Files.delete(old);
            }
        }
    }

    /**
     * The copies in a folder, newest first by name.
     *
     * @param folder may be missing
     */
    public static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> NAME.matcher(String.valueOf(f.getFileName())).matches())
                    .sorted(Comparator.comparing(JournalCopies::day).reversed())
                    .toList();
        } catch (IOException e) {
            LOG.warn("the copies of the journal cannot be listed", e);
            return List.of();
        }
    }

    /**
     * The newest copy that is sound and that this version can open; blocks.
     *
     * @param folder may be missing
     */
    public static Optional<Path> newestGood(Path folder) {
        return list(folder).stream().filter(JournalCopies::good).findFirst();
    }

    /** The day a copy was made. */
    public static LocalDate day(Path copy) {
        Matcher matcher = NAME.matcher(String.valueOf(copy.getFileName()));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the name of a copy: " + copy);
        }
        try {
            return LocalDate.parse(matcher.group(1));
        } catch (java.time.format.DateTimeParseException e) {
            return LocalDate.MIN;
        }
    }

    private static boolean good(Path copy) {
        try (Connection connection = JournalFile.plain(copy, true)) {
            return JournalFile.whole(connection)
                    && Schema.version(connection) <= Schema.STEPS.size();
        } catch (SQLException e) {
            LOG.info("the copy {} cannot be used", copy, e);
            return false;
        }
    }

    /** Where the ledger ended when a copy was made; null when that cannot be read. */
    static @Nullable LedgerHead head(Path copy) {
        try (Connection connection = JournalFile.plain(copy, true)) {
            return Schema.version(connection) < Schema.LEDGER ? null : LedgerEntry.head(connection);
        } catch (SQLException e) {
            LOG.info("the copy {} cannot be read", copy, e);
            return null;
        }
    }

    private static void keepPrivate(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
