package org.workspaceadmin.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a report as a zip: beside its place first, then in one step into it. */
public final class ReportArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ReportArchive.class);
    private static final int CHUNK = 64 * 1024;

    private final Opening opening;

    /** Opens a file to write. */
    @FunctionalInterface
    interface Opening {
        OutputStream open(Path file) throws IOException;
    }

    /** Writes to the disk. */
    public ReportArchive() {
        this(file -> Files.newOutputStream(file, StandardOpenOption.WRITE));
    }

    /** Writes to what a test opens. */
    ReportArchive(Opening opening) {
        this.opening = opening;
    }

    /**
     * Writes a report; blocks. Whatever happens, either the whole archive stands there or what was
     * there before.
     *
     * @param report what to write
     * @param target where; a file of that name is replaced
     * @throws ReportException when it cannot be written
     * @throws CancellationException when the thread was interrupted
     */
    public void write(Report report, Path target) throws ReportException {
        Path file = target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new ReportException(ReportException.Reason.NOT_A_FILE, file, null);
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ReportException(ReportException.Reason.NO_FOLDER, file, null);
        }
        Path part = null;
        try {
            // made by the system so that only its owner can read it
            part = Files.createTempFile(folder, ".workspace-admin-report-", ".part");
            zip(report, part);
            flush(part);
            Interruption.check();
            move(part, file);
            part = null;
        } catch (ClosedByInterruptException e) {
            CancellationException cancelled = new CancellationException("cancelled");
            cancelled.initCause(e);
            throw cancelled;
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw new ReportException(reason(e), file, e);
        } finally {
            discard(part);
        }
    }

    private void zip(Report report, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(opening.open(file))) {
            for (Report.Part part : report.parts()) {
                ZipEntry entry = new ZipEntry(part.file());
                entry.setTime(report.at().toEpochMilli());
                zip.putNextEntry(entry);
                byte[] bytes = part.bytes();
                for (int at = 0; at < bytes.length; at += CHUNK) {
                    Interruption.check();
                    zip.write(bytes, at, Math.min(CHUNK, bytes.length - at));
                }
                zip.closeEntry();
            }
        }
    }

    /** Onto the disk, so that a full one is noticed while there is still time to say so. */
    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("this file system moves in two steps", e);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@Nullable Path part) {
        if (part == null) {
            return;
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("an unfinished report could not be removed", e);
        }
    }

    private static ReportException.Reason reason(Exception failure) {
        if (failure instanceof AccessDeniedException
                || failure instanceof ReadOnlyFileSystemException) {
            return ReportException.Reason.NOT_WRITABLE;
        }
        if (failure instanceof NoSuchFileException) {
            return ReportException.Reason.NO_FOLDER;
        }
        // Java gives no type to these; the words are the systems' own
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("space") || said.contains("quota") || said.contains("disk full")) {
            return ReportException.Reason.DISK_FULL;
        }
        return said.contains("read-only") || said.contains("permission")
                ? ReportException.Reason.NOT_WRITABLE
                : ReportException.Reason.FAILED;
    }
}
