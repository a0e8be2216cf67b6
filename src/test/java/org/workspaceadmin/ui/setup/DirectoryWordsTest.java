package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.AccountFault;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;

/** Every finding of the directory's check can be said, in both languages. */
class DirectoryWordsTest {
    /** Codes that say all is well or that nothing was looked at: nothing is to be done then. */
    private static final Set<String> NOTHING_TO_DO =
            Set.of(
                    "FOUND",
                    "SAME",
                    "OPEN",
                    "TRUSTED",
                    "SIGNED_IN",
                    "DOMAIN_ADMIN",
                    "MAY_CREATE",
                    "NOT_SIGNED_IN",
                    "NOT_AGAIN",
                    "NO_PASSWORD");

    @Test
    void everyCodeOfEveryCheckHasTitleMeaningAndAdvice() {
        List<String> unsaid = new ArrayList<>();
        for (Language language : Language.values()) {
            CheckWords words = new CheckWords(Messages.of(language));
            for (CheckKind kind : CheckKind.values()) {
                assertThat(words.kind(kind)).isNotBlank();
                for (String code : kind.codes()) {
                    CheckResult result = result(kind, code, List.of("one", "two", "three"));
                    if (words.title(result).equals(code)
                            || words.meaning(result).isEmpty()
                            || (words.advice(result).isEmpty() && !NOTHING_TO_DO.contains(code))) {
                        unsaid.add(language + " " + kind + " " + code);
                    }
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    @Test
    void everyFaultOfAnAccountAndEveryReasonOfAFailedSearchIsSaid() {
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language);
            for (AccountFault fault : AccountFault.values()) {
                assertThat(messages.has("directory.ACCOUNT." + fault + ".title"))
                        .as(fault.name())
                        .isTrue();
            }
            for (DirectoryProblem.Kind kind : DirectoryProblem.Kind.values()) {
                assertThat(messages.has("setup.directory.leftovers.failed." + kind))
                        .as(kind.name())
                        .isTrue();
            }
            for (TwoVantage both : TwoVantage.values()) {
                assertThat(messages.has("setup.directory.both." + both + ".text"))
                        .as(both.name())
                        .isTrue();
            }
        }
    }

    @Test
    void missingArgumentsLeaveNoPlaceOpen() {
        CheckWords words = new CheckWords(Messages.of(Language.ENGLISH));
        for (CheckKind kind : CheckKind.values()) {
            for (String code : kind.codes()) {
                CheckResult result = result(kind, code, List.of());
                assertThat(words.title(result) + words.meaning(result)).doesNotContain("{");
            }
        }
    }

    @Test
    void secondsAndWaysAreSaidInWords() {
        CheckWords words = new CheckWords(Messages.of(Language.ENGLISH));
        assertThat(words.meaning(result(CheckKind.CLOCK, "CONTROLLER", List.of("-612"))))
                .contains("10 min 12 s behind");
        assertThat(words.meaning(result(CheckKind.ACCOUNT, "SIGNED_IN", List.of("START_TLS"))))
                .contains("StartTLS")
                .doesNotContain("START_TLS");
    }

    private static CheckResult result(CheckKind kind, String code, List<String> arguments) {
        return new CheckResult(
                kind, "10.0.0.9", Verdict.BAD, code, arguments, List.of(), Duration.ZERO);
    }
}
