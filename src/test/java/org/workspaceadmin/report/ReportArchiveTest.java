package org.workspaceadmin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.report.ReportException.Reason;

class ReportArchiveTest {
    private static final Report REPORT =
            new Report(
                    FakeSources.NOW,
                    List.of(
                            new Report.Part("README.txt", "readme", "read me, 请阅读\n"),
                            new Report.Part("log.txt", "log", "line\n".repeat(100_000))));

    @TempDir Path folder;

    @Test
    void everyPartIsInTheArchiveAndNothingElseIsLeft() throws Exception {
        Path target = folder.resolve("r.zip");
        Files.writeString(target, "an older report");

        new ReportArchive().write(REPORT, target);

        try (ZipFile zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("README.txt", "log.txt");
            for (Report.Part part : REPORT.parts()) {
                assertThat(zip.getInputStream(zip.getEntry(part.file())).readAllBytes())
                        .isEqualTo(part.bytes());
            }
        }
        assertThat(Files.size(target)).isLessThan(10_000);
        assertThat(names()).containsExactly("r.zip");
    }

    @Test
    void aFullDiskLeavesWhatWasThere() throws Exception {
        Path target = folder.resolve("r.zip");
        Files.writeString(target, "before");
        ReportArchive full = new ReportArchive(file -> full(file, "No space left on device"));

        assertThatThrownBy(() -> full.write(REPORT, target))
                .isInstanceOfSatisfying(
                        ReportException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FULL));
        assertThat(Files.readString(target)).isEqualTo("before");
        assertThat(names()).containsExactly("r.zip");
    }

    @Test
    void eachReasonIsToldApart() throws Exception {
        assertThat(reason(full -> full(full, "Disk quota exceeded"))).isEqualTo(Reason.DISK_FULL);
        assertThat(reason(full -> full(full, "There is not enough space on the disk")))
                .isEqualTo(Reason.DISK_FULL);
        assertThat(reason(full -> full(full, "Read-only file system")))
                .isEqualTo(Reason.NOT_WRITABLE);
        assertThat(
                        reason(file -> {
                            throw new AccessDeniedException(file.toString());
                        }))
                .isEqualTo(Reason.NOT_WRITABLE);
        assertThat(reason(full -> full(full, "Input/output error"))).isEqualTo(Reason.FAILED);
        assertThat(names()).isEmpty();
        ReportArchive archive = new ReportArchive();
        assertThatThrownBy(() -> archive.write(REPORT, folder.resolve("gone/r.zip")))
                .isInstanceOfSatisfying(
                        ReportException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_FOLDER));
        assertThatThrownBy(() -> archive.write(REPORT, folder))
                .isInstanceOfSatisfying(
                        ReportException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_FILE));
    }

    @Test
    void aFolderOfTheKernelCannotBeWrittenToEvenByRoot() {
        assertThatThrownBy(() -> new ReportArchive().write(REPORT, Path.of("/proc/r.zip")))
                .isInstanceOf(ReportException.class);
    }

    @Test
    void cancellingLeavesNothingBehind() throws Exception {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> new ReportArchive().write(REPORT, folder.resolve("r.zip")))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(names()).isEmpty();
    }

    private Reason reason(ReportArchive.Opening opening) {
        try {
            new ReportArchive(opening).write(REPORT, folder.resolve("r.zip"));
        } catch (ReportException e) {
            return e.reason();
        }
        throw new AssertionError("was written");
    }

    private static OutputStream full(Path file, String words) throws IOException {
        return new FilterOutputStream(Files.newOutputStream(file)) {
            private int left = 300;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException(words);
                }
                out.write(bytes, from, length);
            }
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
