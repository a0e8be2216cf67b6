package org.workspaceadmin.ui.connection;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.workspaceadmin.connection.probe.Fact;
import org.workspaceadmin.connection.probe.ProbeStep;
import org.workspaceadmin.connection.probe.StepKind;
import org.workspaceadmin.connection.probe.StepState;
import org.workspaceadmin.connection.probe.Value;
import org.workspaceadmin.connection.probe.Verdict;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Tone;

/** A connection test in words. */
final class ProbeTexts {
    private final Messages messages;

    /**
     * A fact in words.
     *
     * @param label what it is
     * @param value what was seen
     * @param about the host or call it is about, empty for all
     */
    record Seen(String label, String value, String about) {}

    /** In a language. */
    ProbeTexts(Messages messages) {
        this.messages = messages;
    }

    /** The step's name. */
    String name(StepKind kind) {
        return messages.text(key(kind) + ".name");
    }

    /** The state in one word. */
    String state(StepState state) {
        return messages.text("probe.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** How a state looks. */
    static Tone tone(StepState state) {
        return switch (state) {
            case WAITING -> Tone.OFF;
            case RUNNING -> Tone.UNDER_WAY;
            case PASSED -> Tone.GOOD;
            case WARNED -> Tone.ATTENTION;
            case FAILED -> Tone.BAD;
            case SKIPPED, STOPPED -> Tone.SKIPPED;
        };
    }

    /** What came of it in one line; empty while nothing did. */
    String verdict(ProbeStep step) {
        StepKind because = step.because();
        if (because != null) {
            return messages.text("probe.because", name(because));
        }
        Verdict verdict = step.verdict();
        if (!verdict.code().isEmpty()) {
            return messages.text(
                    key(step.kind()) + "." + verdict.code(),
                    verdict.arguments().stream().map(this::argument).toArray());
        }
        Problem problem = step.problem();
        return problem == null ? "" : ProblemText.of(messages, problem).title();
    }

    /** What to do where no problem says it; empty for nothing. */
    String advice(ProbeStep step) {
        String key = key(step.kind()) + "." + step.verdict().code() + ".advice";
        return step.problem() == null && messages.has(key) ? messages.text(key) : "";
    }

    /** How long it took, empty when it did not run to its end. */
    String took(ProbeStep step) {
        Duration took = step.took();
        return took == null ? "" : messages.text("probe.took", took.toMillis());
    }

    /** What was seen. */
    List<Seen> facts(ProbeStep step) {
        List<Seen> seen = new ArrayList<>();
        for (Fact fact : step.facts()) {
            String label =
                    messages.text(
                            (fact.label().contains(".") ? "probe." : "probe.fact.") + fact.label());
            seen.add(new Seen(label, value(fact.value()), fact.about()));
        }
        return seen;
    }

    /** Everything about every step as lines, for the clipboard. */
    String copy(List<ProbeStep> steps) {
        StringBuilder all = new StringBuilder(messages.text("probe.title")).append('\n');
        for (ProbeStep step : steps) {
            all.append('\n').append(name(step.kind())).append(": ").append(state(step.state()));
            String verdict = verdict(step);
            if (!verdict.isEmpty()) {
                all.append(". ").append(verdict);
            }
            if (step.took() != null) {
                all.append(" (").append(took(step)).append(')');
            }
            all.append('\n');
            line(all, advice(step));
            for (Seen fact : facts(step)) {
                String label =
                        fact.about().isEmpty()
                                ? fact.label()
                                : messages.text("probe.about", fact.label(), fact.about());
                line(all, label + ": " + fact.value());
            }
            Problem problem = step.problem();
            if (problem != null) {
                ProblemText.of(messages, problem).copyText().lines().forEach(l -> line(all, l));
            }
        }
        return all.toString();
    }

    private static void line(StringBuilder all, String text) {
        if (!text.isBlank()) {
            all.append("    ").append(text).append('\n');
        }
    }

    /** A number stays one, so that a text can choose its words by it. */
    private Object argument(Value value) {
        return value instanceof Value.Count count ? count.number() : value(value);
    }

    private String value(Value value) {
        return switch (value) {
            case Value.Text text -> text.plain();
            case Value.Word word -> word(word.plain());
            case Value.Words words -> words(words.codes());
            case Value.Moment moment -> messages.exact(moment.at(), ZoneId.systemDefault());
            case Value.Span span -> span(span.time());
            case Value.Count count -> messages.number(count.number());
        };
    }

    private String words(List<String> codes) {
        return codes.stream()
                .map(this::word)
                .reduce((first, next) -> messages.text("probe.and", first, next))
                .orElse("");
    }

    private String word(String code) {
        return messages.text((code.contains(".") ? "probe." : "probe.word.") + code);
    }

    /** Without a sign: a verdict says in words what is ahead of what. */
    private String span(Duration time) {
        Duration length = time.abs();
        return length.compareTo(Duration.ofSeconds(1)) < 0
                ? messages.text("probe.underASecond")
                : messages.duration(length);
    }

    private static String key(StepKind kind) {
        return switch (kind) {
            case SIGN_IN -> "probe.signIn";
            default -> "probe." + kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
