package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.ui.desktops.FilterQuery.Term;

class FilterQueryTest {
    private static final String ALPHABET = "ab -:：\"\",，*\u3000名>.=\tsStTaAuU";

    @Test
    void readsWordsFieldsAndNegations() {
        assertThat(FilterQuery.parse("fin status:active -os:linux -old").terms())
                .containsExactly(
                        new Term(false, null, List.of("fin")),
                        new Term(false, FilterField.STATUS, List.of("active")),
                        new Term(true, FilterField.OS, List.of("linux")),
                        new Term(true, null, List.of("old")));
    }

    @Test
    void aCommaMeansEitherAndQuotesKeepThingsTogether() {
        assertThat(FilterQuery.parse("status:off,error ou:\"OU=A,DC=x\" \"two words\"").terms())
                .containsExactly(
                        new Term(false, FilterField.STATUS, List.of("off", "error")),
                        new Term(false, FilterField.OU, List.of("OU=A,DC=x")),
                        new Term(false, null, List.of("two words")));
    }

    @Test
    void nothingTypedYetIsNotTheSameAsEmpty() {
        assertThat(FilterQuery.parse("user:").terms())
                .containsExactly(new Term(false, FilterField.USER, List.of()));
        assertThat(FilterQuery.parse("user:\"\"").terms())
                .containsExactly(new Term(false, FilterField.USER, List.of("")));
    }

    @Test
    void anUnknownFieldIsTextAndToldOf() {
        FilterQuery.Reading reading = FilterQuery.read("colour:red", FilterField::of);

        assertThat(reading.query().terms())
                .containsExactly(new Term(false, null, List.of("colour:red")));
        assertThat(reading.unknownFields()).containsExactly("colour");
    }

    @Test
    void fieldsMayBeNamedInTheOperatorsLanguageWithAWideColon() {
        FilterQuery.Reading reading =
                FilterQuery.read("状态：已关机", w -> w.equals("状态") ? FilterField.STATUS : null);

        assertThat(reading.query())
                .isEqualTo(
                        new FilterQuery(
                                List.of(new Term(false, FilterField.STATUS, List.of("已关机")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "\"", "\"open", "::", "name:\"a", "- -", "\"\""})
    void everyTextCanBeRead(String text) {
        FilterQuery query = FilterQuery.parse(text);

        assertThat(FilterQuery.parse(query.format())).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fin               | fin status:off",
                "status:error      | status:error,off",
                "status:off        | ''",
                "status:error,OFF  | status:error",
                "-status:off       | -status:off status:off",
            })
    void togglingJoinsValuesOfOneField(String before, String after) {
        assertThat(FilterQuery.parse(before).toggle(FilterField.STATUS, "off").format())
                .isEqualTo(after);
    }

    @Test
    void writingAndReadingAgainGivesTheSameQueryForAnyText() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random);
            FilterQuery query = FilterQuery.parse(text);

            assertThat(FilterQuery.parse(query.format())).as(text).isEqualTo(query);
        }
    }

    @Test
    void writingAndReadingAgainGivesTheSameQueryForAnyTerms() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            List<Term> terms = new ArrayList<>();
            for (int t = random.nextInt(4); t > 0; t--) {
                terms.add(randomTerm(random));
            }
            FilterQuery query = new FilterQuery(terms);

            assertThat(FilterQuery.parse(query.format())).as(query.format()).isEqualTo(query);
        }
    }

    private static Term randomTerm(Random random) {
        if (random.nextBoolean()) {
            return new Term(random.nextBoolean(), null, List.of("x" + randomText(random)));
        }
        FilterField field = FilterField.values()[random.nextInt(FilterField.values().length)];
        List<String> values = new ArrayList<>();
        for (int v = random.nextInt(3); v > 0; v--) {
            values.add(randomText(random));
        }
        return new Term(random.nextBoolean(), field, values);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.append(
                    random.nextInt(8) == 0
                            ? "status:"
                            : ALPHABET.substring(random.nextInt(ALPHABET.length()))
                                    .substring(0, 1));
        }
        return text.toString();
    }
}
