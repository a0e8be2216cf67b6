package org.workspaceadmin.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The encoded reason of a refusal, which only the token service can read. */
public final class AuthorizationMessage {
    private static final String START = "XgYSIM";

    private AuthorizationMessage() {}

    /**
     * Hides a reason.
     *
     * @param reason JSON text
     * @return letters, digits and a few signs
     */
    public static String encode(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        return START + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a reason.
     *
     * @param encoded as sent in a refusal
     * @return JSON text, or null when this service did not make it
     */
    public static @Nullable String decode(String encoded) {
        if (!encoded.startsWith(START)) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded.substring(START.length()));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
