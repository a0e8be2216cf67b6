package org.workspaceadmin.cloud;

import java.security.cert.CertificateException;
import java.util.Map;
import org.workspaceadmin.model.Problem.Kind;

/** A certificate that was not accepted, and why: the reason survives inside TLS exceptions. */
final class CertificateRefused extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Map<String, String> evidence;

    /**
     * Refuses.
     *
     * @param kind one of the kinds of {@code CERTIFICATE_…} or TLS
     * @param evidence by the names in {@link org.workspaceadmin.model.Problem.Evidence}
     * @param cause what the check threw
     */
    CertificateRefused(Kind kind, Map<String, String> evidence, CertificateException cause) {
        super(cause.getMessage(), cause);
        this.kind = kind;
        this.evidence = Map.copyOf(evidence);
    }

    Kind kind() {
        return kind;
    }

    Map<String, String> evidence() {
        return evidence;
    }
}
