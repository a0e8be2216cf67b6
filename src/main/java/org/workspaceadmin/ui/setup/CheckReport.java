package org.workspaceadmin.ui.setup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.SeenChain;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Field;

/** A whole check as text, for a ticket or a colleague. */
final class CheckReport {
    private final Messages messages;
    private final CheckWords words;

    CheckReport(Messages messages) {
        this.messages = messages;
        words = new CheckWords(messages);
    }

    /**
     * Everything on screen, and what is folded.
     *
     * @param model the check; its password is not part of the text
     * @param now when it is copied
     */
    String text(DirectoryViewModel model, Instant now) {
        List<String> out = new ArrayList<>();
        CheckOrder order = model.ordered();
        if (order != null) {
            out.add(messages.text("setup.directory.report.title", order.domain()));
            out.add(
                    messages.text(
                            "setup.directory.report.at",
                            messages.exact(now, ZoneId.systemDefault())));
            out.add(
                    model.withAccountProperty().get()
                            ? messages.text(
                                    "setup.directory.report.account",
                                    model.form().accountProperty().get())
                            : messages.text("setup.directory.report.noAccount"));
        }
        if (model.staleProperty().get()) {
            out.add(messages.text("setup.directory.stale"));
        }
        for (CheckGroup group : CheckGroup.values()) {
            List<CheckResult> results =
                    model.results().stream()
                            .filter(r -> CheckGroup.of(r.check()) == group)
                            .toList();
            if (!results.isEmpty()) {
                out.add("");
                out.add(words.group(group));
                results.forEach(result -> add(out, result));
            }
        }
        return String.join("\n", out) + "\n";
    }

    private void add(List<String> out, CheckResult result) {
        String subject = result.subject().isEmpty() ? "" : " · " + result.subject();
        String took = words.took(result.took());
        out.add(
                "- ["
                        + words.word(result.verdict().name())
                        + "] "
                        + words.kind(result.check())
                        + subject
                        + ": "
                        + words.title(result)
                        + (took.isEmpty() ? "" : " (" + took + ")"));
        indented(out, words.meaning(result));
        String advice = words.advice(result);
        if (!advice.isEmpty()) {
            indented(out, messages.text("setup.directory.advice") + ": " + advice);
        }
        List<Field> seen =
                result.check() == CheckKind.CERTIFICATE
                        ? SeenChain.of(result.evidence())
                                .map(chain -> CertificateCard.facts(messages, chain))
                                .orElse(CheckWords.evidence(result))
                        : CheckWords.evidence(result);
        seen.forEach(field -> indented(out, field.path() + ": " + field.value()));
    }

    private static void indented(List<String> out, String text) {
        if (!text.isEmpty()) {
            out.add("    " + text);
        }
    }
}
