package org.workspaceadmin.ui.setup;

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
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.rules.domain.SiteLists;

/** Every example of domain-rules.json, typed into the form that the wizard shows. */
class RulesInTheFormTest {
    record Example(String field, String value, String account, List<String> breaks) {}

    static Stream<Example> examples() throws IOException {
        JsonNode table;
        try (InputStream in =
                RulesInTheFormTest.class.getResourceAsStream("/api/domain-rules.json")) {
            table = new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
        String usual = table.path("meta").path("defaultAccountForPasswordExamples").asText();
        List<Example> examples = new ArrayList<>();
        for (JsonNode rule : table.path("rules")) {
            for (String side : List.of("accept", "reject")) {
                for (JsonNode e : rule.path(side)) {
                    List<String> breaks = new ArrayList<>();
                    e.path("violates").forEach(id -> breaks.add(id.asText()));
                    examples.add(
                            new Example(
                                    rule.path("field").asText(),
                                    e.path("value").isNull() ? "" : e.path("value").asText(),
                                    e.path("account").asText(usual),
                                    breaks));
                }
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theFormSaysWhatTheTableSays(Example example) {
        SetupForm form = new SetupForm(Generation.V1);
        SetupFields fields =
                new SetupFields(
                        form, SiteLists.standInWithWeak(List.of("Password@123", "Huawei@123")));
        form.kindProperty().set(DomainKind.CLOUD);
        DomainField field =
                switch (example.field()) {
                    case "name" -> DomainField.NAME;
                    case "acct" -> DomainField.ACCOUNT;
                    default -> DomainField.PASSWORD;
                };
        form.accountProperty().set(example.account());
        switch (field) {
            case NAME -> form.domainNameProperty().set(example.value());
            case ACCOUNT -> form.accountProperty().set(example.value());
            default -> form.passwordProperty().set(example.value());
        }
        RuleField<?> rules = fields.of(field);
        assertThat(rules.linesProperty().get())
                .as("nothing is broken before it was left")
                .noneMatch(l -> l.state() == RuleLine.State.BROKEN);

        rules.left();

        assertThat(rules.linesProperty().get())
                .filteredOn(l -> l.state() == RuleLine.State.BROKEN)
                .extracting(RuleLine::id)
                .containsExactlyInAnyOrderElementsOf(example.breaks());
        assertThat(rules.blocks()).isEqualTo(!example.breaks().isEmpty());
    }

    @Test
    void thePasswordIsJudgedAgainWhenTheAccountChanges() {
        SetupForm form = new SetupForm(Generation.V1);
        SetupFields fields = new SetupFields(form, SiteLists.standIn());
        form.kindProperty().set(DomainKind.CLOUD);
        form.passwordProperty().set("Desk_Adm1");
        RuleField<?> password = fields.of(DomainField.PASSWORD);
        password.left();
        assertThat(password.verdictProperty().get()).isEqualTo(RuleField.Verdict.MET);

        form.accountProperty().set("desk_adm1");

        assertThat(password.verdictProperty().get()).isEqualTo(RuleField.Verdict.BROKEN);
        form.accountProperty().set("another");
        assertThat(password.verdictProperty().get()).isEqualTo(RuleField.Verdict.MET);
    }

    @Test
    void theKindOfDomainSwapsTheRulesAndLosesNothing() {
        SetupForm form = new SetupForm(Generation.V1);
        SetupFields fields = new SetupFields(form, SiteLists.standIn());
        form.kindProperty().set(DomainKind.CLOUD);
        form.domainNameProperty().set("ad");
        assertThat(fields.of(DomainField.NAME).blocks()).isTrue();

        form.kindProperty().set(DomainKind.COMPANY);

        assertThat(fields.of(DomainField.NAME).blocks()).isFalse();
        assertThat(form.domainNameProperty().get()).isEqualTo("ad");
        assertThat(SetupStep.of(DomainKind.COMPANY, Generation.V1)).contains(SetupStep.CHECK);
        assertThat(SetupStep.of(DomainKind.CLOUD, Generation.V2))
                .doesNotContain(SetupStep.DOMAIN, SetupStep.CHECK);
    }
}
