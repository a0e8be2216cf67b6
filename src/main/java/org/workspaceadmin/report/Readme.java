package org.workspaceadmin.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.workspaceadmin.redact.Redactor;

/** What the archive is and holds, for whoever opens it. */
final class Readme {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

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
        out.append(words.say("report.readme.secrets", Redactor.MASK)).append('\n');
        out.append(
                        words.say(
                                choice.withoutNames()
                                        ? "report.readme.names.replaced"
                                        : "report.readme.names.kept"))
                .append('\n');
        out.append(words.say("report.readme.look")).append("\n\n");
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
}
