package org.workspaceadmin.ui.common;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;

/** What was measured or seen of a problem, in words for its texts. */
final class EvidenceText {
    /** All names, in the order the facts list them. */
    static final List<String> NAMES =
            List.of(
                    Evidence.HOST,
                    Evidence.ISSUER,
                    Evidence.SUBJECT,
                    Evidence.NAMES,
                    Evidence.VALID_FROM,
                    Evidence.VALID_UNTIL,
                    Evidence.PROXY,
                    Evidence.PROXY_STATUS,
                    Evidence.CLOCK_OFFSET,
                    Evidence.EXPIRED,
                    Evidence.FILE,
                    Evidence.COPY);

    /** A certificate can be good for hundreds of names. */
    private static final int LONGEST_LIST = 160;

    private EvidenceText() {}

    /**
     * The arguments for the texts of a kind that name what was seen.
     *
     * @return in the order the texts count them; empty when the kind has no such texts or something
     *     it needs was not seen
     */
    static Optional<Object[]> arguments(Messages messages, Problem problem) {
        List<String> needed = needed(problem.kind());
        List<Object> found = new ArrayList<>();
        for (String name : needed) {
            String words = words(messages, problem.evidence(), name);
            if (words.isEmpty()) {
                return Optional.empty();
            }
            found.add(words);
        }
        return needed.isEmpty() ? Optional.empty() : Optional.of(found.toArray());
    }

    private static List<String> needed(Problem.Kind kind) {
        return switch (kind) {
            case NAME_RESOLUTION, CONNECTION_REFUSED, TLS, TLS_PROTOCOL -> List.of(Evidence.HOST);
            case CERTIFICATE_UNTRUSTED -> List.of(Evidence.HOST, Evidence.ISSUER);
            case CERTIFICATE_SELF_SIGNED -> List.of(Evidence.HOST, Evidence.SUBJECT);
            case CERTIFICATE_WRONG_NAME -> List.of(Evidence.HOST, Evidence.NAMES);
            case CERTIFICATE_EXPIRED ->
                    List.of(Evidence.HOST, Evidence.VALID_FROM, Evidence.VALID_UNTIL);
            case PROXY_UNREACHABLE, PROXY_AUTHENTICATION -> List.of(Evidence.PROXY);
            case PROXY_REFUSED -> List.of(Evidence.PROXY, Evidence.PROXY_STATUS, Evidence.HOST);
            case CLOCK_SKEW -> List.of(Evidence.CLOCK_OFFSET);
            case SIGN_IN_EXPIRED -> List.of(Evidence.EXPIRED);
            case JOURNAL_DISK_FULL, JOURNAL_FAILED -> List.of(Evidence.FILE);
            case JOURNAL_SET_ASIDE -> List.of(Evidence.FILE, Evidence.COPY);
            default -> List.of();
        };
    }

    /** One piece of evidence in words, empty when it was not seen. */
    static String words(Messages messages, Map<String, String> evidence, String name) {
        String value = evidence.getOrDefault(name, "");
        if (value.isBlank()) {
            return "";
        }
        return switch (name) {
            case Evidence.ISSUER, Evidence.SUBJECT -> shortName(value);
            case Evidence.NAMES -> head(value);
            case Evidence.VALID_FROM, Evidence.VALID_UNTIL, Evidence.EXPIRED ->
                    moment(messages, value);
            case Evidence.CLOCK_OFFSET ->
                    offset(value).map(by -> ownClock(messages, by)).orElse("");
            default -> value;
        };
    }

    /**
     * How far the service's clock is from this workstation's.
     *
     * @param problem any problem
     * @return theirs minus ours; empty when it was not measured
     */
    static Optional<Duration> clockOffset(Problem problem) {
        return offset(problem.evidence().getOrDefault(Evidence.CLOCK_OFFSET, ""));
    }

    /** Where this workstation's clock is, seen from the service's: {@code 8 min 12 s ahead}. */
    static String ownClock(Messages messages, Duration offset) {
        String key = offset.isNegative() ? "problem.clock.ahead" : "problem.clock.behind";
        return messages.text(key, messages.span(offset));
    }

    private static Optional<Duration> offset(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String moment(Messages messages, String value) {
        try {
            return messages.exact(Instant.parse(value), ZoneId.systemDefault());
        } catch (DateTimeException e) {
            return value;
        }
    }

    /**
     * The parts of a distinguished name people know an authority by; all of it when it has none.
     */
    private static String shortName(String name) {
        try {
            String common = "";
            String organization = "";
            for (Rdn part : new LdapName(name).getRdns()) {
                String value = String.valueOf(part.getValue());
                if (part.getType().equalsIgnoreCase("CN")) {
                    common = value;
                } else if (part.getType().equalsIgnoreCase("O")) {
                    organization = value;
                }
            }
            if (common.isEmpty()) {
                return organization.isEmpty() ? name : organization;
            }
            boolean said = organization.isEmpty() || common.contains(organization);
            return said ? common : common + ", " + organization;
        } catch (InvalidNameException e) {
            return name;
        }
    }

    private static String head(String list) {
        String spaced = list.replaceAll("\\s*,\\s*", ", ");
        return spaced.length() > LONGEST_LIST ? spaced.substring(0, LONGEST_LIST) + "…" : spaced;
    }
}
