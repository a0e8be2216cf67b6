package org.workspaceadmin.directory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a controller refuses an account. AD says it twice over: in LDAP as "data" and a number in the
 * text of result 49, in Kerberos as a number of its own.
 */
public enum AccountFault {
    /** 525; Kerberos 6. */
    UNKNOWN_ACCOUNT,
    /** 52e; Kerberos 24. */
    WRONG_PASSWORD,
    /** 530. */
    NOT_AT_THIS_TIME,
    /** 531. */
    NOT_FROM_HERE,
    /** 532; Kerberos 23. */
    PASSWORD_EXPIRED,
    /** 533. */
    DISABLED,
    /** Disabled, locked or expired; Kerberos 18 does not say which. */
    REVOKED,
    /** 701. */
    ACCOUNT_EXPIRED,
    /** 773. */
    MUST_CHANGE_PASSWORD,
    /** 775. */
    LOCKED,
    /** Kerberos 37. */
    CLOCK_SKEW,
    /** The password was sent and nobody answered; it may count towards the lock-out. */
    NO_ANSWER,
    /** Refused with a reason we do not know. */
    OTHER;

    private static final Pattern DATA = Pattern.compile("\\bdata ([0-9a-fA-F]{3,4})\\b");
    private static final Pattern KERBEROS = Pattern.compile("\\((\\d{1,3})\\)");

    /**
     * Reads the text of an LDAP result 49.
     *
     * @param diagnostic the controller's text
     */
    static AccountFault ofLdap(String diagnostic) {
        Matcher data = DATA.matcher(diagnostic);
        if (!data.find()) {
            // Samba names the state instead of the number.
            return ofStatus(diagnostic);
        }
        return switch (data.group(1).toLowerCase(Locale.ROOT)) {
            case "525" -> UNKNOWN_ACCOUNT;
            case "52e" -> WRONG_PASSWORD;
            case "530" -> NOT_AT_THIS_TIME;
            case "531" -> NOT_FROM_HERE;
            case "532" -> PASSWORD_EXPIRED;
            case "533" -> DISABLED;
            case "701" -> ACCOUNT_EXPIRED;
            case "773" -> MUST_CHANGE_PASSWORD;
            case "775" -> LOCKED;
            default -> ofStatus(diagnostic);
        };
    }

    /**
     * Reads the text of a Kerberos failure.
     *
     * @param text every message of the chain of causes
     */
    static AccountFault ofKerberos(String text) {
        Matcher number = KERBEROS.matcher(text);
        while (number.find()) {
            switch (Integer.parseInt(number.group(1))) {
                case 6 -> {
                    return UNKNOWN_ACCOUNT;
                }
                case 18 -> {
                    return REVOKED;
                }
                case 23 -> {
                    return PASSWORD_EXPIRED;
                }
                case 24 -> {
                    return WRONG_PASSWORD;
                }
                case 37 -> {
                    return CLOCK_SKEW;
                }
                default -> {
                    // Not the number of a Kerberos error; the next may be.
                }
            }
        }
        return OTHER;
    }

    private static AccountFault ofStatus(String text) {
        if (text.contains("ACCOUNT_LOCKED_OUT")) {
            return LOCKED;
        }
        if (text.contains("ACCOUNT_DISABLED")) {
            return DISABLED;
        }
        if (text.contains("PASSWORD_MUST_CHANGE")) {
            return MUST_CHANGE_PASSWORD;
        }
        if (text.contains("PASSWORD_EXPIRED")) {
            return PASSWORD_EXPIRED;
        }
        if (text.contains("ACCOUNT_EXPIRED")) {
            return ACCOUNT_EXPIRED;
        }
        return text.contains("LOGON_FAILURE") || text.contains("WRONG_PASSWORD")
                ? WRONG_PASSWORD
                : OTHER;
    }
}
