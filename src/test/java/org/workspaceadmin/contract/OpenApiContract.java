package org.workspaceadmin.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.workspaceadmin.simulator.Exchange;

/**
 * Judges an exchange by the written description of the service. The request is judged too, unless
 * the answer itself says that it was bad; sign-in is judged here, because the description cannot
 * say which headers must be signed.
 */
public final class OpenApiContract {
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "SDK-HMAC-SHA256 Access=[^,\\s]+, SignedHeaders=([a-z0-9-]+(?:;[a-z0-9-]+)*), Signature=[0-9a-f]{64}");
    private static final Pattern DATE = Pattern.compile("\\d{8}T\\d{6}Z");

    private final OpenApiInteractionValidator validator;

    public OpenApiContract() {
        validator =
                OpenApiInteractionValidator.createForInlineApiSpecification(description())
                        .withLevelResolver(
                                LevelResolver.create()
                                        .withLevel(
                                                "validation.request.parameter.query.unexpected",
                                                ValidationReport.Level.ERROR)
                                        .withLevel(
                                                "validation.request.security.missing",
                                                ValidationReport.Level.IGNORE)
                                        .withLevel(
                                                "validation.request.security.invalid",
                                                ValidationReport.Level.IGNORE)
                                        .withLevel(
                                                "validation.response.body.schema.additionalProperties",
                                                ValidationReport.Level.IGNORE)
                                        .build())
                        .build();
    }

    /**
     * Whether an exchange is judged at all: not when a fault was injected or the service itself
     * failed.
     */
    public static boolean judged(Exchange exchange) {
        return !exchange.injected() && exchange.status() < 500;
    }

    /** What is wrong with an exchange; empty when nothing is. */
    public List<String> violations(Exchange exchange) {
        List<String> found = new ArrayList<>();
        boolean unknownCall =
                exchange.status() == 404 && exchange.responseBody().contains("APIGW.0101");
        if (unknownCall) {
            return found;
        }
        if (exchange.status() != 400 && exchange.status() != 405) {
            add(found, "request", validator.validateRequest(request(exchange)));
        }
        add(
                found,
                "response",
                validator.validateResponse(
                        exchange.path(),
                        Request.Method.valueOf(exchange.method()),
                        response(exchange)));
        if (exchange.status() != 401) {
            signIn(exchange, found);
        }
        return found;
    }

    private static void add(List<String> found, String side, ValidationReport report) {
        report.getMessages().stream()
                .filter(m -> m.getLevel() == ValidationReport.Level.ERROR)
                .forEach(m ->
                        found.add(
                                side
                                        + " "
                                        + m.getKey()
                                        + ": "
                                        + m.getMessage()
                                        + " "
                                        + String.join("; ", m.getAdditionalInfo())));
    }

    private static void signIn(Exchange exchange, List<String> found) {
        boolean open =
                exchange.method().equals("POST") && exchange.path().equals("/v3/auth/tokens");
        String token = exchange.requestHeader("x-auth-token");
        if (open || (token != null && !token.isBlank())) {
            return;
        }
        String authorization =
                Objects.requireNonNullElse(exchange.requestHeader("authorization"), "");
        var matcher = AUTHORIZATION.matcher(authorization);
        if (!matcher.matches()) {
            found.add("sign-in: neither a token nor a well-formed signature");
            return;
        }
        List<String> signed = List.of(matcher.group(1).split(";"));
        for (String header :
                List.of("host", "x-sdk-date", "x-project-id", "x-domain-id", "x-security-token")) {
            boolean needed = header.equals("host") || header.equals("x-sdk-date");
            if ((needed || exchange.requestHeader(header) != null) && !signed.contains(header)) {
                found.add("sign-in: " + header + " is not signed");
            }
        }
        if (!signed.equals(signed.stream().sorted().toList())) {
            found.add("sign-in: signed headers are not sorted");
        }
        String date = exchange.requestHeader("x-sdk-date");
        if (date == null || !DATE.matcher(date).matches()) {
            found.add("sign-in: x-sdk-date is malformed");
        }
    }

    private static Request request(Exchange exchange) {
        SimpleRequest.Builder builder =
                new SimpleRequest.Builder(exchange.method(), exchange.path());
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = exchange.rawQuery();
        if (raw != null) {
            for (String part : raw.split("&")) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                query.computeIfAbsent(decode(name), n -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(part.substring(equals + 1)));
            }
        }
        query.forEach(builder::withQueryParam);
        exchange.requestHeaders()
                .forEach((name, values) -> {
                    // On a call without body the type describes nothing.
                    if (!name.equals("content-type") || !exchange.requestBody().isEmpty()) {
                        builder.withHeader(name, values);
                    }
                });
        if (!exchange.requestBody().isEmpty()) {
            builder.withBody(exchange.requestBody(), StandardCharsets.UTF_8);
        }
        return builder.build();
    }

    private static SimpleResponse response(Exchange exchange) {
        SimpleResponse.Builder builder = SimpleResponse.Builder.status(exchange.status());
        exchange.responseHeaders().forEach(builder::withHeader);
        if (!exchange.responseBody().isEmpty()) {
            builder.withBody(exchange.responseBody(), StandardCharsets.UTF_8);
        }
        return builder.build();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * The description in the older notation. The validator does not see that a parameter of the
     * newer one is an array: a type is then a list, even of one.
     */
    private static String description() {
        try {
            JsonNode tree = Yaml.mapper().readTree(specification());
            ((ObjectNode) tree).put("openapi", "3.0.3");
            ((ObjectNode) tree.path("info")).remove(List.of("summary", "license"));
            single(tree);
            return Json.mapper().writeValueAsString(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void single(JsonNode node) {
        JsonNode type = node.path("type");
        if (node instanceof ObjectNode object && type.isArray()) {
            List<String> types = new ArrayList<>();
            type.forEach(t -> types.add(t.asText()));
            if (types.remove("null")) {
                object.put("nullable", true);
            }
            if (types.size() == 1) {
                object.put("type", types.getFirst());
            } else {
                object.remove("type");
            }
        }
        if (node instanceof ObjectNode object && node.path("examples").isArray()) {
            object.remove("examples");
        }
        node.forEach(OpenApiContract::single);
    }

    private static String specification() {
        try (InputStream in =
                OpenApiContract.class.getResourceAsStream("/workspace-openapi.yaml")) {
            return new String(
                    Objects.requireNonNull(in, "workspace-openapi.yaml").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
