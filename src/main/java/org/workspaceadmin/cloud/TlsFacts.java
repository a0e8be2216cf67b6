package org.workspaceadmin.cloud;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last answer was protected on its way.
 *
 * @param protocol version of TLS, such as {@code TLSv1.3}
 * @param cipher cipher suite
 * @param httpVersion {@code HTTP/2} or {@code HTTP/1.1}
 * @param subject distinguished name of the server's certificate
 * @param names what the certificate is good for, as in {@code Problem.Evidence.NAMES}
 * @param issuer distinguished name of who signed it
 * @param validUntil the certificate's last moment
 * @param root distinguished name of the anchor the chain ends at, empty when it could not be told
 * @param rootSource where that anchor came from, null when it could not be told
 */
public record TlsFacts(
        String protocol,
        String cipher,
        String httpVersion,
        String subject,
        List<String> names,
        String issuer,
        Instant validUntil,
        String root,
        Trust.@Nullable Source rootSource) {
    /** Copies the list. */
    public TlsFacts {
        names = List.copyOf(names);
    }

    /**
     * Whether somebody between here and the service may read along: the chain is trusted only
     * through an anchor that does not come with the Java runtime, as with a company proxy that
     * opens TLS. A private cloud with an authority of its own looks the same.
     */
    public boolean inspected() {
        return rootSource == Trust.Source.SYSTEM || rootSource == Trust.Source.EXTRA;
    }
}
