package org.workspaceadmin.connection.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.connection.network.Route.Why;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.ManualTimer;

class NetworkTest {
    private static final URI SERVICE = URI.create("https://workspace.example");

    private final ManualTimer timer = new ManualTimer();
    private final Redactor redactor = new Redactor();
    private NetworkSettings settings = NetworkSettings.DEFAULTS;
    private String password = "";

    @Test
    void withoutAnythingTheWayIsDirectByTheSystem() {
        assertThat(linux(Map.of()).route(SERVICE)).isEqualTo(Route.direct(Why.SYSTEM, ""));
    }

    @Test
    void theSmallVariableWinsOverTheLarge() {
        Network network =
                linux(
                        Map.of(
                                "https_proxy", "http://small.example:3128/",
                                "HTTPS_PROXY", "http://large.example:3128",
                                "all_proxy", "http://all.example:1"));

        assertThat(network.route(SERVICE))
                .isEqualTo(new Route("small.example", 3128, Why.VARIABLE, "https_proxy"));
    }

    @Test
    void variablesMayLeaveOutSchemeAndPort() {
        assertThat(linux(Map.of("HTTPS_PROXY", "proxy.example")).route(SERVICE))
                .isEqualTo(new Route("proxy.example", 80, Why.VARIABLE, "HTTPS_PROXY"));
        assertThat(linux(Map.of("ALL_PROXY", "proxy.example:8080")).route(SERVICE))
                .isEqualTo(new Route("proxy.example", 8080, Why.VARIABLE, "ALL_PROXY"));
    }

    @Test
    void variablesOfHttpOrWithoutSenseDoNotTouchHttps() {
        assertThat(linux(Map.of("http_proxy", "http://p.example:1")).route(SERVICE).isDirect())
                .isTrue();
        assertThat(linux(Map.of("https_proxy", "http://:::")).route(SERVICE).isDirect()).isTrue();
        assertThat(linux(Map.of("https_proxy", "socks5://p.example")).route(SERVICE).isDirect())
                .isTrue();
        assertThat(
                        linux(Map.of("HTTP_PROXY", "http://p.example:1"))
                                .route(URI.create("http://workspace.example"))
                                .isDirect())
                .isTrue();
    }

    @Test
    void exceptionsOfTheVariableAreNamed() {
        Network network =
                linux(Map.of("https_proxy", "http://p.example:1", "NO_PROXY", "a,.example"));

        assertThat(network.route(SERVICE)).isEqualTo(Route.direct(Why.EXCEPTION, ".example"));
    }

    @Test
    void variablesMeanNothingOnWindowsAndMacOs() {
        Map<String, String> environment = Map.of("https_proxy", "http://p.example:1");
        for (String system : List.of("Windows 11", "Mac OS X")) {
            assertThat(network(environment, system, null).route(SERVICE).why())
                    .isEqualTo(Why.SYSTEM);
        }
    }

    @Test
    void aPasswordInAVariableIsMaskedAndUsed() {
        WireOptions options =
                linux(Map.of("https_proxy", "http://anna:p%40ss+word@p.example:1")).options();

        assertThat(options.proxySignIn()).isNotNull();
        assertThat(options.proxySignIn().user()).isEqualTo("anna");
        assertThat(redactor.text("p@ss+word")).doesNotContain("p@ss");
    }

    @Test
    void theSystemsChoiceIsTakenAndAProxyThatIsGoneStepsBackForAWhile() {
        FakeSystem system = new FakeSystem(http("one.example"), http("two.example"));
        Network network = network(Map.of(), "Windows 11", system);
        assertThat(network.route(SERVICE))
                .isEqualTo(new Route("one.example", 8080, Why.SYSTEM, ""));

        ProxySelector selector = network.options().proxy();
        assertThat(selector).isNotNull();
        selector.connectFailed(
                SERVICE,
                InetSocketAddress.createUnresolved("one.example", 8080),
                new IOException("gone"));

        assertThat(network.route(SERVICE).host()).isEqualTo("two.example");
        timer.advance(Duration.ofMinutes(6));
        assertThat(network.route(SERVICE).host()).isEqualTo("one.example");
    }

