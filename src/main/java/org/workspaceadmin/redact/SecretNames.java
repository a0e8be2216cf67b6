package org.workspaceadmin.redact;

import java.util.Locale;
import java.util.Set;

/**
 * The names in front of secrets: headers, fields of the service and of IAM (api/iam-and-signing.md
 * section 8), variables and settings of other programs.
 */
final class SecretNames {
    /** What a name stands before. */
    enum Kind {
        /** Nothing secret. */
        NONE,
        /** A header: everything up to the end of the line is secret. */
        HEADER,
        /** A field: its value is secret. */
        FIELD
    }

    private static final int LONGEST = 64;

    private static final Set<String> HEADERS =
            Set.of(
                    "authorization",
                    "proxyauthorization",
                    "xauthtoken",
                    "xsubjecttoken",
                    "xsecuritytoken",
                    "xamzsecuritytoken",
                    "cookie",
                    "setcookie");

    private static final Set<String> FIELDS =
            Set.of(
                    "sk",
                    "pwd",
                    "token",
                    "adminpass",
                    "certpem",
                    "certcontent",
                    "ldapscertificate",
                    "keypem",
                    "privkey",
                    "apikey",
                    "otp");

    private static final Set<String> ENDINGS =
            Set.of(
                    "password",
                    "passwd",
                    "passcode",
                    "passphrase",
                    "secret",
                    "secretkey",
                    "secretaccesskey",
                    "privatekey",
                    "securitytoken",
                    "authtoken",
                    "accesstoken",
                    "subjecttoken",
                    "refreshtoken",
                    "sessiontoken",
                    "sdksk");

    /** Last letters of all names, so that most words are passed over without a copy. */
    private static final String LAST = "dempkntye";

    private SecretNames() {}

    /** What stands behind this name. */
    static Kind kind(String name) {
        return kind(name, 0, name.length());
    }

    /** The same for a part of a text. */
    static Kind kind(CharSequence text, int from, int to) {
        int begin = Math.max(from, to - LONGEST);
        if (to - begin < 2 || LAST.indexOf(Character.toLowerCase(text.charAt(to - 1))) < 0) {
            return Kind.NONE;
        }
        String word = text.subSequence(begin, to).toString().toLowerCase(Locale.ROOT);
        String name = word.replace("_", "").replace("-", "");
        if (HEADERS.contains(name)) {
            return Kind.HEADER;
        }
        boolean field = FIELDS.contains(name) || word.endsWith("_sk") || word.endsWith("-sk");
        return field || ENDINGS.stream().anyMatch(name::endsWith) ? Kind.FIELD : Kind.NONE;
    }

    /**
     * Whether a JSON object under this name is a description with fields of its own rather than the
     * secret: IAM has objects called {@code password} and {@code token}.
     */
    static boolean describes(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return word.endsWith("password") || word.endsWith("token");
    }
}
