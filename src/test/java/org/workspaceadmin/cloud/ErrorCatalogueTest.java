package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.SignInFault;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * Every row of api/errors.md sections 2 to 5, from the answer on the wire to the words in both
 * languages. The cases are data: {@code error-cases.csv}; {@code error-rows.txt} lists the rows.
 */
class ErrorCatalogueTest {
    private static final String PAGE =
            "<html><head><title>Blocked</title></head><body>This page was blocked.</body></html>";

    /** A row of the table of cases. */
    record Case(
            String section,
            String row,
            String origin,
            int status,
            String code,
            String message,
            Kind kind,
            String title,
            String meaning,
            String advice) {
        String body() {
            return switch (origin) {
                case "workspace" ->
                        "{\"error_code\":\"%s\",\"error_msg\":\"%s\"}".formatted(code, message);
                case "gateway" ->
                        "{\"error_code\":\"%s\",\"error_msg\":\"%s\",\"request_id\":\"r-1\"}"
                                .formatted(code, message);
                case "iam" ->
                        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"title\":\"Unauthorized\"}}"
                                .formatted(status, message);
                case "page" -> PAGE;
                case "none" -> "";
                default -> throw new IllegalArgumentException(origin);
            };
        }

        /** IAM is asked by signing in, everything else by reading a desktop. */
        Problem asked() {
            Function<TinyServer.Request, TinyServer.Answer> answer =
                    request -> TinyServer.json(status, body());
            if (origin.equals("iam")) {
                return failure(
                        new Connected(
                                new Credentials.Password(
                                        "account",
                                        "user",
                                        "Example-1".toCharArray(),
                                        "",
                                        new char[0]),
                                answer));
            }
            return failure(new Connected(Connected.KEYS, answer));
        }

        @Override
        public String toString() {
            return section + " " + row + ": " + status + " " + code;
        }
    }

    static List<Case> cases() {
        return lines("error-cases.csv")
                .skip(1)
                .map(line -> line.split("\\|", -1))
                .map(c ->
                        new Case(
                                c[0],
                                c[1],
                                c[2],
                                Integer.parseInt(c[3]),
                                c[4],
                                c[5],
                                Kind.valueOf(c[6]),
                                c[7],
                                c[8],
                                c[9]))
                .toList();
    }

