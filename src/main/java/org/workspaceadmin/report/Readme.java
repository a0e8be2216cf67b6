package org.workspaceadmin.report;

import java.text.BreakIterator;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.workspaceadmin.redact.Redactor;

/** What the archive is and holds, for whoever opens it. */
final class Readme {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final int COLUMNS = 76;

    private final Wording words;

    /** In these words. */
    Readme(Wording words) {
        this.words = words;
    }

    /** The text for an archive that holds these parts beside it. */
    String text(Report rest, ReportChoice choice) {
        StringBuilder out = new StringBuilder();
        out.append(words.say("report.readme.title")).append("\n\n");
        out.append(words.say("report.readme.made", TIME.format(choice.at()))).append("\n\n");
        String names =
                choice.withoutNames() ? "report.readme.names.replaced" : "report.readme.names.kept";
        out.append(wrapped(words.say("report.readme.secrets", Redactor.MASK))).append('\n');
        out.append(wrapped(words.say(names))).append('\n');
        out.append(wrapped(words.say("report.readme.look"))).append("\n\n");
        out.append(words.say("report.readme.files")).append('\n');
        for (Report.Part part : rest.parts()) {
            out.append("  ")
                    .append(part.file())
                    .append(" ".repeat(Math.max(2, 24 - part.file().length())))
                    .append(words.say("report.part." + part.kind() + ".about"))
                    .append('\n');
        }
        return out.toString();
    }

    /** Broken so that it reads well in any editor; a Chinese character takes two columns. */
    static String wrapped(String text) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String word = text.substring(from, to);
            int width = word.stripTrailing().codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
            if (column > 0 && column + width > COLUMNS) {
                out.setLength(out.toString().stripTrailing().length());
                out.append('\n');
                column = 0;
            }
            out.append(word);
            column += width + word.length() - word.stripTrailing().length();
        }
        return out.toString();
    }
}
