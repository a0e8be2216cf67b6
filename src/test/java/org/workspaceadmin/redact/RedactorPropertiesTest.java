package org.workspaceadmin.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to hold for any secret and any text, tried with seeded random ones. */
class RedactorPropertiesTest {
    private static final String[] ALPHABETS = {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        "aB3\"\\/'<>&=%+ #?;:,{}[]()!$*~`|^@._-",
        "pä߀éñÅøж密码云桌面パス😀🔑𝒳\t",
        "MII+/=abcXYZ012"
    };

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSecretIsFoundInEveryDisguise(long seed) {
        Random random = new Random(seed);
        Redactor redactor = new Redactor();
        List<String> others = IntStream.range(0, 5).mapToObj(i -> secret(random)).toList();
        String secret = secret(random);
        others.forEach(o -> redactor.remember(o.toCharArray()));
        redactor.remember(secret.toCharArray());

        Disguises.of(secret)
                .forEach((how, text) -> {
                    String masked = redactor.values(text);
                    assertThat(masked).as(how).contains(Redactor.MASK);
                    assertThat(masked).as(how).doesNotContain(secret);
                    assertThat(how.startsWith("bas") && tells(masked, secret))
                            .as("%s: %s", how, masked)
                            .isFalse();
                });
    }

    /** Whether what is left of a Base64 text still gives four bytes of the secret away. */
    private static boolean tells(String masked, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (String left : masked.split(Redactor.MASK + "|\\W", -1)) {
            for (int shift = 0; shift < 4; shift++) {
                String aligned = "A".repeat(shift) + left;
                String whole = aligned.substring(0, aligned.length() / 4 * 4);
                String decoded =
                        new String(
                                Base64.getDecoder().decode(whole.replaceAll("\\W|_", "A")),
                                StandardCharsets.ISO_8859_1);
                for (int i = 0; i + 4 <= bytes.length; i++) {
                    String part = new String(bytes, i, 4, StandardCharsets.ISO_8859_1);
                    if (decoded.contains(part)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void maskingTwiceChangesNothing(long seed) {
        Random random = new Random(seed);
        Redactor redactor = new Redactor();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            String secret = secret(random);
            redactor.remember(secret.toCharArray());
            Disguises.of(secret).values().forEach(t -> text.append(t).append('\n'));
        }
        String once = redactor.text(text.toString());
        assertThat(redactor.text(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void overlappingSecretsLeaveNothingBetweenThem(long seed) {
        Random random = new Random(seed);
        String text = secret(random) + secret(random);
        int overlap = Redactor.SHORTEST_VALUE;
        int middle = text.length() / 2;
        String first = text.substring(0, middle + overlap / 2);
        String second = text.substring(middle - overlap / 2);
        Redactor redactor = new Redactor();
        redactor.remember(first.toCharArray());
        redactor.remember(second.toCharArray());
        assertThat(redactor.values("[" + text + "]")).isEqualTo("[" + Redactor.MASK + "]");
    }

    @Test
    void textWithoutSecretsStaysAsItIs() {
        Redactor redactor = new Redactor();
        Random random = new Random(7);
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            secrets.add(secret(random) + "-" + i + "-abc");
            redactor.remember(secrets.getLast().toCharArray());
        }
        String text =
                "C:\\new\\tools 100%25 a+b \\u0041 %zz %C3 {\"name\":\"FIN-0012\",\"ok\":true}\n"
                        + "  GET /v2/p/desktops?limit=100&offset=0 12 ms";
        assertThat(redactor.text(text)).isEqualTo(text);
        assertThat(redactor.json(text)).isEqualTo(text);
    }

    @Test
    void theCostGrowsWithTheTextAndNotWithTheNumberOfSecrets() {
        Random random = new Random(11);
        Redactor few = new Redactor();
        Redactor many = new Redactor();
        few.remember("aaaaaaaaaaaaaaaaaaaaab".toCharArray());
        for (int i = 0; i < 200; i++) {
            // long prefixes in common and many near misses: what makes a naive search slow
            many.remember(("MIIF" + "A".repeat(200) + secret(random)).toCharArray());
            many.remember(("aaaaaaaaaaaaaaaaaaaaab" + i).toCharArray());
        }
        String line =
                "MIIF" + "A".repeat(150) + "aaaaaaaaaaaaaaaaaaaa {\"a\":1} 2026-11-21 GET /v2\n";
        String text = line.repeat(10_000_000 / line.length());
        long views = 2; // as it is, and without its line breaks
        long most = 2 * views * text.length();
        assertThat(many.cost(text)).isBetween(views * text.length() / 2, most);
        String tenth = text.substring(0, text.length() / 10);
        assertThat(few.cost(tenth)).isCloseTo(many.cost(tenth), withinPercentage(50));
    }

    @Test
    void whatAConnectionTaughtIsForgottenWithItUnlessAnotherNeedsIt() {
        Redactor redactor = new Redactor();
        Redactor first = redactor.under("c1");
        Redactor second = redactor.under("c2");
        first.remember("only-of-the-first".toCharArray());
        first.remember("shared-by-both".toCharArray());
        second.remember("shared-by-both".toCharArray());
        assertThat(second.values("only-of-the-first")).isEqualTo(Redactor.MASK);

        redactor.forget("c1");
        redactor.forget("never known");

        assertThat(redactor.values("only-of-the-first")).isEqualTo("only-of-the-first");
        assertThat(first.values("shared-by-both")).isEqualTo(Redactor.MASK);
        redactor.forget("c2");
        assertThat(redactor.values("shared-by-both")).isEqualTo("shared-by-both");
    }

    @Test
    void aOneTimeCodeIsNotTakenOutOfLongerNumbers() {
        Redactor redactor = new Redactor();
        redactor.remember("482913".toCharArray());
        assertThat(redactor.values("code 482913, id 1748291300, \"482913\""))
                .isEqualTo("code •••, id 1748291300, \"•••\"");
    }

    private static String secret(Random random) {
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        int[] points = alphabet.codePoints().toArray();
        int length = 8 + random.nextInt(40);
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < length; i++) {
            secret.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return secret.toString();
    }
}