    @Test
    void socksIsPassedOverAndSaidWhenThereIsNothingElse() {
        Proxy socks =
                new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("s.example", 1080));

        assertThat(
                        network(Map.of(), "Linux", new FakeSystem(socks, http("h.example")))
                                .route(SERVICE)
                                .host())
                .isEqualTo("h.example");
        assertThat(network(Map.of(), "Linux", new FakeSystem(socks)).route(SERVICE).why())
                .isEqualTo(Why.SOCKS_ONLY);
    }

    @Test
    void settingsDecideOverVariablesAndLoopbackOverSettings() {
        Network network = linux(Map.of("https_proxy", "http://p.example:1"));

        settings = settings.withProxy("manual.example", 3128).withNoProxy(List.of("other.example"));
        assertThat(network.route(SERVICE))
                .isEqualTo(new Route("manual.example", 3128, Why.MANUAL, ""));
        assertThat(network.route(URI.create("https://other.example")).why())
                .isEqualTo(Why.EXCEPTION);
        assertThat(network.route(URI.create("https://127.0.0.1:1")).why()).isEqualTo(Why.LOOPBACK);

        settings = settings.withMode(ProxyMode.NONE);
        assertThat(network.route(SERVICE).why()).isEqualTo(Why.NO_PROXY_SET);

        settings = settings.withProxy("", 0);
        assertThat(network.route(SERVICE).why()).isEqualTo(Why.MANUAL_INCOMPLETE);
    }

    @Test
    void optionsStayTheSameUntilSomethingChanges() {
        Network network = linux(Map.of());
        WireOptions first = network.options();
        assertThat(network.options()).isSameAs(first);

        settings = settings.withProxy("manual.example", 3128).withUser("anna");
        WireOptions second = network.options();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.proxySignIn()).isNull();

        password = "geheim";
        assertThat(network.options()).isSameAs(second);
        network.refresh();
        assertThat(network.options().proxySignIn()).isNotNull();
        assertThat(network.options().toString()).doesNotContain("geheim");
    }

    @Test
    void badValuesInTheFileCountAsMissing() throws IOException {
        ObjectMapper json = new ObjectMapper();

        assertThat(
                        NetworkJson.read(
                                json.readTree(
                                        "{\"proxy\":7,\"port\":99999,\"host\":[],\"noProxy\":\"x\"}")))
                .isEqualTo(NetworkSettings.DEFAULTS);
        assertThat(NetworkJson.read(json.readTree("[]"))).isEqualTo(NetworkSettings.DEFAULTS);
        assertThat(NetworkJson.read(json.missingNode())).isEqualTo(NetworkSettings.DEFAULTS);
        assertThat(
                        NetworkJson.read(
                                json.readTree(
                                        "{\"proxy\":\"Manual\",\"host\":\" p \",\"port\":1,\"noProxy\":[\"a\",3,\"\"]}")))
                .isEqualTo(NetworkSettings.DEFAULTS.withProxy("p", 1).withNoProxy(List.of("a")));
    }

    private Network linux(Map<String, String> environment) {
        return network(environment, "Linux", null);
    }

    private Network network(
            Map<String, String> environment, String system, ProxySelector selector) {
        return new Network(
                () -> settings,
                () -> password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray()),
                redactor,
                new Network.Surroundings(environment, system, () -> selector, timer));
    }

    private static Proxy http(String host) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, 8080));
    }

    /** Names the same proxies for everybody. */
    private static final class FakeSystem extends ProxySelector {
        private final List<Proxy> proxies;

        FakeSystem(Proxy... proxies) {
            this.proxies = Arrays.asList(proxies);
        }

        @Override
        public List<Proxy> select(URI uri) {
            return proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError("the system does not want to know");
        }
    }
}
