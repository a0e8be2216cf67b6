package org.workspaceadmin.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the argument files below {@code packaging}. Each line is empty, a comment, or one option,
 * with its value in double quotes or a plain word.
 *
 * @param path where it is
 * @param lines its lines that are options, properties filled in
 */
record ArgumentFile(Path path, List<Line> lines) {
    private static final Pattern LINE =
            Pattern.compile("(--[a-z-]+)(?: (?:\"([^\"\\\\]*)\"|([^\\s\"'\\\\#]+)))?");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /**
     * An option.
     *
     * @param text the whole line
     * @param option its name with two hyphens
     * @param hasValue whether a value follows
     */
    record Line(String text, String option, boolean hasValue) {}

    /**
     * Reads a file.
     *
     * @param properties what Maven fills in
     * @throws IllegalArgumentException for a line of another form, or an unknown property
     */
    static ArgumentFile read(Path path, Map<String, String> properties) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String raw : Files.readAllLines(path)) {
            if (raw.isBlank() || raw.startsWith("#")) {
                continue;
            }
            String text = filled(path, raw, properties);
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new IllegalArgumentException(path + ": " + raw);
            }
            boolean hasValue = line.group(2) != null || line.group(3) != null;
            lines.add(new Line(text, line.group(1), hasValue));
        }
        return new ArgumentFile(path, List.copyOf(lines));
    }

    /** The value of an option, without quotes; the last one, as jpackage has it. */
    String value(String option) {
        return lines.stream()
                .filter(line -> line.option().equals(option) && line.hasValue())
                .map(line -> line.text().substring(option.length()).strip().replace("\"", ""))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException(path + " has no " + option));
    }

    private static String filled(Path path, String raw, Map<String, String> properties) {
        return PROPERTY.matcher(raw)
                .replaceAll(found -> {
                    String value = properties.get(found.group(1));
                    if (value == null) {
                        throw new IllegalArgumentException(path + ": " + found.group());
                    }
                    return Matcher.quoteReplacement(value);
                });
    }
}
