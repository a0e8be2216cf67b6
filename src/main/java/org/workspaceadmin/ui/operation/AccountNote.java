package org.workspaceadmin.ui.operation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.ui.common.DirectoryWords;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.operation.AccountLookups.Lookup;

/**
 * One thing the directory says of a user name.
 *
 * @param tone how much it matters
 * @param text in words
 */
record AccountNote(Tone tone, String text) {
    /**
     * Everything that is to be said of a name, what matters first.
     *
     * @param lookup what is known
     * @param texts the language
     */
    static List<AccountNote> of(Lookup lookup, Texts texts) {
        return switch (lookup) {
            case Lookup.Nothing nothing -> List.of();
            case Lookup.NotKnown not -> one(Tone.UNKNOWN, texts.now("operation.account.notKnown"));
            case Lookup.Asking asking -> one(Tone.WAITING, texts.now("operation.account.asking"));
            case Lookup.Failed failed -> one(Tone.UNKNOWN, failed(failed.problem(), texts));
            case Lookup.Answered answered -> answered(answered.answer(), texts);
        };
    }

    /** The same, said of a name among others. */
    AccountNote about(String name, Texts texts) {
        return new AccountNote(tone, texts.now("operation.account.about", name, text));
    }

    private static String failed(@Nullable DirectoryProblem problem, Texts texts) {
        String why = new DirectoryWords(texts, ZoneId.systemDefault()).problem(problem);
        return texts.now("operation.account.failed") + (why.isEmpty() ? "" : " " + why);
    }

    private static List<AccountNote> answered(AccountAnswer answer, Texts texts) {
        List<AccountNote> notes = new ArrayList<>();
        if (answer.tooLong()) {
            notes.add(
                    new AccountNote(
                            Tone.ATTENTION,
                            texts.now("operation.account.tooLong", AccountAnswer.LONGEST)));
        }
        if (!answer.exists()) {
            notes.add(
                    new AccountNote(
                            Tone.BAD, texts.now("operation.account.missing", answer.asked())));
            return notes;
        }
        if (answer.disabled()) {
            notes.add(new AccountNote(Tone.BAD, texts.now("operation.account.disabled")));
        }
        if (answer.expired()) {
            notes.add(new AccountNote(Tone.BAD, texts.now("operation.account.expired")));
        }
        if (answer.locked()) {
            notes.add(new AccountNote(Tone.ATTENTION, texts.now("operation.account.locked")));
        }
        if (answer.passwordExpired()) {
            notes.add(
                    new AccountNote(
                            Tone.ATTENTION, texts.now("operation.account.passwordExpired")));
        }
        if (answer.byPrincipalName()) {
            notes.add(
                    new AccountNote(
                            Tone.ATTENTION,
                            texts.now("operation.account.principal", answer.accountName())));
        } else if (!answer.exact()) {
            notes.add(
                    new AccountNote(
                            Tone.ATTENTION,
                            texts.now("operation.account.spelling", answer.accountName())));
        }
        if (notes.isEmpty()) {
            notes.add(
                    new AccountNote(
                            Tone.GOOD,
                            texts.now(
                                    "operation.account.good",
                                    answer.accountName(),
                                    answer.domain())));
        }
        return notes;
    }

    private static List<AccountNote> one(Tone tone, String text) {
        return List.of(new AccountNote(tone, text));
    }
}
