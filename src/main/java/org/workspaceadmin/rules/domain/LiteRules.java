package org.workspaceadmin.rules.domain;

import static org.workspaceadmin.rules.domain.Certainty.INFERRED;
import static org.workspaceadmin.rules.domain.Certainty.SITE_LIST;
import static org.workspaceadmin.rules.domain.Certainty.VENDOR;

/**
 * The directory in the cloud that v1.0 opens (LITE_AD): its name, its administrator's account and
 * password (vendor page Apply; api/domain-rules.md).
 */
public final class LiteRules {
    /** Fewest and most characters of a domain name. */
    private static final int NAME_SHORTEST = 4;

    private static final int NAME_LONGEST = 63;

    /** What Windows takes as a NetBIOS name. */
    private static final int FIRST_LABEL_LONGEST = 15;

    private static final int LAST_LABEL_SHORTEST = 2;

    /** Where logon names of the old format end. */
    private static final int ACCOUNT_ADVISED = 20;

    private static final int PASSWORD_SHORTEST = 8;
    private static final int PASSWORD_LONGEST = 64;

    /** How often a character may stand in a row. */
    private static final int REPEATS = 2;

    private static final FieldRules<CharSequence> NAME = name();

    private LiteRules() {}

    /**
     * A password beside the account it must not give away.
     *
     * @param password as typed, checked in place
     * @param account the account as it is typed now, possibly empty
     */
    public record Password(CharSequence password, CharSequence account) {
        /** Shows neither. */
        @Override
        public String toString() {
            return "Password[•••]";
        }
    }

    /** The domain's name. */
    public static FieldRules<CharSequence> domainName() {
        return NAME;
    }

