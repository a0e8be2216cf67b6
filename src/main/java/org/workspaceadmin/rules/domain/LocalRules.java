package org.workspaceadmin.rules.domain;

import static org.workspaceadmin.rules.domain.Certainty.DEFINED;
import static org.workspaceadmin.rules.domain.Certainty.INFERRED;
import static org.workspaceadmin.rules.domain.Certainty.VENDOR;

import org.workspaceadmin.model.Generation;

/**
 * The company's own Active Directory (LOCAL_AD): what exists already only has to be given in full
 * (vendor page Apply; lengths of v2 from its definition; api/domain-rules.md, LOCAL_AD).
 */
public final class LocalRules {
    private static final int V1_NAME = 255;
    private static final int V2_NAME = 55;
    private static final int V2_ACCOUNT = 55;
    private static final int V2_PASSWORD = 255;
    private static final int CONTROLLER_NAME = 55;

    private LocalRules() {}

    /**
     * The existing domain's name.
     *
     * @param generation decides the longest
     */
    public static FieldRules<CharSequence> domainName(Generation generation) {
        int longest = generation == Generation.V1 ? V1_NAME : V2_NAME;
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.NAME)
                        .error("LOCAL-NAME-REQUIRED", VENDOR, LocalRules::present)
                        .error(
                                "LOCAL-NAME-LEN",
                                generation == Generation.V1 ? VENDOR : DEFINED,
                                text -> text.length() <= longest,
                                longest)
                        .error("LOCAL-NAME-CONTROL", INFERRED, LocalRules::noControl)
                        .warning("LOCAL-NAME-BLANK-EDGE", INFERRED, LocalRules::noBlankEdge)
                        .rules());
    }

    /**
     * The existing administrator's account.
     *
     * @param generation decides the longest
     */
    public static FieldRules<CharSequence> account(Generation generation) {
        RuleList<CharSequence> rules =
                new RuleList<CharSequence>(DomainField.ACCOUNT)
                        .error("LOCAL-ACCT-REQUIRED", VENDOR, LocalRules::present);
        if (generation == Generation.V2) {
            rules.error("LOCAL-ACCT-LEN", DEFINED, text -> text.length() <= V2_ACCOUNT, V2_ACCOUNT);
        }
        return FieldRules.required(
                rules.error("LOCAL-ACCT-CONTROL", INFERRED, LocalRules::noControl)
                        // The domain has an input of its own; whether the service takes it here as
                        // well is
                        // not known.
                        .warning(
                                "LOCAL-ACCT-WITH-DOMAIN",
                                INFERRED,
                                text -> !Characters.any(text, c -> c == '\\' || c == '@'))
                        .warning("LOCAL-ACCT-BLANK-EDGE", INFERRED, LocalRules::noBlankEdge)
                        .rules());
    }

    /**
     * The existing account's password; no rule of composition, and blanks are part of it.
     *
     * @param generation decides the longest
     */
    public static FieldRules<CharSequence> password(Generation generation) {
        RuleList<CharSequence> rules =
                new RuleList<CharSequence>(DomainField.PASSWORD)
                        .error("LOCAL-PWD-REQUIRED", VENDOR, text -> !text.isEmpty());
        if (generation == Generation.V2) {
            rules.error(
                    "LOCAL-PWD-LEN", DEFINED, text -> text.length() <= V2_PASSWORD, V2_PASSWORD);
        }
        return FieldRules.required(rules.rules());
    }

    /** The active controller's address. */
    public static FieldRules<CharSequence> controllerAddress() {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.ACTIVE_IP)
                        .error("LOCAL-DC-IP", VENDOR, Addresses::isAddress)
                        .rules());
    }

    /** The active DNS server's address. */
    public static FieldRules<CharSequence> dnsAddress() {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.ACTIVE_DNS)
                        .error("LOCAL-DNS-IP", VENDOR, Addresses::isAddress)
                        .rules());
    }

    /**
     * A standby address beside the active one.
     *
     * @param standby as typed, empty for none
     * @param active the active one as it is typed now
     */
    public record Standby(CharSequence standby, CharSequence active) {}

    /**
     * The standby controller's or DNS server's address.
     *
     * @param field {@link DomainField#STANDBY_IP} or {@link DomainField#STANDBY_DNS}
     */
    public static FieldRules<Standby> standbyAddress(DomainField field) {
        return FieldRules.optional(
                new RuleList<Standby>(field)
                        .error(
                                "LOCAL-STANDBY-IP",
                                VENDOR,
                                s -> s.standby().isEmpty() || Addresses.isAddress(s.standby()))
                        .warning(
                                "LOCAL-STANDBY-DISTINCT",
                                INFERRED,
                                s ->
                                        s.standby().isEmpty()
                                                || !Characters.same(s.standby(), s.active()))
                        .rules());
    }

    /** The active controller's full name, v2. */
    public static FieldRules<CharSequence> controllerName() {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.ACTIVE_NAME)
                        .error(
                                "LOCAL-DC-NAME",
                                DEFINED,
                                text -> present(text) && text.length() <= CONTROLLER_NAME,
                                CONTROLLER_NAME)
                        .error("LOCAL-DC-NAME-CONTROL", INFERRED, LocalRules::noControl)
                        .warning("LOCAL-DC-NAME-FULL", INFERRED, LocalRules::isFullName)
                        .rules());
    }

    /** The standby controller's full name, v2; may be missing. */
    public static FieldRules<CharSequence> standbyName() {
        return FieldRules.optional(
                new RuleList<CharSequence>(DomainField.STANDBY_NAME)
                        .error(
                                "LOCAL-DC-NAME-LEN",
                                DEFINED,
                                text -> text.length() <= CONTROLLER_NAME,
                                CONTROLLER_NAME)
                        .error("LOCAL-DC-NAME-CONTROL", INFERRED, LocalRules::noControl)
                        .warning(
                                "LOCAL-DC-NAME-FULL",
                                INFERRED,
                                text -> text.isEmpty() || isFullName(text))
                        .rules());
    }

    private static boolean present(CharSequence text) {
        return !Characters.blank(text);
    }

    private static boolean noControl(CharSequence text) {
        return !Characters.any(text, Character::isISOControl);
    }

    private static boolean noBlankEdge(CharSequence text) {
        return text.isEmpty()
                || !(Character.isWhitespace(text.charAt(0))
                        || Character.isWhitespace(text.charAt(text.length() - 1)));
    }

    /** Host and domain: an address, or a host alone, is probably not meant. */
    private static boolean isFullName(CharSequence text) {
        return Characters.first(text, '.') > 0 && !Addresses.isAddress(text);
    }
}
