package org.workspaceadmin.rules.domain;

import static org.workspaceadmin.rules.domain.Certainty.DEFINED;
import static org.workspaceadmin.rules.domain.Certainty.INFERRED;
import static org.workspaceadmin.rules.domain.Certainty.VENDOR;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.workspaceadmin.model.Generation;

/** What an application needs beside its domain (api/domain-rules.md, Request level). */
public final class RequestRules {
    private static final int ID_LONGEST = 255;
    private static final int V2_SUBNETS = 100;
    private static final int ENTERPRISE_ID_LONGEST = 32;
    private static final int DEDICATED_LONGEST = 100;
    private static final int DEDICATED_MOST = 5;
    private static final int PEM_LONGEST = 8_192;
    private static final Set<String> V1_TYPES = Set.of("LITE_AD", "LOCAL_AD");
    private static final Set<String> V2_TYPES = Set.of("LITE_AS", "LOCAL_AD");
    private static final Set<String> ACCESS = Set.of("INTERNET", "DEDICATED", "BOTH");

    private RequestRules() {}

    /**
     * The kind of directory; the generations do not share their words.
     *
     * @param generation which one is spoken
     */
    public static FieldRules<CharSequence> domainType(Generation generation) {
        Set<String> types = generation == Generation.V1 ? V1_TYPES : V2_TYPES;
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.TYPE)
                        .error(
                                "REQ-DOMAIN-TYPE",
                                generation == Generation.V1 ? VENDOR : DEFINED,
                                text -> isOneOf(text, types))
                        .rules());
    }

    /** The VPC's id. */
    public static FieldRules<CharSequence> vpc() {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.VPC)
                        .error("REQ-VPC", VENDOR, text -> !Characters.blank(text))
                        .error(
                                "REQ-VPC-LEN",
                                DEFINED,
                                text -> text.length() <= ID_LONGEST,
                                ID_LONGEST)
                        .rules());
    }

    /**
     * The subnets' ids.
     *
     * @param generation v2 takes at most 100
     */
    public static FieldRules<List<String>> subnets(Generation generation) {
        RuleList<List<String>> rules =
                new RuleList<List<String>>(DomainField.SUBNETS)
                        .error(
                                "REQ-SUBNETS",
                                VENDOR,
                                ids -> !ids.isEmpty() && ids.stream().noneMatch(Characters::blank))
                        .error(
                                "REQ-SUBNETS-TWICE",
                                INFERRED,
                                ids -> new HashSet<>(ids).size() == ids.size());
        if (generation == Generation.V2) {
            rules.error("REQ-SUBNETS-COUNT", DEFINED, ids -> ids.size() <= V2_SUBNETS, V2_SUBNETS);
        }
        return FieldRules.required(rules.rules());
    }

    /** How users come in. */
    public static FieldRules<CharSequence> accessMode() {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.ACCESS_MODE)
                        .error("REQ-ACCESS-MODE", VENDOR, text -> isOneOf(text, ACCESS))
                        .rules());
    }

    /** What users type at sign-in, v2; may be missing. */
    public static FieldRules<CharSequence> enterpriseId() {
        return FieldRules.optional(
                new RuleList<CharSequence>(DomainField.ENTERPRISE_ID)
                        .error(
                                "REQ-ENTERPRISE-ID",
                                DEFINED,
                                text ->
                                        text.length() <= ENTERPRISE_ID_LONGEST
                                                && Characters.all(
                                                        text,
                                                        c ->
                                                                Characters.letterOrDigit(c)
                                                                        || c == '-'
                                                                        || c == '_'),
                                ENTERPRISE_ID_LONGEST)
                        .rules());
    }

    /**
     * The networks that come in over Direct Connect, joined by {@code ;}; may be missing
     * (api/workspace.md section 2).
     */
    public static FieldRules<CharSequence> dedicated() {
        return FieldRules.optional(
                new RuleList<CharSequence>(DomainField.DEDICATED)
                        .error(
                                "REQ-DEDICATED-LEN",
                                DEFINED,
                                text -> text.length() <= DEDICATED_LONGEST,
                                DEDICATED_LONGEST)
                        .error(
                                "REQ-DEDICATED-COUNT",
                                DEFINED,
                                text ->
                                        text.length() > DEDICATED_LONGEST
                                                || ranges(text).length <= DEDICATED_MOST,
                                DEDICATED_MOST)
                        .error(
                                "REQ-DEDICATED-CIDR",
                                INFERRED,
                                text ->
                                        text.isEmpty()
                                                || (text.length() <= DEDICATED_LONGEST
                                                        && Arrays.stream(ranges(text))
                                                                .allMatch(r ->
                                                                        Cidr.parse(r).isPresent())))
                        .rules());
    }

    /** The certificate for LDAPS in PEM (api/workspace.md section 2). */
    public static FieldRules<CharSequence> ldaps() {
        return FieldRules.required(
                new RuleList<CharSequence>(DomainField.LDAPS)
                        .error(
                                "LDAPS-PEM",
                                INFERRED,
                                text -> text.toString().contains("-----BEGIN CERTIFICATE-----"))
                        .error(
                                "LDAPS-LEN",
                                DEFINED,
                                text -> text.length() <= PEM_LONGEST,
                                PEM_LONGEST)
                        .error(
                                "LDAPS-PRIVATE-KEY",
                                INFERRED,
                                text -> !text.toString().contains("PRIVATE KEY-----"))
                        .rules());
    }

    private static String[] ranges(CharSequence text) {
        return text.toString().split(";", -1);
    }

    private static boolean isOneOf(CharSequence text, Set<String> words) {
        return text.length() <= 16 && words.contains(text.toString());
    }
}
