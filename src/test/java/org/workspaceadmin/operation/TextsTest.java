package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule, reason and code an operation can tell has a text in both languages. */
class TextsTest {
    private static final Pattern RULE = Pattern.compile("\"((?:[A-Z]+-)+[A-Z]+)\"");
    private static final Pattern PREFIXED = Pattern.compile("prefix \\+ \"(-[A-Z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_zh_CN"})
    void everythingToldHasAText(String file) throws Exception {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        "org.workspaceadmin.i18n.messages",
                        file.endsWith("CN") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        List<String> keys = new ArrayList<>();
        for (Field field : Codes.class.getFields()) {
            keys.add("code." + field.get(null));
        }
        for (Plan.Reason reason : Plan.Reason.values()) {
            keys.add("exclusion." + reason.name());
        }
        keys.addAll(rules());

        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(bundle.keySet()).containsAll(keys);
    }

    /** Rule ids as the sources of the rules and the planner name them. */
    private static List<String> rules() throws IOException {
        List<Path> sources = new ArrayList<>();
        Path root = Path.of("src/main/java/org/workspaceadmin");
        try (Stream<Path> files = Files.list(root.resolve("rules"))) {
            List.of("UserNameRules", "RebuildRules", "DesktopRules", "HandoverRules", "RenameRules")
                    .forEach(n -> sources.add(root.resolve("rules/" + n + ".java")));
            assertThat(files.toList()).containsAll(sources);
        }
        sources.add(root.resolve("operation/Planner.java"));
        sources.add(root.resolve("operation/NamePlanner.java"));
        sources.add(root.resolve("operation/list/NameList.java"));
        List<String> keys = new ArrayList<>();
        for (Path source : sources) {
            String text = Files.readString(source);
            Matcher rule = RULE.matcher(text);
            while (rule.find()) {
                keys.add("rule." + rule.group(1));
            }
            Matcher tail = PREFIXED.matcher(text);
            while (tail.find()) {
                keys.add("rule.USERNAME" + tail.group(1));
                keys.add("rule.USERDOMAIN" + tail.group(1));
            }
        }
        return keys;
    }
}
