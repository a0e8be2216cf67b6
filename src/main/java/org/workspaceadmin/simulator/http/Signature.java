package org.workspaceadmin.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's side of the SDK-HMAC-SHA256 scheme: {@code api/iam-and-signing.md} section 6, read
 * from what came over the wire.
 *
 * @param access access key named in the header
 * @param signedHeaders names in lower case
 * @param value the signature, hexadecimal
 */
public record Signature(String access, List<String> signedHeaders, String value) {
    private static final Pattern HEADER =
            Pattern.compile(
                    "SDK-HMAC-SHA256\\s+Access=([^,\\s]+),\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-fA-F]+)\\s*");
    private static final HexFormat HEX = HexFormat.of();

    /**
     * Reads an {@code Authorization} header.
     *
     * @param header its value, or null
     * @return the signature, or null when it is none of this scheme
     */
    public static @Nullable Signature parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher matcher = HEADER.matcher(header);
        return matcher.matches()
                ? new Signature(
                        matcher.group(1),
                        List.of(matcher.group(2).toLowerCase(Locale.ROOT).split(";")),
                        matcher.group(3).toLowerCase(Locale.ROOT))
                : null;
    }

    /**
     * Checks the signature of a request. Repeated query names are accepted in the order sent (the
     * vendor's Java signer) and sorted by value (its Go signer).
     *
     * @param request as it came in
     * @param secret the secret key
     * @return whether the signature was made with that key for this request
     */
    public boolean verifies(Incoming request, String secret) {
        if (!signedHeaders.contains("host") || !signedHeaders.contains("x-sdk-date")) {
            return false;
        }
        String date = request.header("x-sdk-date");
        String hash = bodyHash(request);
        if (date == null || hash == null) {
            return false;
        }
        for (boolean byValue : new boolean[] {false, true}) {
            String canonical = canonical(request, hash, byValue);
            String toSign =
                    "SDK-HMAC-SHA256\n"
                            + date
                            + "\n"
                            + sha256(canonical.getBytes(StandardCharsets.UTF_8));
            byte[] expected = hmac(secret, toSign).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        return false;
    }

    private String canonical(Incoming request, String hash, boolean byValue) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders) {
            String sent = request.header(name);
            headers.append(name).append(':').append(sent == null ? "" : sent).append('\n');
        }
        return String.join(
                "\n",
                request.method(),
                canonicalPath(request.path()),
                canonicalQuery(request.pairs(), byValue),
                headers.toString(),
                String.join(";", signedHeaders),
                hash);
    }

    private @Nullable String bodyHash(Incoming request) {
        String actual = sha256(request.body().array());
        String claimed = request.header("x-sdk-content-sha256");
        if (claimed == null) {
            return actual;
        }
        boolean honest = claimed.equals("UNSIGNED-PAYLOAD") || claimed.equals(actual);
        return honest && signedHeaders.contains("x-sdk-content-sha256") ? claimed : null;
    }

    private static String canonicalPath(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(encode(Incoming.decode(segment.replace("+", "%2B"))));
        }
        String joined = String.join("/", segments);
        int end = joined.length();
        while (end > 0 && joined.charAt(end - 1) == '/') {
            end--;
        }
        return joined.substring(0, end) + "/";
    }

    private static String canonicalQuery(List<Incoming.Pair> pairs, boolean byValue) {
        Comparator<Incoming.Pair> order = Comparator.comparing(p -> encode(p.name()));
        if (byValue) {
            order = order.thenComparing(p -> encode(p.value()));
        }
        return pairs.stream()
                .sorted(order)
                .map(p -> encode(p.name()) + "=" + encode(p.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain || c == '-' || c == '_' || c == '.' || c == '~') {
                out.append(c);
            } else {
                out.append('%').append(HEX.withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
