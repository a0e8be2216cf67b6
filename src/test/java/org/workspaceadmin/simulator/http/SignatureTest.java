package org.workspaceadmin.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gateway accepts what the vendor's signer signs, and nothing else. */
class SignatureTest {
    private static Stream<JsonNode> vectors() throws Exception {
        try (InputStream in =
                SignatureTest.class.getResourceAsStream(
                        "/org/workspaceadmin/cloud/signing-vectors.json")) {
            List<JsonNode> all = new ArrayList<>();
            Json.MAPPER.readTree(Objects.requireNonNull(in)).path("vectors").forEach(all::add);
            assertThat(all).hasSize(22);
            return all.stream();
        }
    }

    /** The request as it would come over the wire. */
    private static Incoming wire(JsonNode vector, String body) {
        JsonNode input = vector.path("input");
        URI uri = URI.create(vector.path("wireUrl").asText());
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("host", List.of(uri.getRawAuthority()));
        headers.put(
                "authorization", List.of(vector.path("expected").path("authorization").asText()));
        input.path("headers")
                .properties()
                .forEach(h ->
                        headers.put(
                                h.getKey().toLowerCase(Locale.ROOT),
                                List.of(h.getValue().asText())));
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Incoming(
                1,
                Instant.EPOCH,
                input.path("method").asText(),
                path,
                uri.getRawQuery(),
                headers,
                new Bytes(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(JsonNode vector) {
        JsonNode body = vector.path("input").path("body");
        return body.isNull() ? "" : body.asText();
    }

    private static Signature signature(Incoming request) {
        return Objects.requireNonNull(Signature.parse(request.header("authorization")));
    }

    @TestFactory
    Stream<DynamicTest> acceptsTheVendorsSignatures() throws Exception {
        return vectors()
                .map(v ->
                        DynamicTest.dynamicTest(
                                v.path("id").asText(),
                                () -> {
                                    Incoming request = wire(v, body(v));
                                    assertThat(
                                                    signature(request)
                                                            .verifies(
                                                                    request,
                                                                    v.path("input")
                                                                            .path("secretKey")
                                                                            .asText()))
                                            .isTrue();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesAnotherKeyAndAnotherBody() throws Exception {
        return vectors()
                .map(v ->
                        DynamicTest.dynamicTest(
                                v.path("id").asText(),
                                () -> {
                                    String secret = v.path("input").path("secretKey").asText();
                                    Incoming request = wire(v, body(v));
                                    assertThat(signature(request).verifies(request, secret + "x"))
                                            .isFalse();
                                    Incoming other = wire(v, body(v) + " ");
                                    boolean unsigned =
                                            v.path("id").asText().equals("post-unsigned-payload");
                                    assertThat(signature(other).verifies(other, secret))
                                            .isEqualTo(unsigned);
                                }));
    }

    @Test
    void aSignatureWithoutHostOrDateCountsForNothing() {
        Signature signature = new Signature("AK", List.of("x-sdk-date"), "00");
        Incoming request =
                new Incoming(
                        1,
                        Instant.EPOCH,
                        "GET",
                        "/",
                        null,
                        Map.of("x-sdk-date", List.of("20260101T000000Z")),
                        Bytes.NONE);
        assertThat(signature.verifies(request, "SK")).isFalse();
    }

    @Test
    void otherSchemesAreNotSignatures() {
        assertThat(Signature.parse(null)).isNull();
        assertThat(Signature.parse("Bearer abc")).isNull();
        assertThat(Signature.parse("V11-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=00"))
                .isNull();
    }
}
