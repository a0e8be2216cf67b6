package org.workspaceadmin.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is wrong with a sign-in that was answered with 401, told by the code and the words of the
 * answer (api/errors.md section 5). Each asks for something else of the operator.
 */
public enum SignInFault {
    /** The key is known, the signature is wrong: another secret key, or a fault of the signer. */
    SECRET_KEY("secretKey", "verify aksk signature fail"),
    /** The access key is not known. */
    ACCESS_KEY("accessKey", "get secretkey failed|ak not exist"),
    /** The token is damaged, or from another site. */
    TOKEN_UNREADABLE("tokenUnreadable", "decrypt token fail"),
    /** The token was good once; permissions changed. */
    TOKEN_OUTDATED("tokenOutdated", "the token must be updated"),
    /** IAM refused the one-time code. */
    ONE_TIME_CODE("code", "verification code|passcode|totp|mfa"),
    /** IAM refused the project or account the token should be for. */
    PROJECT("project", "project"),
    /** IAM refused account, user name or password. */
    PASSWORD("password", ""),
    /** The answer does not say. */
    NOT_SAID("", "");

    private static final String IAM_SIGN_IN = "POST /v3/auth/tokens";
    private static final String RENEW = "0307";

    private final String word;
    private final Pattern tell;

    SignInFault(String word, String tell) {
        this.word = word;
        this.tell = Pattern.compile(tell);
    }

    /** The end of the keys of its texts, empty for {@link #NOT_SAID}. */
    public String word() {
        return word;
    }

    /**
     * What is wrong.
     *
     * @param problem any problem
     * @return {@link #NOT_SAID} for everything that is no {@link Problem.Kind#UNAUTHENTICATED}
     */
    public static SignInFault of(Problem problem) {
        if (problem.kind() != Problem.Kind.UNAUTHENTICATED) {
            return NOT_SAID;
        }
        String text = (problem.message() + " " + problem.detail()).toLowerCase(Locale.ROOT);
        if (problem.call().equals(IAM_SIGN_IN)) {
            return ONE_TIME_CODE.toldBy(text)
                    ? ONE_TIME_CODE
                    : PROJECT.toldBy(text) ? PROJECT : PASSWORD;
        }
        if (problem.gatewayNumber().equals(RENEW)) {
            return TOKEN_OUTDATED;
        }
        for (SignInFault fault :
                List.of(SECRET_KEY, ACCESS_KEY, TOKEN_UNREADABLE, TOKEN_OUTDATED)) {
            if (fault.toldBy(text)) {
                return fault;
            }
        }
        return NOT_SAID;
    }

    private boolean toldBy(String text) {
        return tell.matcher(text).find();
    }
}
