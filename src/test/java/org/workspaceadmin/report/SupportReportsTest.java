package org.workspaceadmin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.redact.Disguises;
import org.workspaceadmin.redact.Redactor;

class SupportReportsTest {
    private static final String SECRET = "S3cr\"et/+ü-Key";

    @TempDir Path folder;
    private final Redactor redactor = new Redactor();
    private FakeSources sources;
    private Path log;

    @BeforeEach
    void aProgramThatRanForAWhile() throws IOException {
        redactor.remember(SECRET.toCharArray());
        sources = new FakeSources(folder);
        Files.createDirectories(folder.resolve("logs"));
        log = folder.resolve("logs/workspace-admin.log");
        Files.writeString(log, "2026-11-21 INFO started\n2026-11-21 INFO opened Production\n");
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"theme\":\"dark\",\"proxy\":{\"user\":\"prx\",\"password\":\"x\"},"
                        + "\"screens\":{\"desktops.filter\":\"user:a.lin\"}}");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void holdsEverySectionAndExplainsItInTheUsersLanguage(Language language) {
        sources.tests.add(
                new TestedConnection(
                        "Production",
                        FakeSources.NOW,
                        List.of("{\"step\":\"tls\",\"millis\":12}", "signed in")));
        sources.failures.add(FakeSources.NOW, "work-3", new IllegalStateException("broke"));
        Report report = gather(true, language);

        Map<String, String> texts = texts(report);
        assertThat(texts.keySet())
                .containsExactly(
                        "README.txt",
                        "program.txt",
                        "settings.txt",
                        "connections.txt",
                        "network.txt",
                        "connection-tests.txt",
                        "open-operations.txt",
                        "failed-requests.txt",
                        "failures.txt",
                        "log.txt",
                        "report.json");
        Messages words = Messages.of(language);
        assertThat(texts.get("README.txt"))
                .as(texts.get("README.txt"))
                .startsWith(words.text("report.readme.title"))
                .contains("log.txt", words.text("report.part.log.about"))
                .contains(Readme.wrapped(words.text("report.readme.names.replaced")))
                .satisfies(t -> assertThat(t.lines()).allMatch(l -> l.length() <= 80));
        assertThat(texts.get("program.txt")).contains("version: 1.2.3", "java: ", "zone: Z");
        assertThat(texts.get("connections.txt"))
                .contains("accessKey: HPUA…", "workspace: lab.example.com:8443", "signIn: PASSWORD")
                .doesNotContain("HPUAABCD");
        assertThat(texts.get("connection-tests.txt")).contains("step: tls", "- signed in");
        assertThat(texts.get("failed-requests.txt"))
                .contains("code: WKS.00010007", "requestId: req-4711", "httpStatus: 409");
        assertThat(texts.get("open-operations.txt")).contains("operation: op-2", "INTENDED");
        assertThat(texts.get("failures.txt")).contains("IllegalStateException: broke");
        assertThat(report.fileName()).isEqualTo("workspace-admin-report-20261121-080000.zip");
    }

    @Test
    void reportJsonHoldsTheSameForMachines() throws IOException {
        JsonNode json = new ObjectMapper().readTree(texts(gather(true)).get("report.json"));
        assertThat(json.path("format").asInt()).isEqualTo(1);
        assertThat(json.path("created").asText()).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(json.path("connections")).hasSize(2);
        assertThat(json.at("/failed-requests/0/requests/0/problem/requestId").asText())
                .isEqualTo("req-4711");
    }

    @Test
    void theProblemItIsSentForComesFirst() {
        Problem problem = Problem.without(Problem.Kind.TIMEOUT, "GET /v2", "slow", FakeSources.NOW);
        Report report =
                new SupportReports(sources, redactor)
                        .gather(
                                new ReportChoice(true, problem, FakeSources.NOW, ZoneOffset.UTC),
                                Messages.of(Language.ENGLISH)::text);
        assertThat(report.parts().get(1).file()).isEqualTo("problem.txt");
        assertThat(report.parts().get(1).text()).contains("kind: TIMEOUT", "call: GET /v2");
    }

    @Test
    void secretsAreMaskedByNameAndByValueWhereverTheyComeFrom() throws IOException {
        StringBuilder lines = new StringBuilder();
        Disguises.of(SECRET)
                .forEach((how, text) ->
                        lines.append(how).append(' ').append(text).append("\n----\n"));
        Files.writeString(log, lines);
        sources.failures.add(FakeSources.NOW, "t", new IllegalStateException("with " + SECRET));
        sources.tests.add(new TestedConnection("Lab", FakeSources.NOW, List.of("said " + SECRET)));
        String all = String.join("\n", texts(gather(false)).values());

        assertThat(all).doesNotContain(SECRET).doesNotContain("Pr0xyPw!");
        assertThat(all).contains("http://prx-user:•••@proxy:3128");
        assertThat(texts(gather(false)).get("settings.txt")).contains("password: •••");
        assertThat(redactor.values(all)).isEqualTo(all);
        long masks =
                texts(gather(false)).get("log.txt").lines().filter(l -> l.contains("•••")).count();
        assertThat(masks).isGreaterThanOrEqualTo(Disguises.of(SECRET).size());
    }

