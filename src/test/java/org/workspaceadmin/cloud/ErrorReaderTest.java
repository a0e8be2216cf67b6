package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;

/** The rows of api/errors.md sections 1 to 6. */
class ErrorReaderTest {
    private static final Instant AT = Instant.parse("2026-01-05T08:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error_code\":\"WKS.1\",\"error_msg\":\"m\",\"error_detail\":\"d\","
                        + "\"encoded_authorization_message\":\"e\"}|WKS.1|m|d|e|",
                "{\"error_code\":\"APIGW.0101\",\"error_msg\":\"m\",\"request_id\":\"r\"}"
                        + "|APIGW.0101|m|||r",
                "{\"error\":{\"code\":400,\"message\":\"m\",\"title\":\"Bad\"}}|400|m|||",
                "{\"error_code\":\"STS5.1234\",\"error_msg\":\"m\",\"details\":[{\"x\":1}]}"
                        + "|STS5.1234|m|[{\"x\":1}]||",
                "{\"code\":\"C\",\"message\":\"m\"}|C|m|||",
                "{\"request_id\":\"r\",\"inner\":{\"error_code\":\"I\",\"error_msg\":\"m\"}}"
                        + "|I|m|||r",
                "{\"error_code\":\"WKS.000000000000000042\",\"error_msg\":null}"
                        + "|WKS.000000000000000042||||",
                "{\"encoded_authorization_message\":\"e\",\"error\":{\"code\":\"F\"}}|F|||e|"
            })
    void readsEveryBodyShape(
            String body,
            String code,
            String message,
            String detail,
            String authorization,
            String requestId) {
        Problem problem = read(400, body, Map.of());
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).isEqualTo(message == null ? "" : message);
        assertThat(problem.detail()).isEqualTo(detail == null ? "" : detail);
        assertThat(problem.authorizationMessage())
                .isEqualTo(authorization == null ? "" : authorization);
        assertThat(problem.requestId()).isEqualTo(requestId == null ? "" : requestId);
        assertThat(problem.raw()).isEmpty();
        assertThat(problem.call()).isEqualTo("GET /x");
        assertThat(problem.at()).isEqualTo(AT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // section 2
                "400|-|BAD_REQUEST",
                "401|-|UNAUTHENTICATED",
                "403|-|FORBIDDEN",
                "404|-|NOT_FOUND",
                "404|APIGW.0101|NOT_OFFERED",
                "404|APIG.0101|NOT_OFFERED",
                "405|-|METHOD_NOT_ALLOWED",
                "409|-|CONFLICT",
                "412|-|NOT_QUALIFIED",
                "429|-|THROTTLED",
                "500|-|SERVER",
                "502|-|SERVER",
                "503|-|SERVER",
                "504|-|SERVER",
                "302|-|UNREADABLE",
                "418|-|BAD_REQUEST",
                "408|-|TIMEOUT",
                // section 3
                "400|WKS.0001|BAD_REQUEST",
                "500|WKS.0202|NOT_FOUND",
                "400|WKS.0407|BAD_REQUEST",
                "500|WKS.0915|NOT_FOUND",
                "500|WKS.00000003|SERVER",
                "500|WKS.00010029|SERVER",
                "409|WKS.00010032|CONFLICT",
                "403|WKS.00010099|SERVICE_DISABLED",
                "409|WKS.00010101|CONFLICT",
                "409|WKS.00010102|CONFLICT",
                "400|WKS.00170117|BAD_REQUEST",
                "400|WKS.00170208|BAD_REQUEST",
                "400|WKS.00170312|BAD_REQUEST",
                "409|WKS.00081101|CONFLICT",
                "403|WKS.00081102|FORBIDDEN",
                "404|WKS.00081103|NOT_FOUND",
                "404|WKS.00081104|NOT_FOUND",
                "403|WKS.00081105|FORBIDDEN",
                "400|WKS.00131104|BAD_REQUEST",
                "400|WKS.00211102|BAD_REQUEST",
                "409|WKS.00211103|CONFLICT",
                "500|WKS.00211401|SERVER",
                // section 4
                "500|APIGW.0103|SERVER",
                "404|APIGW.0103|NOT_OFFERED",
                "500|APIGW.0104|SERVER",
                "400|APIGW.0105|BAD_REQUEST",
                "400|APIGW.0106|BAD_REQUEST",
                "400|APIGW.0201|BAD_REQUEST",
                "413|APIGW.0201|BAD_REQUEST",
                "414|APIGW.0201|BAD_REQUEST",
                "494|APIGW.0201|BAD_REQUEST",
                "502|APIGW.0202|SERVER",
                "504|APIGW.0203|SERVER",
                "400|APIGW.0204|BAD_REQUEST",
                "401|APIGW.0301|UNAUTHENTICATED",
                "403|APIGW.0302|FORBIDDEN",
                "401|APIGW.0303|UNAUTHENTICATED",
                "403|APIGW.0304|FORBIDDEN",
                "401|APIGW.0307|UNAUTHENTICATED",
                "429|APIGW.0308|THROTTLED",
                "403|APIGW.0310|PROJECT_UNAVAILABLE",
                "403|APIGW.0401|NETWORK_POLICY",
                "403|APIGW.0402|NETWORK_POLICY",
                "403|APIGW.0404|NETWORK_POLICY",
                "403|APIG.0405|NETWORK_POLICY",
                "405|APIGW.0501|ACCOUNT_BLOCKED",
                "405|APIGW.0502|ACCOUNT_BLOCKED",
                "500|APIGW.0601|SERVER",
                "400|APIGW.0602|BAD_REQUEST",
                "500|APIGW.0605|SERVER",
                "400|APIGW.0607|BAD_REQUEST",
                "502|APIGW.0610|SERVER",
                "503|APIGW.0613|SERVER",
                "403|APIGW.0802|ACCOUNT_BLOCKED"
            })
    void mapsStatusAndCode(int status, String code, Kind kind) {
        String body = code == null ? "" : "{\"error_code\":\"" + code + "\",\"error_msg\":\"m\"}";
        Problem problem = read(status, body, Map.of());
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.httpStatus()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code == null ? "" : code);
    }

    @ParameterizedTest
    @CsvSource({
        "Incorrect IAM authentication information: X-Sdk-Date expired,CLOCK_SKEW",
        "Signature expired,CLOCK_SKEW",
        "verify aksk signature fail,UNAUTHENTICATED",
        "AK access failed to reach the limit,KEY_LOCKED",
        "get secretKey failed,UNAUTHENTICATED",
        "AK not exist,UNAUTHENTICATED",
        "decrypt token fail,UNAUTHENTICATED",
        "The token must be updated,UNAUTHENTICATED"
    })
    void tellsAuthenticationFailuresApart(String text, Kind kind) {
        String body = "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"" + text + "\"}";
        Problem problem = read(401, body, Map.of());
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.retryAfter())
                .isEqualTo(kind == Kind.KEY_LOCKED ? Duration.ofMinutes(5) : null);
    }

    @Test
    void keepsTheHeadOfWhatIsNoJson() {
        Problem problem = read(502, "<html>" + "x".repeat(1000), Map.of());
        assertThat(problem.raw()).hasSize(500).startsWith("<html>");
        assertThat(problem.code()).isEmpty();
        assertThat(read(503, "", Map.of()).raw()).isEmpty();
    }

    @Test
    void takesTheRequestIdFromTheHeader() {
        assertThat(read(500, "", Map.of("X-Request-Id", "h")).requestId()).isEqualTo("h");
        assertThat(read(500, "", Map.of("X-IAM-Trace-Id", "i")).requestId()).isEqualTo("i");
        assertThat(
                        read(
                                        500,
                                        "{\"error_code\":\"a\",\"request_id\":\"b\"}",
                                        Map.of("X-Request-Id", "h"))
                                .requestId())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                "Mon, 05 Jan 2026 08:30:09 GMT|9",
                "Mon, 05 Jan 2026 08:00:00 GMT|0",
                "soon|-1"
            })
    void readsRetryAfter(String value, long seconds) {
        assertThat(read(429, "", Map.of("Retry-After", value)).retryAfter())
                .isEqualTo(seconds < 0 ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void findsTheErrorInASuccess() {
        Reply reply =
                reply(200, "{\"error_code\":\"WKS.00010109\",\"error_msg\":\"empty\"}", Map.of());
        Problem problem = ErrorReader.inSuccess("c", reply, Json.parse(reply.text()), AT);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(Kind.REFUSED_WITH_SUCCESS_STATUS);
        assertThat(problem.message()).isEqualTo("empty");
        Reply fine = reply(200, "{\"error_code\":null,\"job_id\":\"j\"}", Map.of());
        assertThat(ErrorReader.inSuccess("c", fine, Json.parse(fine.text()), AT)).isNull();
    }

    private static Problem read(int status, String body, Map<String, String> headers) {
        return ErrorReader.read("GET /x", reply(status, body, headers), AT);
    }

    private static Reply reply(int status, String body, Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((n, v) -> all.put(n, List.of(v)));
        return new Reply(
                status,
                HttpHeaders.of(all, (n, v) -> true),
                body.getBytes(StandardCharsets.UTF_8),
                "");
    }
}
