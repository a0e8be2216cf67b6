package org.workspaceadmin.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.Problem;

class MessagesTest {
    /** Texts that are the same in both languages on purpose: names and notations. */
    private static final Set<String> SAME =
            Set.of("time.pattern.clock", "app.name", "language.english", "language.chinese");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[,}]");

    private final Map<String, String> english = read("messages.properties");
    private final Map<String, String> chinese = read("messages_zh_CN.properties");

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void noTextIsLeftUntranslated() {
        List<String> same = new ArrayList<>();
        english.forEach((key, text) -> {
            boolean words = text.replaceAll("\\{[^}]*}", "").matches(".*[a-z]{3}.*");
            if (words && text.equals(chinese.get(key)) && !SAME.contains(key)) {
                same.add(key);
            }
        });
        assertThat(same).isEmpty();
    }

    @Test
    void chineseTextsContainChinese() {
        List<String> foreign = new ArrayList<>();
        chinese.forEach((key, text) -> {
            boolean words = text.replaceAll("\\{[^}]*}", "").matches(".*[a-z]{4}.*");
            if (words && text.codePoints().noneMatch(MessagesTest::chinese)) {
                foreign.add(key + "=" + text);
            }
        });
        foreign.removeIf(line -> SAME.contains(line.substring(0, line.indexOf('='))));
        assertThat(foreign).isEmpty();
    }

    @Test
    void bothLanguagesUseTheSamePlaces() {
        english.forEach((key, text) ->
                assertThat(places(Objects.requireNonNull(chinese.get(key))))
                        .as(key)
                        .isEqualTo(places(text)));
    }

    @Test
    void everyTextIsAPatternWithoutQuotes() {
        for (Map<String, String> bundle : List.of(english, chinese)) {
            bundle.forEach((key, text) -> {
                assertThat(text).as(key + ": write ’ instead").doesNotContain("'");
                assertThat(text).as(key).isNotBlank();
                assertThat(new MessageFormat(text)).as(key).isNotNull();
            });
        }
    }

    @Test
    void everyKindOfProblemIsExplained() {
        for (Problem.Kind kind : Problem.Kind.values()) {
            assertThat(english)
                    .containsKeys(
                            "problem." + kind + ".title",
                            "problem." + kind + ".meaning",
                            "problem." + kind + ".advice");
        }
    }

    @Test
    void everyServiceCodeHasMeaningAndAdvice() {
        Set<String> codes = new TreeSet<>();
        english.keySet().stream()
                .filter(key -> key.startsWith("service."))
                .forEach(key -> codes.add(key.substring(0, key.lastIndexOf('.'))));
        assertThat(codes).hasSizeGreaterThan(30);
        codes.forEach(
                code -> assertThat(english).containsKeys(code + ".meaning", code + ".advice"));
    }

    @Test
    void aMissingTextStopsATest() {
        assertThatThrownBy(() -> Messages.of(Language.ENGLISH).text("no.such.key"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such.key");
    }

    @Test
    void agesReadInWords() {
        Messages messages = Messages.of(Language.ENGLISH);
        assertThat(messages.ago(Duration.ZERO)).isEqualTo("just now");
        assertThat(messages.ago(Duration.ofSeconds(-5))).isEqualTo("just now");
        assertThat(messages.ago(Duration.ofSeconds(14))).isEqualTo("14 s ago");
        assertThat(messages.ago(Duration.ofSeconds(200))).isEqualTo("3 min ago");
        assertThat(messages.ago(Duration.ofHours(5))).isEqualTo("5 h ago");
        assertThat(messages.ago(Duration.ofDays(3))).isEqualTo("3 d ago");
        assertThat(Messages.of(Language.CHINESE).ago(Duration.ofSeconds(14))).isEqualTo("14 秒前");
    }

    @Test
    void numbersAreGrouped() {
        assertThat(Messages.of(Language.ENGLISH).number(1204)).isEqualTo("1,204");
    }

    @Test
    void exactTimesNameTheZone() {
        Instant when = Instant.parse("2026-03-01T10:02:03Z");
        assertThat(Messages.of(Language.ENGLISH).exact(when, ZoneOffset.UTC))
                .isEqualTo("1 Mar 2026, 10:02:03 Z");
        assertThat(Messages.of(Language.CHINESE).exact(when, ZoneOffset.UTC))
                .isEqualTo("2026年3月1日 10:02:03 Z");
    }

    private static boolean chinese(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    /** Reads keys and texts, and fails for a key that is there twice. */
    private static Map<String, String> read(String name) {
        Map<String, String> texts = new TreeMap<>();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            String all =
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            for (String line : all.split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int equals = line.indexOf('=');
                    assertThat(equals).as(line).isPositive();
                    String old =
                            texts.put(
                                    line.substring(0, equals).strip(),
                                    line.substring(equals + 1).strip());
                    assertThat(old).as(name + " twice: " + line).isNull();
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