    @Test
    void namesBecomeTheSameNumbersEverywhere() throws IOException {
        Files.writeString(
                log,
                "a.lin on FIN-0012, A.LIN again, fin-0013, xa.lin stays, 用户王伟登录\n"
                        + "{\\\"user_name\\\":\\\"only.in.log\\\"} and only.in.log\n"
                        + System.getProperty("user.home")
                        + "/file\n");
        Map<String, String> texts = texts(gather(true));
        String all = String.join("\n", texts.values()).toLowerCase(Locale.ROOT);
        assertThat(all.replace("xa.lin", ""))
                .doesNotContain(
                        "a.lin",
                        "fin-001",
                        "王伟",
                        "n.newman",
                        "b.old",
                        "j.doe",
                        "acme-corp",
                        "only.in.log",
                        System.getProperty("user.home").toLowerCase(Locale.ROOT));
        assertThat(texts.get("log.txt"))
                .contains("user-1 on desktop-1, user-1 again, desktop-2, xa.lin stays, 用户user-2登录")
                .contains("~/file");
        assertThat(texts.get("failed-requests.txt") + texts.get("open-operations.txt"))
                .contains("desktop desktop-1 of user-1 is busy");
        assertThat(texts.get("settings.txt")).contains("user:user-1");
        assertThat(texts.get("connections.txt")).contains("Production", "ap-southeast-3");
    }

    @Test
    void namesStayWhenTheSenderWantsThem() {
        Map<String, String> texts = texts(gather(false));
        assertThat(texts.get("open-operations.txt")).contains("FIN-0012", "asked for by a.lin");
        assertThat(texts.get("README.txt"))
                .contains(
                        Readme.wrapped(
                                Messages.of(Language.ENGLISH).text("report.readme.names.kept")));
    }

    @Test
    void theLogIsCutAtTheFrontOverItsFiles() throws IOException {
        Path older = folder.resolve("logs/workspace-admin.2026-11-20.0.log");
        Files.writeString(older, "old 1\nold 2\nold 3\n");
        Files.setLastModifiedTime(older, FileTime.from(Instant.EPOCH));
        Files.writeString(log, "new 1\nnew 2\n");
        Files.writeString(folder.resolve("logs/other.txt"), "not a log\n");
        SupportReports small = new SupportReports(sources, redactor, 20);

        Report report = small.gather(choice(true), Messages.of(Language.ENGLISH)::text);

        assertThat(texts(report).get("log.txt")).isEqualTo("old 3\nnew 1\nnew 2\n");
    }

    @Test
    void whatIsNotTextDoesNoHarm() throws IOException {
        byte[] bytes = new byte[5000];
        new java.util.Random(3).nextBytes(bytes);
        Files.write(log, bytes);
        Files.write(folder.resolve("settings.json"), bytes);
        Map<String, String> texts = texts(gather(true));
        assertThat(texts.get("settings.txt")).contains("unreadable");
        assertThat(
                        new String(
                                texts.get("log.txt").getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.UTF_8))
                .isEqualTo(texts.get("log.txt"));
    }

    @Test
    void aFreshProgramHasAReportToo() throws IOException {
        sources.operations.clear();
        sources.network.clear();
        Files.delete(log);
        Files.delete(folder.resolve("settings.json"));
        assertThat(texts(gather(true)).keySet())
                .containsExactly("README.txt", "program.txt", "connections.txt", "report.json");
    }

    @Test
    void staysSmallHoweverMuchThereIs() {
        for (int i = 0; i < 2000; i++) {
            sources.operations.add(FakeSources.rebuild("bulk-" + i, i % 2 == 0));
        }
        Report report = gather(true);
        assertThat(report.size()).isLessThan(2_000_000);
        assertThat(texts(report).get("open-operations.txt")).contains("leftOut: ");
    }

    @Test
    void gatheringEndsWhenItIsCancelled() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> gather(true)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Report gather(boolean withoutNames) {
        return gather(withoutNames, Language.ENGLISH);
    }

    private Report gather(boolean withoutNames, Language language) {
        return new SupportReports(sources, redactor)
                .gather(choice(withoutNames), Messages.of(language)::text);
    }

    private static ReportChoice choice(boolean withoutNames) {
        return new ReportChoice(withoutNames, null, FakeSources.NOW, ZoneOffset.UTC);
    }

    private static Map<String, String> texts(Report report) {
        return report.parts().stream()
                .collect(
                        Collectors.toMap(
                                Report.Part::file,
                                Report.Part::text,
                                (a, b) -> a,
                                java.util.LinkedHashMap::new));
    }
}
