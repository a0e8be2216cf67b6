package org.workspaceadmin.rules.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.rules.Violation;

/**
 * The rules written a second time, as patterns and apart from the code under test, compared with it
 * on seeded random texts that lie close to the borders.
 */
class DomainRulesSecondFormulationTest {
    private static final int CASES = 60_000;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{4,63}$)(?=[^.]{1,15}\\.)[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)+");
    private static final Pattern LAST = Pattern.compile("(?=.*[A-Za-z])[^.]{2,}");
    private static final String NAME_LETTERS = "aZ09-..--aab_ é桌😀\n";
    private static final String ACCOUNT_LETTERS = "aZ09-_gues.@\\ é";
    private static final String PASSWORD_LETTERS = "aabZZ019!~\"'/?\\ \té😀";

    @Test
    void namesAgreeWithThePattern() {
        Random random = new Random(20_260_101);
        int kept = 0;
        for (int i = 0; i < CASES; i++) {
            String text = random.nextInt(3) == 0 ? nearName(random) : any(random, NAME_LETTERS, 70);
            boolean wanted =
                    NAME.matcher(text).matches()
                            && LAST.matcher(text.substring(text.lastIndexOf('.') + 1)).matches();

            assertThat(LiteRules.domainName().check(text).isEmpty()).as(text).isEqualTo(wanted);
            kept += wanted ? 1 : 0;
        }
        // Otherwise the comparison would only see refusals.
        assertThat(kept).isBetween(CASES / 20, CASES - CASES / 20);
    }

    @Test
    void everyBrokenNameRuleAgreesWithAPatternOfItsOwn() {
        Random random = new Random(7);
        for (int i = 0; i < CASES / 2; i++) {
            String text = random.nextBoolean() ? nearName(random) : any(random, NAME_LETTERS, 66);
            Set<String> wanted = new TreeSet<>();
            if (text.isEmpty()) {
                wanted.add("LITE-NAME-REQUIRED");
            } else {
                add(wanted, "LITE-NAME-LEN", !matches(text, ".{4,63}"));
                add(wanted, "LITE-NAME-CHARSET", !matches(text, "[A-Za-z0-9.-]*"));
                add(wanted, "LITE-NAME-EDGE", matches(text, "[.-].*|.*[.-]"));
                add(wanted, "LITE-NAME-DOT-HYPHEN", matches(text, ".*(\\.-|-\\.).*"));
                add(wanted, "LITE-NAME-DOT", !text.contains("."));
                add(wanted, "LITE-NAME-FIRST-LABEL", matches(text, "[^.]{16,}\\..*"));
                add(wanted, "LITE-NAME-LAST-LEN", matches(text, "(.*\\.)[^.]{0,1}"));
                add(wanted, "LITE-NAME-LAST-LETTER", matches(text, "(.*\\.)[^.A-Za-z]*"));
                add(wanted, "LITE-NAME-EMPTY-LABEL", text.contains(".."));
            }
            assertThat(ids(LiteRules.domainName().check(text))).as(text).isEqualTo(wanted);
        }
    }

    @Test
    void accountsAgreeWithThePattern() {
        Random random = new Random(11);
        SiteLists lists = SiteLists.of(List.of("guest", "a*"), List.of());
        for (int i = 0; i < CASES / 2; i++) {
            String text = any(random, ACCOUNT_LETTERS, 24);
            Set<String> wanted = new TreeSet<>();
            if (text.isEmpty()) {
                wanted.add("LITE-ACCT-REQUIRED");
            } else {
                add(wanted, "LITE-ACCT-CHARSET", !matches(text, "[A-Za-z0-9_-]*"));
                add(wanted, "LITE-ACCT-START", !matches(text, "[A-Za-z].*"));
                add(wanted, "LITE-ACCT-SENSITIVE", matches(text, "(?i)guest|a.*"));
                add(wanted, "LITE-ACCT-LEN-ADVISORY", matches(text, ".{21,}"));
            }
            assertThat(ids(LiteRules.account(lists).check(text))).as(text).isEqualTo(wanted);
        }
    }

    @Test
    void passwordsAgreeWithThePattern() {
        Random random = new Random(13);
        String special = "[~!@#$%^&*_+=`|(){}\\[\\]:;\"'<>,.?/-]";
        for (int i = 0; i < CASES; i++) {
            String password = any(random, PASSWORD_LETTERS, 12);
            String account = relative(random, password);
            Set<String> wanted = new TreeSet<>();
            if (password.isEmpty()) {
                wanted.add("LITE-PWD-REQUIRED");
            } else {
                add(wanted, "LITE-PWD-LEN", !matches(password, ".{8,64}"));
                add(wanted, "LITE-PWD-START", !matches(password, "[A-Za-z].*"));
                add(
                        wanted,
                        "LITE-PWD-CLASSES",
                        !(matches(password, ".*[A-Z].*")
                                && matches(password, ".*[a-z].*")
                                && matches(password, ".*[0-9].*")
                                && matches(password, ".*" + special + ".*")));
                add(
                        wanted,
                        "LITE-PWD-CHARSET",
                        !matches(password, "(?:[A-Za-z0-9]|" + special + ")*"));
                add(wanted, "LITE-PWD-REPEAT", repeated(password));
                add(wanted, "LITE-PWD-NOT-ACCOUNT", password.equalsIgnoreCase(account));
                add(
                        wanted,
                        "LITE-PWD-NOT-REVERSED",
                        password.length() == account.length()
                                && backwards(password).equalsIgnoreCase(account));
                add(wanted, "LITE-PWD-WEAK", password.toLowerCase(Locale.ROOT).equals("aabzz019!"));
            }
            List<Violation> found =
                    LiteRules.password(SiteLists.of(List.of(), List.of("AABZZ019!")))
                            .check(new LiteRules.Password(password, account));
            assertThat(ids(found)).as(password + " / " + account).isEqualTo(wanted);
        }
    }

    @Test
    void addressesAgreeWithThePattern() {
        Random random = new Random(17);
        String part = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
        Pattern address = Pattern.compile(part + "(?:\\." + part + "){3}");
        for (int i = 0; i < CASES; i++) {
            String text =
                    random.nextBoolean()
                            ? any(random, "0125.. :a", 15)
                            : random.nextInt(300)
                                    + "."
                                    + random.nextInt(300)
                                    + "."
                                    + random.nextInt(30)
                                    + (random.nextInt(9) == 0 ? "" : "." + random.nextInt(260))
                                    + (random.nextInt(9) == 0 ? "/24" : "");
            assertThat(LocalRules.dnsAddress().check(text).isEmpty())
                    .as(text)
                    .isEqualTo(address.matcher(text).matches());
        }
    }

    @Test
    void rangesOverlapWhenTheyShareAnAddress() {
        Random random = new Random(19);
        for (int i = 0; i < CASES / 10; i++) {
            Cidr a = range(random);
            Cidr b = range(random);
            long firstA = a.network();
            long lastA = firstA + (1L << (32 - a.bits())) - 1;
            long firstB = b.network();
            long lastB = firstB + (1L << (32 - b.bits())) - 1;

            assertThat(a.overlaps(b))
                    .as(a + " and " + b)
                    .isEqualTo(firstA <= lastB && firstB <= lastA);
            assertThat(Cidr.parse(a.toString())).contains(a);
        }
    }

    private static Cidr range(Random random) {
        int bits = 8 + random.nextInt(25);
        return Cidr.parse(
                        "172."
                                + (16 + random.nextInt(2))
                                + "."
                                + random.nextInt(256)
                                + ".0/"
                                + bits)
                .orElseThrow();
    }

    private static Set<String> ids(List<Violation> violations) {
        return violations.stream()
                .map(Violation::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(Set<String> ids, String id, boolean broken) {
        if (broken) {
            ids.add(id);
        }
    }

    private static boolean matches(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches();
    }

    private static boolean repeated(String text) {
        return Pattern.compile("(.)\\1\\1", Pattern.DOTALL).matcher(text).find();
    }

    private static String backwards(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = text.length() - 1; i >= 0; i--) {
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    private static String any(Random random, String letters, int longest) {
        int length = random.nextInt(longest + 1);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int at = random.nextInt(letters.length());
            text.appendCodePoint(
                    letters.codePointAt(
                            Character.isLowSurrogate(letters.charAt(at)) ? at - 1 : at));
        }
        return text.toString();
    }

    private static String nearName(Random random) {
        StringBuilder name = new StringBuilder();
        int labels = 1 + random.nextInt(4);
        for (int l = 0; l < labels; l++) {
            name.append(l == 0 ? "" : random.nextInt(12) == 0 ? ".." : ".");
            int length = l == 0 ? 1 + random.nextInt(17) : 1 + random.nextInt(22);
            for (int c = 0; c < length; c++) {
                name.append("abcXYZ0189-".charAt(random.nextInt(random.nextInt(3) == 0 ? 11 : 10)));
            }
        }
        if (random.nextInt(10) == 0) {
            name.setCharAt(random.nextInt(name.length()), "-._ é".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private static String relative(Random random, String password) {
        return switch (random.nextInt(5)) {
            case 0 -> password;
            case 1 -> backwards(password);
            case 2 -> password.toUpperCase(Locale.ROOT);
            case 3 -> password + "x";
            default -> "vdsadmin";
        };
    }
}
