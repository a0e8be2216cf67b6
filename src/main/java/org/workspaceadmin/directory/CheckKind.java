package org.workspaceadmin.directory;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checks, in the order they are shown, with the codes a result of each can have and the
 * arguments that come with all of them.
 */
public enum CheckKind {
    /**
     * Which controllers the domain's DNS names. FOUND, OTHERS: those entered that are missing,
     * those named. Every other code is a state of {@link DnsAnswer}: the server, its word.
     */
    DNS_CONTROLLERS(with(unanswered(), "FOUND", "OTHERS")),
    /**
     * Which Kerberos services it names. FOUND: those named; OTHERS: those entered that are missing,
     * those named; else as above.
     */
    DNS_KERBEROS(with(unanswered(), "FOUND", "OTHERS")),
    /** Which LDAP services it names; as for Kerberos. */
    DNS_LDAP(with(unanswered(), "FOUND", "OTHERS")),
    /**
     * Which address a controller's name has. SAME; OTHER; ALSO, when there are more than the one
     * entered: the name, its addresses, the address entered; else as above.
     */
    DNS_ADDRESS(with(unanswered(), "SAME", "OTHER", "ALSO")),
    /**
     * Which name a controller's address has. SAME, OTHER, NONE: the address, its names; SILENT,
     * UNREACHABLE as above.
     */
    DNS_REVERSE(List.of("SAME", "OTHER", "NONE", "SILENT", "UNREACHABLE")),
    /**
     * Whether the DNS servers say the same of services and controllers. SAME; DIFFERENT: the
     * questions they differ in; NO_ANSWER: the server that said nothing.
     */
    DNS_AGREEMENT(List.of("SAME", "DIFFERENT", "NO_ANSWER")),
    /**
     * Which ports of a controller can be reached. OPEN; SOME; MISSING; NOTHING: the usual ports it
     * is about, then of these the refused, the silent, the unreachable.
     */
    PORTS(List.of("OPEN", "SOME", "MISSING", "NOTHING")),
    /**
     * Whether a controller is what it was entered as. SAME, OTHER_DOMAIN, OTHER_NAME: its full
     * name, its domain; NO_ANSWER: why.
     */
    IDENTITY(List.of("SAME", "OTHER_DOMAIN", "OTHER_NAME", "NO_ANSWER")),
    /**
     * Whether the clocks agree. SAME; CONTROLLER, it and this workstation differ; WORKSTATION,
     * likewise while the cloud agrees with the controller; CLOUD_AND_CONTROLLER, these two differ;
     * CLOUD, it and this workstation differ: seconds the controller is ahead of the workstation,
     * then where known those the cloud is ahead of the workstation, and the controller of the
     * cloud; NOT_TOLD; NO_ANSWER: why.
     */
    CLOCK(
            List.of(
                    "SAME",
                    "CONTROLLER",
                    "WORKSTATION",
                    "CLOUD_AND_CONTROLLER",
                    "CLOUD",
                    "NOT_TOLD",
                    "NO_ANSWER")),
    /**
     * What the certificate of LDAPS is worth. All: who signed it, the names it is for, why TLS
     * failed where it did. HANDSHAKE: the certificate is good, and TLS failed nevertheless.
     */
    CERTIFICATE(with(ControllerTls.Verdict.values(), "HANDSHAKE")),
    /**
     * Whether the account can sign in. SIGNED_IN and every {@link AccountFault}: the way, a name of
     * {@link SignInResult.Way}; NO_SAFE_WAY: why not; NO_PASSWORD; NOT_AGAIN.
     */
    ACCOUNT(with(AccountFault.values(), "SIGNED_IN", "NO_SAFE_WAY", "NO_PASSWORD", "NOT_AGAIN")),
    /** Whether it may create computer objects. All: the container it is about, where known. */
    RIGHTS(
            List.of(
                    "DOMAIN_ADMIN",
                    "MAY_CREATE",
                    "MAY_NOT",
                    "NO_OU",
                    "NOT_FOUND",
                    "NOT_TOLD",
                    "NOT_SIGNED_IN"));

    // The words in their order; joined, because an enum holds nothing that can change.
    private final String codes;

    CheckKind(List<String> codes) {
        this.codes = String.join(" ", codes);
    }

    /** Every code a result can have; the words are {@code directory.<check>.<code>}. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(codes.split(" "))));
    }

    private static Enum<?>[] unanswered() {
        return Arrays.stream(DnsAnswer.State.values())
                .filter(state -> state != DnsAnswer.State.FOUND)
                .toArray(Enum<?>[]::new);
    }

    private static List<String> with(Enum<?>[] codes, String... more) {
        return Stream.concat(Arrays.stream(more), Arrays.stream(codes).map(Enum::name)).toList();
    }
}
