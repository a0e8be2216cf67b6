package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.model.Secret;

/** Holds our signer to what the vendor's own signer produced. */
class RequestSignerTest {
    private static List<JsonNode> all() throws IOException {
        try (InputStream in = RequestSignerTest.class.getResourceAsStream("signing-vectors.json")) {
            List<JsonNode> vectors = new ArrayList<>();
            Json.MAPPER.readTree(in).path("vectors").forEach(vectors::add);
            return vectors;
        }
    }

    static Stream<JsonNode> binding() throws IOException {
        return all().stream().filter(v -> v.path("normative").asBoolean());
    }

    @Test
    void twentyOneVectorsBind() throws IOException {
        assertThat(binding()).hasSize(21);
    }

    @ParameterizedTest
    @MethodSource("binding")
    void signsLikeTheVendor(JsonNode vector) {
        JsonNode input = vector.path("input");
        QueryString query = new QueryString();
        input.path("query").forEach(q -> query.add(q.get(0).asText(), q.get(1).asText()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", input.path("authority").asText());
        headers.put("Content-Type", input.path("contentType").asText());
        input.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        String body = input.path("body").isNull() ? "" : input.path("body").asText();
        String path = PercentCode.encodePath(input.path("path").asText());

        RequestSigner signer =
                new RequestSigner(
                        input.path("accessKey").asText(),
                        Secret.of(input.path("secretKey").asText()));
        String authorization =
                signer.authorization(
                        input.path("method").asText(),
                        path,
                        query.text(),
                        headers,
                        body.getBytes(StandardCharsets.UTF_8));

        assertThat(RequestSigner.canonicalUri(path))
                .isEqualTo(vector.at("/expected/canonicalUri").asText());
        assertThat(query.text()).isEqualTo(vector.at("/expected/canonicalQueryString").asText());
        assertThat(authorization).isEqualTo(vector.at("/expected/authorization").asText());
    }

    @ParameterizedTest
    @MethodSource("binding")
    void sendsWhatItSigned(JsonNode vector) {
        URI wire = URI.create(vector.path("wireUrl").asText());
        String path = PercentCode.encodePath(vector.at("/input/path").asText());
        assertThat(wire.getRawPath().isEmpty() ? "/" : wire.getRawPath()).isEqualTo(path);
        assertThat(SignedIdentity.host(wire)).isEqualTo(vector.at("/input/authority").asText());
    }

    @Test
    void writesTheDateInUtc() {
        assertThat(RequestSigner.date(Instant.parse("2026-01-05T08:30:00.999Z")))
                .isEqualTo("20260105T083000Z");
    }
}
