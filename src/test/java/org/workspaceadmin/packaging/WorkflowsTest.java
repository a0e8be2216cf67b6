package org.workspaceadmin.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflows, which no test can run: their form, and the rules of this project for them. */
class WorkflowsTest {
    private static final Path RELEASE = Path.of(".github", "workflows", "release.yml");
    private static final Pattern SECRET = Pattern.compile("secrets\\.(\\w+)");

    /** Actions in use, by tags that their makers released. */
    private static final Set<String> ACTIONS =
            Set.of(
                    "actions/checkout@v4",
                    "actions/setup-java@v4",
                    "actions/upload-artifact@v4",
                    "actions/download-artifact@v4",
                    "softprops/action-gh-release@v2");

    @Test
    void everyWorkflowHoldsTheSchema() throws IOException {
        WorkflowSchema schema = WorkflowSchema.read();
        Map<String, JsonNode> workflows = Workflows.all();

        assertThat(workflows).containsOnlyKeys("build.yml", "release.yml");
        workflows.forEach((name, flow) -> assertThat(schema.faults(flow)).as(name).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    timeout-minutes: 90   | timeout_minutes: 90               | timeout_minutes
                    fail-fast: false      | fail-fast: 'no'                   | fail-fast
                    contents: write       | contents: owner                   | contents
                    tags: ['v*']          | tag: ['v*']                       | tag
                    if: failure()         | if: secrets.KEY == ''             | secrets
                    uses: actions/cache@v4| uses: [actions/cache@v4]          | uses
                    id: read              | ids: read                         | ids
                    if: always()          | if: sometimes()                   | sometimes
                    """)
    void theSchemaRefusesWhatIsWrong(String right, String wrong, String named) throws IOException {
        String text =
                """
                on:
                  push:
                    tags: ['v*']
                permissions:
                  contents: write
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    timeout-minutes: 90
                    strategy:
                      fail-fast: false
                    steps:
                      - id: read
                        if: always()
                        run: echo
                      - if: failure()
                        uses: actions/cache@v4
                        with:
                          key: ${{ secrets.KEY }}
                """;
        WorkflowSchema schema = WorkflowSchema.read();

        assertThat(schema.faults(Workflows.parse(text))).isEmpty();
        assertThat(text).contains(right);
        assertThat(schema.faults(Workflows.parse(text.replace(right, wrong))))
                .isNotEmpty()
                .anySatisfy(fault -> assertThat(fault).contains(named));
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> Workflows.parse("on: push\non: pull_request\n"))
                .hasMessageContaining("on");
    }

    @Test
    void everyActionIsOneThatItsMakerReleased() throws IOException {
        assertThat(Workflows.steps())
                .filteredOn(step -> step.node().has("uses"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.node().get("uses").asText()).isIn(ACTIONS));
    }

    @Test
    void everyJobAndStepThatIsNamedIsThere() throws IOException {
        for (JsonNode workflow : Workflows.all().values()) {
            JsonNode jobs = workflow.get("jobs");
            for (JsonNode job : jobs) {
                JsonNode needs = job.path("needs");
                Collection<String> names =
                        needs.isArray()
                                ? needs.valueStream().map(JsonNode::asText).toList()
                                : needs.isMissingNode() ? List.of() : List.of(needs.asText());
                assertThat(jobs.properties()).extracting(Map.Entry::getKey).containsAll(names);
                Matcher used = Pattern.compile("needs\\.([\\w-]+)\\.").matcher(job.toString());
                while (used.find()) {
                    assertThat(names).contains(used.group(1));
                }
            }
        }
    }

    @Test
    void onlyTheJobThatPublishesMayWrite() throws IOException {
        for (JsonNode workflow : Workflows.all().values()) {
            assertThat(workflow.get("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
            workflow.get("jobs")
                    .properties()
                    .forEach(job -> {
                        String mayBe = job.getKey().equals("publish") ? "write" : "";
                        assertThat(job.getValue().at("/permissions/contents").asText())
                                .isEqualTo(mayBe);
                        assertThat(job.getValue().path("permissions").size())
                                .isEqualTo(mayBe.isEmpty() ? 0 : 1);
                    });
        }
    }

    @Test
    void noScriptIsPutTogetherFromWhatOthersWrote() throws IOException {
        assertThat(Workflows.steps())
                .allSatisfy(step -> assertThat(step.script()).doesNotContain("${{"));
    }

    @Test
    void everyJobEndsAtSomeTime() throws IOException {
        for (JsonNode workflow : Workflows.all().values()) {
            assertThat(workflow.get("jobs"))
                    .allSatisfy(
                            job -> assertThat(job.path("timeout-minutes").asInt()).isPositive());
        }
    }

    @Test
    void theReleaseIsBuiltOnEverySystemAndOnlyFromATagThatIsTheVersion() throws IOException {
        JsonNode release = Workflows.parse(Files.readString(RELEASE));

        assertThat(release.at("/on/push/tags/0").asText()).isEqualTo("v*");
        assertThat(release.at("/jobs/installers/strategy/matrix/system").toString())
                .contains("ubuntu", "windows", "macos-15\"", "macos-15-intel\"");
        assertThat(release.at("/jobs/version/steps").toString())
                .contains("$GITHUB_REF_NAME", "project.version", "exit 1");
        assertThat(release.at("/jobs/installers/needs").asText()).isEqualTo("version");
        assertThat(release.at("/jobs/publish/needs").toString())
                .contains("version", "test", "installers");
    }

    @Test
    void everySecretIsExplained() throws IOException {
        Set<String> secrets = new TreeSet<>();
        Matcher secret = SECRET.matcher(Files.readString(RELEASE));
        while (secret.find()) {
            secrets.add("`" + secret.group(1) + "`");
        }

        assertThat(secrets).isNotEmpty();
        assertThat(Files.readString(Path.of("packaging", "README.md"))).contains(secrets);
    }

    @Test
    void everyFileThatAStepNamesIsThere() throws IOException {
        Pattern file = Pattern.compile("(?:packaging|\\.ci)/[\\w./-]+");
        for (Workflows.Step step : Workflows.steps()) {
            Matcher named = file.matcher(step.script());
            while (named.find()) {
                assertThat(Path.of(named.group())).as(step.where()).isRegularFile();
            }
        }
    }
}
