package org.workspaceadmin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Screen;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.connection.network.TrustReport;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.report.ReportSources;
import org.workspaceadmin.report.TestedConnection;
import org.workspaceadmin.report.UncaughtFailures;

/** What the running program tells of itself in a report. */
final class ProgramReport implements ReportSources {
    private static final List<String> VARIABLES =
            List.of(
                    "HTTPS_PROXY",
                    "https_proxy",
                    "HTTP_PROXY",
                    "http_proxy",
                    "NO_PROXY",
                    "no_proxy");
    private final Foundations below;
    private final Supplier<List<Connection>> opened;

    /**
     * Tells of a program.
     *
     * @param below everything below the screens
     * @param opened the connections opened in this run; called on a background thread
     */
    ProgramReport(Foundations below, Supplier<List<Connection>> opened) {
        this.below = below;
        this.opened = opened;
    }

    @Override
    public List<Field> program() {
        List<Field> facts = new ArrayList<>();
        facts.add(new Field("version", Version.current()));
        facts.add(new Field("commit", Version.commit()));
        facts.add(new Field("javaFx", System.getProperty("javafx.runtime.version", "")));
        facts.add(
                new Field(
                        "graphics",
                        Platform.isSupported(ConditionalFeature.SCENE3D)
                                ? "hardware"
                                : "software"));
        facts.add(new Field("graphicsOrder", System.getProperty("prism.order", "")));
        int number = 1;
        for (Screen screen : List.copyOf(Screen.getScreens())) {
            facts.add(
                    new Field(
                            "screen" + number++,
                            "%.0f x %.0f at scale %.2f"
                                    .formatted(
                                            screen.getBounds().getWidth(),
                                            screen.getBounds().getHeight(),
                                            screen.getOutputScaleX())));
        }
        facts.add(new Field("home", below.home().folder().toString()));
        return facts;
    }

    @Override
    public Path settings() {
        below.settings().flush();
        return below.home().settings();
    }

    @Override
    public List<Connection> connections() {
        Map<String, Connection> all = new LinkedHashMap<>();
        below.connections().list().forEach(c -> all.put(c.id(), c));
        opened.get().forEach(c -> all.put(c.id(), c));
        return List.copyOf(all.values());
    }

    @Override
    public List<Field> network() {
        List<Field> facts = new ArrayList<>();
        NetworkSettings chosen = below.settings().values().network();
        facts.add(new Field("proxyMode", chosen.mode().name()));
        facts.add(
                new Field(
                        "proxy",
                        chosen.host().isEmpty() ? "" : chosen.host() + ':' + chosen.port()));
        facts.add(new Field("proxyUser", chosen.user()));
        facts.add(new Field("withoutProxy", String.join(", ", chosen.noProxy())));
        facts.add(new Field("moreAuthorities", chosen.pem()));
        for (Connection connection : connections()) {
            Route route = below.network().route(connection.endpoints().workspace());
            String way = route.isDirect() ? "direct" : route.host() + ':' + route.port();
            facts.add(
                    new Field(
                            "wayTo " + connection.name(),
                            (way + " (" + route.why() + ' ' + route.rule()).strip() + ')'));
        }
        TrustReport trust = below.network().trust();
        for (Trust.Source source : Trust.Source.values()) {
            facts.add(new Field("trusted " + source, Integer.toString(trust.count(source))));
        }
        trust.faults().forEach(fault -> facts.add(new Field("trustFault", fault.toString())));
        for (String name : VARIABLES) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                facts.add(new Field("environment " + name, value));
            }
        }
        return facts;
    }

    @Override
    public List<TestedConnection> tests() {
        return below.tests().entries();
    }

    @Override
    public Path logs() {
        return below.home().logs();
    }

    @Override
    public List<Recorded> operations(int endedAtMost) {
        return below.journal().load(endedAtMost);
    }

    @Override
    public UncaughtFailures failures() {
        return below.failures();
    }

    @Override
    public Collection<String> users() {
        Set<String> names = new TreeSet<>();
        for (Desktop desktop : below.fleets().desktops()) {
            names.add(desktop.userName());
            desktop.users().forEach(user -> names.add(user.name()));
        }
        return names;
    }

    @Override
    public Collection<String> desktops() {
        Set<String> names = new TreeSet<>();
        for (Desktop desktop : below.fleets().desktops()) {
            names.add(desktop.name());
            names.add(desktop.hostName());
        }
        return names;
    }
}
