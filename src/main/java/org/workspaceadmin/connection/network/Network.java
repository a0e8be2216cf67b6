package org.workspaceadmin.connection.network;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.ProxySignIn;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.redact.Redactor;

/**
 * The network as the settings have it: says how requests travel and whom they trust. Looks at the
 * settings each time it is asked, so a change holds for every later request of every connection.
 *
 * <p>Proxies are signed in to by Basic only. {@code java.net.http} has no NTLM and no Negotiate,
 * and no kept library adds them to it; where a proxy takes nothing else, a relay on this machine
 * such as Px or Cntlm signs in with the user's Windows account, and is named here as manual proxy.
 */
public final class Network {
    /** The name of the proxy's password in the store of secrets. */
    public static final String PROXY_PASSWORD = "network/proxy";

    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    private static final URI ANY_HTTPS = URI.create("https://service.invalid/");

    private final Supplier<NetworkSettings> settings;
    private final Supplier<Optional<char[]>> password;
    private final Redactor redactor;
    private final TrustSources sources;
    private final @Nullable ProxyVariables variables;
    private final Supplier<@Nullable ProxySelector> system;
    private final InstantSource clock;

    private @Nullable Snapshot snapshot;
    private TrustSources.@Nullable Part systemStore;

    /** What the settings came to. */
    private record Snapshot(
            NetworkSettings settings,
            String pemStamp,
            Routes routes,
            WireOptions options,
            TrustReport trust) {}

    /**
     * What surrounds the program.
     *
     * @param environment its variables
     * @param system {@code os.name}
     * @param selector the system's choice of proxies
     * @param clock the time
     */
    record Surroundings(
            Map<String, String> environment,
            String system,
            Supplier<@Nullable ProxySelector> selector,
            InstantSource clock) {}

    /** A network in the given surroundings. */
    Network(
            Supplier<NetworkSettings> settings,
            Supplier<Optional<char[]>> password,
            Redactor redactor,
            Surroundings around) {
        this.settings = settings;
        this.password = password;
        this.redactor = redactor;
        this.sources = new TrustSources(around.clock(), around.environment(), around.system());
        this.variables =
                usesVariables(around.system()) ? new ProxyVariables(around.environment()) : null;
        this.system = around.selector();
        this.clock = around.clock();
    }

    /**
     * The network of this machine; reads nothing yet.
     *
     * @param settings the settings now
     * @param password the proxy's password now, a copy that is wiped here; empty for none
     * @param redactor hears the password before it is used
     * @param clock the time
     */
    public static Network of(
            Supplier<NetworkSettings> settings,
            Supplier<Optional<char[]>> password,
            Redactor redactor,
            InstantSource clock) {
        return new Network(
                settings,
                password,
                redactor,
                new Surroundings(
                        System.getenv(),
                        System.getProperty("os.name", ""),
                        ProxySelector::getDefault,
                        clock));
    }

    /**
     * How requests travel now; the same object until something changes. Blocks while the stores are
     * read for the first time, so it belongs on a background thread.
     */
    public WireOptions options() {
        return now().options();
    }

    /**
     * The way a request takes now. May wait for the system's PAC script.
     *
     * @param uri with scheme and host
     */
    public Route route(URI uri) {
        return now().routes().route(uri);
    }

    /**
     * The way a request would take with other settings. May wait for the system's PAC script.
     *
     * @param wanted the settings to judge
     * @param uri with scheme and host
     */
    public Route route(NetworkSettings wanted, URI uri) {
        return new Routes(wanted, variables, system.get(), clock).route(uri);
    }

    /** What was found in the sources of trust; blocks like {@link #options}. */
    public TrustReport trust() {
        return now().trust();
    }

    /**
     * Lets a sign-in that the proxy refused be tried once more, because somebody asked for it; a
     * new connection does so itself. Blocks like {@link #options}.
     */
    public void allowSignInAgain() {
        ProxySignIn signIn = now().options().proxySignIn();
        if (signIn != null) {
            signIn.allowAgain();
        }
    }

    /**
     * Looks at everything anew, the password and the system's store included; to be called when the
     * password was changed. Costs nothing itself.
     */
    public synchronized void refresh() {
        snapshot = null;
        systemStore = null;
    }

    private synchronized Snapshot now() {
        NetworkSettings wanted = settings.get();
        String stamp = stamp(wanted.pem());
        Snapshot last = snapshot;
        if (last != null && last.settings().equals(wanted) && last.pemStamp().equals(stamp)) {
            return last;
        }
        if (systemStore == null) {
            systemStore = sources.system();
        }
        TrustSources.Result trust = TrustSources.together(systemStore, sources.extra(wanted.pem()));
        trust.report()
                .faults()
                .forEach(f -> LOG.warn("{} {}: {} {}", f.source(), f.name(), f.kind(), f.detail()));
        Routes routes = new Routes(wanted, variables, system.get(), clock);
        WireOptions options =
                WireOptions.standard()
                        .withProxy(routes)
                        .withProxySignIn(signIn(wanted))
                        .withTrust(trust.trust());
        Snapshot made = new Snapshot(wanted, stamp, routes, options, trust.report());
        snapshot = made;
        return made;
    }

    private @Nullable ProxySignIn signIn(NetworkSettings wanted) {
        if (wanted.mode() == ProxyMode.NONE) {
            return null;
        }
        if (wanted.mode() == ProxyMode.SYSTEM && variables != null) {
            Optional<ProxyVariables.Named> named = variables.proxyFor(ANY_HTTPS);
            if (named.isPresent() && !named.get().user().isEmpty()) {
                return signIn(named.get().user(), named.get().password().toCharArray());
            }
        }
        return wanted.user().isEmpty()
                ? null
                : password.get().map(found -> signIn(wanted.user(), found)).orElse(null);
    }

    private ProxySignIn signIn(String user, char[] secret) {
        try {
            redactor.remember(secret);
            return new ProxySignIn(user, Secret.of(secret));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** Changes when the file does. */
    private static String stamp(String path) {
        if (path.isEmpty()) {
            return "";
        }
        try {
            Path file = Path.of(path);
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException | InvalidPathException e) {
            return "none";
        }
    }

    private static boolean usesVariables(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return !name.startsWith("windows") && !name.startsWith("mac");
    }
}
