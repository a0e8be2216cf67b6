package org.workspaceadmin.rules.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.rules.Violation;

/** Every accepted and rejected example of domain-rules.json, each with all the rules it breaks. */
class DomainRulesTableTest {
    private static final JsonNode TABLE = read();

    record Example(String rule, String field, String value, String account, List<String> breaks) {}

    static List<Example> examples() {
        String usual = TABLE.path("meta").path("defaultAccountForPasswordExamples").asText();
        List<Example> examples = new ArrayList<>();
        for (JsonNode rule : TABLE.path("rules")) {
            for (String side : List.of("accept", "reject")) {
                for (JsonNode e : rule.path(side)) {
                    List<String> breaks = new ArrayList<>();
                    e.path("violates").forEach(id -> breaks.add(id.asText()));
                    examples.add(
                            new Example(
                                    rule.path("id").asText(),
                                    rule.path("field").asText(),
                                    e.path("value").isNull() ? "" : e.path("value").asText(),
                                    e.path("account").asText(usual),
                                    breaks));
                }
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void breaksExactlyTheRulesOfTheTable(Example example) {
        assertThat(check(example))
                .filteredOn(v -> v.level() == Violation.Level.ERROR)
                .extracting(Violation::rule)
                .containsExactlyInAnyOrderElementsOf(example.breaks());
    }

    @Test
    void theTableIsReadWhole() {
        assertThat(examples()).hasSizeGreaterThan(150);
        assertThat(examples()).extracting(Example::breaks).anyMatch(List::isEmpty);
        assertThat(Stream.of("name", "acct", "pwd"))
                .allMatch(f -> examples().stream().anyMatch(e -> e.field().equals(f)));
    }

    @Test
    void everyRuleOfTheTableIsARuleOfOurs() {
        List<String> ours =
                Stream.of(
                                LiteRules.domainName().rules().stream().map(Rule::id),
                                LiteRules.account(SiteLists.standIn()).rules().stream()
                                        .map(Rule::id),
                                LiteRules.password(SiteLists.standIn()).rules().stream()
                                        .map(Rule::id))
                        .flatMap(ids -> ids)
                        .toList();
        List<String> table = new ArrayList<>();
        TABLE.path("rules").forEach(rule -> table.add(rule.path("id").asText()));

        assertThat(ours).containsAll(table);
        assertThat(ours).hasSize(table.size() + 1).contains("LITE-ACCT-LEN-ADVISORY");
    }

    @Test
    void theStandInListIsTheOneOfTheTable() {
        SiteLists lists = SiteLists.standIn();
        assertThat(lists.isStandIn()).isTrue();
        for (JsonNode name : TABLE.path("sensitiveAccounts").path("names")) {
            assertThat(lists.isSensitive(name.asText())).as(name.asText()).isTrue();
            assertThat(lists.isSensitive(name.asText().toUpperCase(java.util.Locale.ROOT)))
                    .isTrue();
        }
        for (JsonNode prefix : TABLE.path("sensitiveAccounts").path("prefixes")) {
            assertThat(lists.isSensitive(prefix.asText() + "20577")).isTrue();
        }
        assertThat(lists.isSensitive("vdsadmin")).isFalse();
    }

    private static List<Violation> check(Example example) {
        List<String> weak = new ArrayList<>();
        TABLE.path("meta").path("weakListUsedInExamples").forEach(w -> weak.add(w.asText()));
        SiteLists lists = SiteLists.standInWithWeak(weak);
        return switch (example.field()) {
            case "name" -> LiteRules.domainName().check(example.value());
            case "acct" -> LiteRules.account(lists).check(example.value());
            case "pwd" ->
                    LiteRules.password(lists)
                            .check(new LiteRules.Password(example.value(), example.account()));
            default -> throw new IllegalStateException(example.field());
        };
    }

    private static JsonNode read() {
        try (InputStream in =
                DomainRulesTableTest.class.getResourceAsStream("/api/domain-rules.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
