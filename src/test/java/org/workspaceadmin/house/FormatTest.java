package org.workspaceadmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the format of every source file. A test and not a Maven step, because the formatter has to
 * run on the JDK that compiles the code, and Maven itself may run on an older one. {@code mvn
 * spotless:apply} on a JDK 21 or newer puts it right.
 */
class FormatTest {
    private static final JavaFormatterOptions.Style AOSP = JavaFormatterOptions.Style.AOSP;
    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(AOSP).build());

    @Test
    void everySourceFileIsFormatted() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> unformatted =
                    files.filter(f -> f.toString().endsWith(".java"))
                            .parallel()
                            .filter(f -> !isFormatted(f))
                            .map(Path::toString)
                            .sorted()
                            .toList();

            assertThat(unformatted).as("run mvn spotless:apply on a JDK 21 or newer").isEmpty();
        }
    }

    private static boolean isFormatted(Path file) {
        try {
            String source = Files.readString(file);
            return source.equals(
                    FORMATTER.formatSource(
                            RemoveUnusedImports.removeUnusedImports(
                                    ImportOrderer.reorderImports(
                                            source, JavaFormatterOptions.Style.GOOGLE))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
