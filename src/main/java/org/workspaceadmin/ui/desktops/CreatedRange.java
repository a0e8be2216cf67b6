package org.workspaceadmin.ui.desktops;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of creation times: {@code 2026}, {@code 2026-03}, {@code 2026-03-14}, {@code
 * >=2026-03}, {@code <2026}, {@code 2026-01..2026-03}. Days are those of the operator's zone.
 *
 * @param from first instant inside, null without a beginning
 * @param to first instant after it, null without an end
 */
record CreatedRange(@Nullable Instant from, @Nullable Instant to) {
    /**
     * Reads a range.
     *
     * @param text as typed
     * @param zone the operator's zone
     * @return the range, empty when the text is none
     */
    static Optional<CreatedRange> of(String text, ZoneId zone) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            Span first = span(text.substring(0, dots));
            Span last = span(text.substring(dots + 2));
            return first == null || last == null
                    ? Optional.empty()
                    : range(first.from(), last.to(), zone);
        }
        String rest = text.replaceFirst("^[<>]=?", "");
        Span span = span(rest);
        if (span == null) {
            return Optional.empty();
        }
        return switch (text.substring(0, text.length() - rest.length())) {
            case ">" -> range(span.to(), null, zone);
            case ">=" -> range(span.from(), null, zone);
            case "<" -> range(null, span.from(), zone);
            case "<=" -> range(null, span.to(), zone);
            default -> range(span.from(), span.to(), zone);
        };
    }

    /** Whether an instant lies inside; a missing one does not. */
    boolean contains(@Nullable Instant instant) {
        Instant first = from;
        Instant end = to;
        return instant != null
                && (first == null || !instant.isBefore(first))
                && (end == null || instant.isBefore(end));
    }

    private static Optional<CreatedRange> range(
            @Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        return Optional.of(
                new CreatedRange(
                        from == null ? null : from.atStartOfDay(zone).toInstant(),
                        to == null ? null : to.atStartOfDay(zone).toInstant()));
    }

    private record Span(LocalDate from, LocalDate to) {}

    private static @Nullable Span span(String text) {
        try {
            return switch (text.length()) {
                case 4 -> {
                    Year year = Year.parse(text);
                    yield new Span(year.atDay(1), year.plusYears(1).atDay(1));
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield new Span(month.atDay(1), month.plusMonths(1).atDay(1));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(text);
                    yield new Span(day, day.plusDays(1));
                }
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }
}
