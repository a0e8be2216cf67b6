package org.workspaceadmin.cloud;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.workspaceadmin.model.Secret;

/** Signs requests with SDK-HMAC-SHA256 (api/iam-and-signing.md section 6). */
final class RequestSigner {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final Secret secretKey;

    /**
     * For one key pair.
     *
     * @param accessKey access key id
     * @param secretKey secret key
     */
    RequestSigner(String accessKey, Secret secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** The value of {@code X-Sdk-Date} for a moment. */
    static String date(Instant at) {
        return DATE.format(at);
    }

    /**
     * The value of {@code Authorization}.
     *
     * @param method HTTP method
     * @param encodedPath path as on the wire, percent-encoded
     * @param query query as on the wire: encoded and sorted
     * @param headers every header to sign by name, {@code Host} and {@code X-Sdk-Date} among them;
     *     {@code Content-Type} and names with an underscore are left out here
     * @param body the exact bytes to be sent
     */
    String authorization(
            String method,
            String encodedPath,
            String query,
            Map<String, String> headers,
            byte[] body) {
        Map<String, String> signed = signedHeaders(headers);
        String names = String.join(";", signed.keySet());
        String request = canonicalRequest(method, encodedPath, query, signed, names, body);
        String toSign =
                ALGORITHM
                        + "\n"
                        + signed.get("x-sdk-date")
                        + "\n"
                        + sha256(request.getBytes(StandardCharsets.UTF_8));
        return ALGORITHM
                + " Access="
                + accessKey
                + ", SignedHeaders="
                + names
                + ", Signature="
                + hmac(toSign);
    }

    /** The path in the string to sign: it ends with exactly one slash, unlike on the wire. */
    static String canonicalUri(String encodedPath) {
        int end = encodedPath.length();
        while (end > 0 && encodedPath.charAt(end - 1) == '/') {
            end--;
        }
        return encodedPath.substring(0, end) + "/";
    }

    private static String canonicalRequest(
            String method,
            String encodedPath,
            String query,
            Map<String, String> signed,
            String names,
            byte[] body) {
        StringBuilder out = new StringBuilder(512);
        out.append(method).append('\n');
        out.append(canonicalUri(encodedPath)).append('\n');
        out.append(query).append('\n');
        signed.forEach((n, v) -> out.append(n).append(':').append(v).append('\n'));
        out.append('\n').append(names).append('\n');
        String stated = signed.get("x-sdk-content-sha256");
        return out.append(stated == null ? sha256(body) : stated).toString();
    }

    private static Map<String, String> signedHeaders(Map<String, String> headers) {
        Map<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean never =
                    lower.equals("content-type")
                            || lower.equals("authorization")
                            || lower.indexOf('_') >= 0;
            if (!never) {
                signed.put(lower, value);
            }
        });
        return signed;
    }

    private static String sha256(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String hmac(String text) {
        char[] characters = secretKey.reveal();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] key = new byte[encoded.remaining()];
        encoded.get(key);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(key, (byte) 0);
            encoded.clear();
            while (encoded.hasRemaining()) {
                encoded.put((byte) 0);
            }
        }
    }
}