    /**
     * The administrator's account.
     *
     * @param lists the names this site does not want
     */
    public static FieldRules<CharSequence> account(SiteLists lists) {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.ACCOUNT)
                        .error("LITE-ACCT-REQUIRED", VENDOR, LiteRules::present)
                        .error(
                                "LITE-ACCT-CHARSET",
                                VENDOR,
                                text ->
                                        Characters.all(
                                                text,
                                                c ->
                                                        Characters.letterOrDigit(c)
                                                                || c == '-'
                                                                || c == '_'))
                        .error("LITE-ACCT-START", VENDOR, LiteRules::startsWithLetter)
                        .error("LITE-ACCT-SENSITIVE", SITE_LIST, text -> !lists.isSensitive(text))
                        .warning(
                                "LITE-ACCT-LEN-ADVISORY",
                                INFERRED,
                                text -> Characters.count(text, 0, text.length()) <= ACCOUNT_ADVISED,
                                ACCOUNT_ADVISED)
                        .rules());
    }

    /**
     * The administrator's password, which is judged again whenever the account changes.
     *
     * @param lists the passwords this site does not want
     */
    public static FieldRules<Password> password(SiteLists lists) {
        return FieldRules.required(
                new RuleList<Password>(DomainField.PASSWORD)
                        .error("LITE-PWD-REQUIRED", VENDOR, p -> present(p.password()))
                        .error(
                                "LITE-PWD-LEN",
                                VENDOR,
                                p -> between(p.password(), PASSWORD_SHORTEST, PASSWORD_LONGEST),
                                PASSWORD_SHORTEST,
                                PASSWORD_LONGEST)
                        .error("LITE-PWD-START", VENDOR, p -> startsWithLetter(p.password()))
                        .error("LITE-PWD-CLASSES", VENDOR, p -> fourClasses(p.password()))
                        .error(
                                "LITE-PWD-CHARSET",
                                INFERRED,
                                p ->
                                        Characters.all(
                                                p.password(),
                                                c ->
                                                        Characters.letterOrDigit(c)
                                                                || Characters.special(c)))
                        .error("LITE-PWD-REPEAT", VENDOR, p -> !repeats(p.password()), REPEATS)
                        .error(
                                "LITE-PWD-NOT-ACCOUNT",
                                VENDOR,
                                p -> !Characters.same(p.password(), p.account()))
                        .error(
                                "LITE-PWD-NOT-REVERSED",
                                VENDOR,
                                p -> !Characters.reversed(p.password(), p.account()))
                        .error("LITE-PWD-WEAK", SITE_LIST, p -> !lists.isWeak(p.password()))
                        .rules());
    }

    private static FieldRules<CharSequence> name() {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.NAME)
                        .error("LITE-NAME-REQUIRED", VENDOR, LiteRules::present)
                        .error(
                                "LITE-NAME-LEN",
                                VENDOR,
                                text -> between(text, NAME_SHORTEST, NAME_LONGEST),
                                NAME_SHORTEST,
                                NAME_LONGEST)
                        .error(
                                "LITE-NAME-CHARSET",
                                VENDOR,
                                text ->
                                        Characters.all(
                                                text,
                                                c -> Characters.letterOrDigit(c) || edgeless(c)))
                        .error(
                                "LITE-NAME-EDGE",
                                VENDOR,
                                text ->
                                        !edgeless(text.charAt(0))
                                                && !edgeless(text.charAt(text.length() - 1)))
                        .error("LITE-NAME-DOT-HYPHEN", VENDOR, text -> !neighbours(text, '.', '-'))
                        .error("LITE-NAME-DOT", VENDOR, text -> Characters.first(text, '.') >= 0)
                        .error(
                                "LITE-NAME-FIRST-LABEL",
                                VENDOR,
                                LiteRules::firstLabelFits,
                                FIRST_LABEL_LONGEST)
                        .error(
                                "LITE-NAME-LAST-LEN",
                                VENDOR,
                                text ->
                                        lastDot(text) < 0
                                                || Characters.count(
                                                                text,
                                                                lastDot(text) + 1,
                                                                text.length())
                                                        >= LAST_LABEL_SHORTEST,
                                LAST_LABEL_SHORTEST)
                        .error("LITE-NAME-LAST-LETTER", VENDOR, LiteRules::letterBehindLastDot)
                        .error(
                                "LITE-NAME-EMPTY-LABEL",
                                INFERRED,
                                text -> !neighbours(text, '.', '.'))
                        .rules());
    }

    private static boolean present(CharSequence text) {
        return !text.isEmpty();
    }

    private static boolean between(CharSequence text, int shortest, int longest) {
        int length = Characters.count(text, 0, text.length());
        return length >= shortest && length <= longest;
    }

    private static boolean startsWithLetter(CharSequence text) {
        return Characters.letter(text.charAt(0));
    }

    private static boolean edgeless(char c) {
        return c == '-' || c == '.';
    }

    private static boolean firstLabelFits(CharSequence text) {
        int dot = Characters.first(text, '.');
        return dot < 0 || Characters.count(text, 0, dot) <= FIRST_LABEL_LONGEST;
    }

    private static int lastDot(CharSequence text) {
        return Characters.last(text, '.');
    }

    private static boolean letterBehindLastDot(CharSequence text) {
        int dot = lastDot(text);
        return dot < 0
                || Characters.any(text.subSequence(dot + 1, text.length()), Characters::letter);
    }

    /** Whether the two stand next to each other, in either order. */
    private static boolean neighbours(CharSequence text, char one, char other) {
        for (int i = 1; i < text.length(); i++) {
            char left = text.charAt(i - 1);
            char right = text.charAt(i);
            if ((left == one && right == other) || (left == other && right == one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fourClasses(CharSequence text) {
        return Characters.any(text, Characters::upper)
                && Characters.any(text, Characters::lower)
                && Characters.any(text, Characters::digit)
                && Characters.any(text, Characters::special);
    }

    private static boolean repeats(CharSequence text) {
        int row = 0;
        int before = -1;
        int at = 0;
        while (at < text.length()) {
            int now = Character.codePointAt(text, at);
            row = now == before ? row + 1 : 1;
            if (row > REPEATS) {
                return true;
            }
            before = now;
            at += Character.charCount(now);
        }
        return false;
    }
}
