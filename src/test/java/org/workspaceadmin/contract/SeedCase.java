package org.workspaceadmin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.jobs.JobsAsRead;

/**
 * A status of a vendor's page, what brings it about, and what the operator then reads.
 *
 * @param name the status and what it is about
 * @param status as it came over the wire
 * @param act submits an operation that meets it; gives the operation's id
 * @param phase where the operation comes to stand
 * @param outcome where each of its targets comes to stand
 * @param english words the operator reads
 * @param chinese the same in Chinese
 */
record SeedCase(
        String name,
        int status,
        Function<SeedBench, String> act,
        Phase phase,
        Outcome outcome,
        List<String> english,
        List<String> chinese) {
    /** What nobody should ever read: the name of a text, or a place that was not filled. */
    private static final Pattern RAW =
            Pattern.compile("\\b(?:jobs|problem|code|service|exclusion)\\.\\w|\\{\\d");

    /** The decisive word for where an operation stands. */
    private static final Map<Phase, List<String>> PHASES =
            Map.of(
                    Phase.SUCCEEDED, List.of("succeeded", "成功"),
                    Phase.ENDED_WITH_FAILURES, List.of("failures", "失败"),
                    Phase.UNKNOWN, List.of("unknown", "未知"));

    private static final Map<Outcome, List<String>> OUTCOMES =
            Map.of(
                    Outcome.SUCCEEDED, List.of("Succeeded", "成功"),
                    Outcome.FAILED, List.of("Failed", "失败"),
                    Outcome.UNKNOWN, List.of("Unknown", "未知"));

    static SeedCase succeeds(String name, int status, Function<SeedBench, String> act) {
        return new SeedCase(
                name, status, act, Phase.SUCCEEDED, Outcome.SUCCEEDED, List.of(), List.of());
    }

    static SeedCase fails(String name, int status, Function<SeedBench, String> act) {
        return new SeedCase(
                name, status, act, Phase.ENDED_WITH_FAILURES, Outcome.FAILED, List.of(), List.of());
    }

    static SeedCase unknown(String name, int status, Function<SeedBench, String> act) {
        return new SeedCase(
                name, status, act, Phase.UNKNOWN, Outcome.UNKNOWN, List.of(), List.of());
    }

    SeedCase reads(String... words) {
        return new SeedCase(name, status, act, phase, outcome, List.of(words), chinese);
    }

    SeedCase inChinese(String... words) {
        return new SeedCase(name, status, act, phase, outcome, english, List.of(words));
    }

    @Override
    public String toString() {
        return name;
    }

    /** Does it, and reads. */
    void check(SeedBench seeds, String path) {
        String id = act.apply(seeds);
        OperationState state = seeds.bench.until(id, s -> s.phase() == phase);
        Exchange exchange = seeds.newest(path);

        assertThat(exchange.status()).isEqualTo(status);
        assertThat(state.targets()).extracting(TargetState::outcome).containsOnly(outcome);
        assertThat(english).as("words to look for").isNotEmpty();
        for (Language language : Language.values()) {
            JobsAsRead screen = new JobsAsRead(language);
            int column = language == Language.ENGLISH ? 0 : 1;
            assertThat(screen.phase(state))
                    .containsIgnoringCase(Objects.requireNonNull(PHASES.get(phase)).get(column));
            assertThat(screen.outcomes(state))
                    .containsOnly(Objects.requireNonNull(OUTCOMES.get(outcome)).get(column));
            assertThat(String.join("\n", screen.causes(state)) + screen.everything(state))
                    .contains(column == 0 ? english : chinese)
                    .doesNotContainPattern(RAW);
            if (outcome != Outcome.SUCCEEDED) {
                assertThat(screen.causes(state)).noneMatch(String::isBlank);
                readable(screen.problem(state).orElseThrow());
            }
        }
        Problem problem = state.problem();
        if (outcome == Outcome.SUCCEEDED) {
            assertThat(problem).isNull();
        } else {
            same(Objects.requireNonNull(problem), exchange);
        }
    }

    /** A problem as the operator reads it, where no operation shows it yet. */
    static void reads(Problem problem, Exchange exchange, String english, String chinese) {
        for (Language language : Language.values()) {
            ProblemText text = ProblemText.of(Messages.of(language), problem);
            readable(text);
            assertThat(text.copyText())
                    .contains(language == Language.ENGLISH ? english : chinese)
                    .doesNotContainPattern(RAW);
        }
        same(problem, exchange);
    }

    private static void readable(ProblemText text) {
        assertThat(List.of(text.title(), text.meaning(), text.advice()))
                .noneMatch(String::isBlank)
                .doesNotHaveDuplicates();
    }

    /** Status, code and request id of the answer are there for a support ticket. */
    private static void same(Problem problem, Exchange exchange) {
        String requestId =
                Objects.requireNonNull(exchange.responseHeaders().get("X-Request-Id")).getFirst();
        assertThat(problem.httpStatus()).isEqualTo(exchange.status());
        assertThat(problem.code()).isEqualTo(SeedBench.code(exchange)).isNotEmpty();
        assertThat(problem.requestId()).isEqualTo(requestId);
        for (Language language : Language.values()) {
            assertThat(ProblemText.of(Messages.of(language), problem).facts())
                    .extracting(fact -> fact.value())
                    .contains(String.valueOf(exchange.status()), problem.code(), requestId);
        }
    }
}
