package org.workspaceadmin.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A report as it will be written, already masked.
 *
 * @param at when it was made
 * @param parts its files, the one to read first in front
 */
public record Report(Instant at, List<Part> parts) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Copies the list. */
    public Report {
        parts = List.copyOf(parts);
    }

    /**
     * One file.
     *
     * @param file its name in the archive
     * @param kind which it is; names the text that explains it, {@code report.part.KIND}
     * @param text what it holds
     */
    public record Part(String file, String kind, String text) {
        /** As it is written. */
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** How many bytes it has before they are compressed. */
        public int size() {
            return bytes().length;
        }
    }

    /** How many bytes all parts have before they are compressed. */
    public long size() {
        return parts.stream().mapToLong(Part::size).sum();
    }

    /** A name for the archive, which says when it was made (UTC) and nothing else. */
    public String fileName() {
        return "workspace-admin-report-" + STAMP.format(at) + ".zip";
    }
}
