package org.workspaceadmin.ui.setup;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.common.Tone;

/**
 * What this workstation found beside what the service found, and what the two together mean. Ours
 * proves the way from here, never the one from the VPC.
 */
public enum TwoVantage {
    /** Both reach the directory and sign in. */
    BOTH_PASS(Tone.GOOD),
    /** Data and account are right; the way from the VPC is closed. */
    ONLY_OURS(Tone.BAD),
    /** The way from here is open, the account was left out, the service fails. */
    ONLY_OURS_PATH(Tone.BAD),
    /** This workstation stands outside. */
    ONLY_CLOUD(Tone.ATTENTION),
    /** The service signs in, and something it does not look at is wrong. */
    ONLY_CLOUD_DATA(Tone.BAD),
    /** What was entered is wrong, or the controller is down. */
    BOTH_FAIL(Tone.BAD),
    /** The account is refused wherever it is tried. */
    BOTH_FAIL_ACCOUNT(Tone.BAD),
    /** Ours is known, the service was not asked. */
    OPEN_CLOUD(Tone.OFF),
    /** The service is known, ours was not asked. */
    OPEN_OURS(Tone.OFF),
    /** The service has no such call here. */
    NOT_OFFERED(Tone.OFF),
    /** One of the two ended without an answer. */
    UNKNOWN(Tone.UNKNOWN),
    /** Neither was asked. */
    NOTHING(Tone.OFF);

    /** Codes that say nobody was reached, whatever was typed. */
    private static final Set<String> UNREACHED =
            Set.of("SILENT", "UNREACHABLE", "NOTHING", "MISSING", "NO_ANSWER", "TIMED_OUT");

    private final Tone tone;

    TwoVantage(Tone tone) {
        this.tone = tone;
    }

    /** Shape and colour. */
    public Tone tone() {
        return tone;
    }

    /** How one of the two stands. */
    public enum Side {
        /** Not asked, still at it, or about something else by now. */
        NOT_ASKED,
        /** It got through and signed in. */
        PASSED,
        /** It got through; nobody signed in, on purpose. */
        PASSED_WITHOUT_ACCOUNT,
        /** Nobody was reached. */
        UNREACHED,
        /** Somebody was reached and the account refused. */
        REFUSED,
        /** Something else does not work. */
        WRONG,
        /** It ended without an answer. */
        UNKNOWN,
        /** It cannot be asked. */
        NOT_OFFERED;

        boolean passed() {
            return this == PASSED || this == PASSED_WITHOUT_ACCOUNT;
        }

        boolean failed() {
            return this == UNREACHED || this == REFUSED || this == WRONG;
        }
    }

    /**
     * What this workstation's results come to.
     *
     * @param results all of a check that came to its end
     */
    static Side ours(List<CheckResult> results) {
        if (has(results, CheckKind.ACCOUNT, Verdict.BAD)) {
            return Side.REFUSED;
        }
        boolean unreached =
                results.stream()
                        .anyMatch(r -> r.verdict() == Verdict.BAD && UNREACHED.contains(r.code()));
        if (unreached) {
            return Side.UNREACHED;
        }
        if (results.stream().anyMatch(r -> r.verdict() == Verdict.BAD)) {
            return Side.WRONG;
        }
        boolean tried = results.stream().anyMatch(r -> r.check() == CheckKind.ACCOUNT);
        if (!tried) {
            return results.isEmpty() ? Side.UNKNOWN : Side.PASSED_WITHOUT_ACCOUNT;
        }
        return has(results, CheckKind.ACCOUNT, Verdict.GOOD) ? Side.PASSED : Side.UNKNOWN;
    }

    private static boolean has(List<CheckResult> results, CheckKind kind, Verdict verdict) {
        return results.stream().anyMatch(r -> r.check() == kind && r.verdict() == verdict);
    }

    /**
     * What the service's own try comes to.
     *
     * @param state where it stands
     * @param why its problem, null when there is none
     */
    static Side cloud(CheckViewModel.State state, @Nullable Problem why) {
        return switch (state) {
            case IDLE, RUNNING -> Side.NOT_ASKED;
            case PASSED -> Side.PASSED;
            case NOT_OFFERED -> Side.NOT_OFFERED;
            case FAILED -> why != null && isOfTheDirectory(why) ? Side.WRONG : Side.UNKNOWN;
        };
    }

    /**
     * Whether the service tried and tells what came of it, and not that it could not be asked. Its
     * own codes begin with WKS (api/errors.md).
     */
    static boolean isOfTheDirectory(Problem why) {
        return switch (why.kind()) {
            case BAD_REQUEST,
                    NOT_FOUND,
                    CONFLICT,
                    NOT_QUALIFIED,
                    SERVER,
                    REFUSED_WITH_SUCCESS_STATUS ->
                    why.code().startsWith("WKS");
            default -> false;
        };
    }

    /** What the two mean together. */
    static TwoVantage of(Side ours, Side cloud) {
        if (ours == Side.NOT_ASKED) {
            return switch (cloud) {
                case NOT_ASKED, NOT_OFFERED -> NOTHING;
                case UNKNOWN -> UNKNOWN;
                default -> OPEN_OURS;
            };
        }
        if (ours == Side.UNKNOWN || cloud == Side.UNKNOWN) {
            return UNKNOWN;
        }
        if (cloud == Side.NOT_ASKED) {
            return OPEN_CLOUD;
        }
        if (cloud == Side.NOT_OFFERED) {
            return NOT_OFFERED;
        }
        if (cloud.passed()) {
            return ours.passed()
                    ? BOTH_PASS
                    : ours == Side.UNREACHED ? ONLY_CLOUD : ONLY_CLOUD_DATA;
        }
        return switch (ours) {
            case PASSED -> ONLY_OURS;
            case PASSED_WITHOUT_ACCOUNT -> ONLY_OURS_PATH;
            case REFUSED -> BOTH_FAIL_ACCOUNT;
            default -> BOTH_FAIL;
        };
    }
}
