package org.workspaceadmin.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** The JDK's own jpackage: its option parser, and what its help says of options. */
final class Jpackage {
    private static final ToolProvider TOOL = ToolProvider.findFirst("jpackage").orElseThrow();
    private static final Pattern HELP =
            Pattern.compile("^ {2}(--[a-z-]+)((?: -[a-z])?)( <)?", Pattern.MULTILINE);

    private Jpackage() {}

    /** Runs it and returns what it says. */
    static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        TOOL.run(out, out, arguments);
        return said.toString();
    }

    /**
     * The options of a system, from the help texts, which every JDK has for all systems.
     *
     * @param system {@code win}, {@code mac} or {@code linux}
     * @return option with two hyphens, and whether it takes a value
     */
    static Map<String, Boolean> options(String system) throws IOException {
        Properties texts = new Properties();
        Path help =
                FileSystems.getFileSystem(URI.create("jrt:/"))
                        .getPath(
                                "/modules/jdk.jpackage/jdk/jpackage/internal/resources",
                                "HelpResources.properties");
        texts.load(new StringReader(Files.readString(help, UTF_8)));
        Map<String, Boolean> options = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            if (key.startsWith("MSG_Help_" + system)) {
                Matcher line = HELP.matcher(texts.getProperty(key));
                while (line.find()) {
                    options.put(line.group(1), line.group(3) != null);
                }
            }
        }
        return options;
    }
}