    @Test
    void everyRowHasACase() {
        Set<String> rows =
                lines("error-rows.txt")
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(" = ")[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tested =
                cases().stream()
                        .map(c -> c.section() + " " + c.row())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).hasSizeGreaterThan(90);
        assertThat(tested).isEqualTo(rows);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anAnswerBecomesWordsInBothLanguages(Case each) {
        Problem problem = each.asked();

        assertThat(problem.kind()).isEqualTo(each.kind());
        assertThat(problem.httpStatus()).isEqualTo(each.status());
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language);
            ProblemText text = ProblemText.of(messages, problem);
            assertThat(text.title()).isEqualTo(messages.text(each.title() + ".title"));
            assertThat(text.meaning()).startsWith(messages.text(each.meaning() + ".meaning"));
            assertThat(text.advice()).isEqualTo(messages.text(each.advice() + ".advice"));
            assertThat(text.copyText())
                    .contains(String.valueOf(each.status()), each.code(), each.message())
                    .contains(problem.call())
                    .doesNotContainPattern("\\{\\d|problem\\.\\w|service\\.\\w");
        }
    }

    @Test
    void aCodeNobodyDescribedShowsTheServicesOwnTextWithTheCode() {
        Case unknown = cases().stream().filter(c -> c.row().equals("unknown")).findFirst().get();
        for (Language language : Language.values()) {
            String meaning = ProblemText.of(Messages.of(language), unknown.asked()).meaning();
            assertThat(meaning)
                    .contains("The LiteAs directory could not be reached.", "WKS.12345678");
        }
    }

    @Test
    void codesThatAskForSomethingElseSaySomethingElse() {
        Map<String, Set<String>> meanings = new HashMap<>();
        for (Case each : cases()) {
            if (!each.section().equals("4") || each.row().contains("older")) {
                continue;
            }
            String meaning = Messages.of(Language.ENGLISH).text(each.meaning() + ".meaning");
            meanings.computeIfAbsent(meaning, m -> new TreeSet<>())
                    .add(each.code().substring(each.code().indexOf('.') + 1));
        }
        // These pairs mean the same to an operator; every other number has its own words.
        Set<Set<String>> alike =
                Set.of(
                        Set.of("0201", "0202"),
                        Set.of("0201", "0203"),
                        Set.of("0201", "0601"),
                        Set.of("0201", "0602"));
        assertThat(meanings.values())
                .allSatisfy(codes ->
                        assertThat(codes.size() == 1 || alike.contains(Set.copyOf(codes)))
                                .as("%s share their words", codes)
                                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "403, FORBIDDEN, problem.between",
        "404, NOT_OFFERED, problem.between",
        "400, BAD_REQUEST, problem.between",
        "502, SERVER, problem.between.SERVER",
    })
    void aPageOfAProxyIsSaidToBeOne(int status, Kind kind, String words) {
        String longPage = PAGE + "x".repeat(2000);
        Problem problem =
                failure(
                        new Connected(
                                Connected.KEYS, request -> TinyServer.json(status, longPage)));

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.raw()).hasSize(500).startsWith("<html>");
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language);
            ProblemText text = ProblemText.of(messages, problem);
            assertThat(text.title()).isEqualTo(messages.text(words + ".title"));
            assertThat(text.meaning()).isEqualTo(messages.text(words + ".meaning"));
            assertThat(text.copyText()).contains("This page was blocked.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1200, PT-20M, 20 min ahead, 快 20 分钟",
        "1212, PT20M12S, 20 min 12 s behind, 慢 20 分钟 12 秒",
    })
    void aWrongClockIsNamedWithItsOffset(
            int seconds, String evidence, String english, String chinese) {
        Problem problem = skewed("x-sdk-date expired", seconds);

        assertThat(problem.kind()).isEqualTo(Kind.CLOCK_SKEW);
        assertThat(problem.evidence())
                .containsEntry(Evidence.CLOCK_OFFSET, evidence)
                .containsEntry(Evidence.HOST, "127.0.0.1");
        assertThat(ProblemText.of(Messages.of(Language.ENGLISH), problem).meaning())
                .contains(english);
        assertThat(ProblemText.of(Messages.of(Language.CHINESE), problem).meaning())
                .contains(chinese);
    }

    @Test
    void anExpiredSignatureUnderARightClockIsAnExpiredSignIn() {
        assertThat(skewed("signature expired", 3).kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(skewed("signature expired", 1000).kind()).isEqualTo(Kind.CLOCK_SKEW);
    }

    @Test
    void aRefusedDateUnderARightClockIsNotBlamedOnTheClock() {
        Problem problem = skewed("x-sdk-date expired", 12);
        assertThat(ProblemText.of(Messages.of(Language.ENGLISH), problem).meaning())
                .contains("only 12 s behind", "the clock is not the cause");
    }

    @Test
    void whatIsWrongWithASignInIsToldApart() {
        assertThat(
                        cases().stream()
                                .filter(c -> c.section().equals("5"))
                                .map(c -> SignInFault.of(c.asked()))
                                .collect(Collectors.toSet()))
                .contains(
                        SignInFault.SECRET_KEY,
                        SignInFault.ACCESS_KEY,
                        SignInFault.TOKEN_UNREADABLE,
                        SignInFault.TOKEN_OUTDATED,
                        SignInFault.PASSWORD,
                        SignInFault.ONE_TIME_CODE);
    }

    /** The answer's clock is off by so many seconds from the connection's. */
    private static Problem skewed(String reason, int seconds) {
        String body =
                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication"
                        + " information: "
                        + reason
                        + "\"}";
        HandTimer clock = new HandTimer();
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
        return failure(
                new Connected(
                        Connected.KEYS,
                        request -> TinyServer.json(401, body, Map.of("Date", date))));
    }

    private static Problem failure(Connected connected) {
        try (connected) {
            ProblemException[] caught = new ProblemException[1];
            assertThatThrownBy(() -> connected.cloud.desktop("d-1").await())
                    .isInstanceOfSatisfying(ProblemException.class, e -> caught[0] = e);
            return Objects.requireNonNull(caught[0]).problem();
        }
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = ErrorCatalogueTest.class.getResourceAsStream(name);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, name),
                                        StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
