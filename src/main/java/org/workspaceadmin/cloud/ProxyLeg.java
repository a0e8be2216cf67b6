package org.workspaceadmin.cloud;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;

/**
 * The proxy in the way of one exchange, if there is one, and the sign-in it is shown. {@code
 * java.net.http} hands a 407 over as an answer of the service, for tunnels as for plain requests.
 */
final class ProxyLeg {
    private static final int WANTS_SIGN_IN = 407;

    private final URI uri;
    private final @Nullable ProxySelector selector;
    private final @Nullable InetSocketAddress proxy;
    private final @Nullable ProxySignIn signIn;

    /** Whether others may be waiting for what becomes of the sign-in; one thread only. */
    private boolean deciding;

    private ProxyLeg(
            URI uri,
            @Nullable ProxySelector selector,
            @Nullable InetSocketAddress proxy,
            @Nullable ProxySignIn signIn) {
        this.uri = uri;
        this.selector = selector;
        this.proxy = proxy;
        this.signIn = signIn;
    }

    /**
     * The way to an address as the client will take it: by the first proxy named, if it is HTTP.
     */
    static ProxyLeg to(URI uri, WireOptions options) {
        ProxySelector selector =
                options.proxy() == null ? ProxySelector.getDefault() : options.proxy();
        List<Proxy> named = selector == null ? List.of() : selector.select(uri);
        InetSocketAddress proxy =
                !named.isEmpty()
                                && named.getFirst().type() == Proxy.Type.HTTP
                                && named.getFirst().address() instanceof InetSocketAddress address
                        ? address
                        : null;
        return new ProxyLeg(uri, selector, proxy, proxy == null ? null : options.proxySignIn());
    }

    /** Where the proxy listens, null when there is none in the way. */
    @Nullable InetSocketAddress proxy() {
        return proxy;
    }

    /**
     * Signs in at the proxy with this request; every exchange that began here ends with {@link
     * #over}.
     *
     * @throws ProblemException when the proxy refused this sign-in before
     */
    void begin(HttpRequest.Builder request, String call, Instant at) throws InterruptedException {
        if (signIn == null) {
            return;
        }
        if (!signIn.begin()) {
            throw new ProblemException(
                    wantsSignIn(call, "the proxy refused this sign-in before", "", at));
        }
        deciding = true;
        request.setHeader("Proxy-Authorization", signIn.header());
    }

    /**
     * Looks at an answer.
     *
     * @return the problem when it was the proxy that answered, null when it was the service
     */
    @Nullable Problem answered(int status, HttpHeaders headers, String call, Instant at) {
        if (proxy == null || status != WANTS_SIGN_IN) {
            if (signIn != null) {
                signIn.accepted();
                deciding = false;
            }
            return null;
        }
        if (signIn != null) {
            signIn.rejected();
            deciding = false;
        }
        String schemes =
                String.join(
                        ", ",
                        headers.allValues("Proxy-Authenticate").stream()
                                .map(v -> v.strip().split("[ ,]", 2)[0])
                                .distinct()
                                .toList());
        return wantsSignIn(call, "407 by the proxy; it takes: " + schemes, schemes, at);
    }

    /** Notes that there was no answer; a proxy that is not there is reported to who named it. */
    void failed(Throwable failure) {
        if (selector != null
                && proxy != null
                && failure instanceof IOException io
                && IoFailures.isUnreachable(failure)) {
            selector.connectFailed(uri, proxy, io);
        }
        if (signIn != null && IoFailures.isHandshake(failure)) {
            // TLS begins only after the proxy opened the way.
            signIn.accepted();
            deciding = false;
        }
    }

    /** The exchange ended, however it did; another may try the sign-in now. */
    void over() {
        if (deciding && signIn != null) {
            deciding = false;
            signIn.undecided();
        }
    }

    /** Who was on the way, by names of evidence. */
    Map<String, String> evidence() {
        Map<String, String> evidence = new HashMap<>();
        evidence.put(Evidence.HOST, uri.getHost());
        if (proxy != null) {
            evidence.put(Evidence.PROXY, proxy.getHostString() + ":" + proxy.getPort());
        }
        return evidence;
    }

    private Problem wantsSignIn(String call, String message, String schemes, Instant at) {
        Map<String, String> evidence = evidence();
        evidence.put(Evidence.PROXY_STATUS, Integer.toString(WANTS_SIGN_IN));
        if (!schemes.isEmpty()) {
            evidence.put(Evidence.PROXY_SCHEMES, schemes);
        }
        return Problem.without(Kind.PROXY_AUTHENTICATION, call, message, at).withEvidence(evidence);
    }
}
