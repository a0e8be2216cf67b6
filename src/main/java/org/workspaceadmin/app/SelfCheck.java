package org.workspaceadmin.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Screen;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.secret.LayeredSecretStore;
import org.workspaceadmin.connection.secret.SecretStore;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.redact.Redactor;

/**
 * What the program needs of a computer, tried for real and told one line a part: for support, and
 * for those who build packages. A slim Java runtime loses such parts silently, so the installed
 * program must be asked, not the build.
 */
public final class SelfCheck {
    private static final int HTTPS = 443;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Modules nothing links against, so that only a user would miss them. */
    private static final List<String> MODULES =
            List.of(
                    "jdk.accessibility",
                    "jdk.localedata",
                    "jdk.net",
                    "jdk.security.auth",
                    "jdk.security.jgss",
                    "jdk.unsupported",
                    "jdk.zipfs");

    private final PrintWriter out;
    private boolean well = true;

    private SelfCheck(PrintWriter out) {
        this.out = out;
    }

    /** What one part came to. */
    record Finding(Word word, String detail) {
        static Finding ok(String detail) {
            return new Finding(Word.OK, detail);
        }

        static Finding failed(String detail) {
            return new Finding(Word.FAILED, detail);
        }
    }

    /** How bad it is. */
    enum Word {
        /** It works. */
        OK,
        /** The program runs without, and says so where it matters. */
        MISSING,
        /** It should work and does not. */
        FAILED
    }

    /** Tries one part. */
    @FunctionalInterface
    private interface Part {
        Finding ask() throws Exception;
    }

    /**
     * Tries everything; blocks for some seconds.
     *
     * @param order what else to try
     * @param out gets the lines
     * @return exit code: 1 when something that should work does not
     */
    public static int run(Options.Start.SelfCheck order, PrintWriter out) {
        SelfCheck check = new SelfCheck(out);
        check.part("program", () -> Finding.ok(Version.current() + " " + Version.commit()));
        check.part("java", SelfCheck::java);
        check.part("modules", SelfCheck::modules);
        check.part("start-cache", SelfCheck::startCache);
        check.part("journal", SelfCheck::journal);
        check.part("chinese", SelfCheck::chinese);
        check.part("kerberos", SelfCheck::kerberos);
        check.part("key-store", SelfCheck::keyStore);
        check.part("trust", SelfCheck::trust);
        order.reach().ifPresent(uri -> check.part("reach", () -> reach(uri)));
        order.directory().ifPresent(d -> check.part("directory", () -> DirectorySignIn.of(d)));
        check.part("graphics", SelfCheck::graphics);
        return check.well ? 0 : 1;
    }

    private void part(String name, Part part) {
        Finding finding;
        try {
            finding = part.ask();
        } catch (Exception | LinkageError e) {
            finding = Finding.failed(e.toString());
        }
        well &= finding.word() != Word.FAILED;
        String word = finding.word().name().toLowerCase(Locale.ROOT);
        out.printf("%-8s%-12s %s%n", word, name, finding.detail().strip());
        out.flush();
    }

    private static Finding java() {
        return Finding.ok(
                "%s %s, %s %s %s"
                        .formatted(
                                System.getProperty("java.vm.name"),
                                Runtime.version(),
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")));
    }

    private static Finding modules() {
        Set<String> there =
                ModuleLayer.boot().modules().stream()
                        .map(Module::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> missing = MODULES.stream().filter(m -> !there.contains(m)).toList();
        return missing.isEmpty()
                ? Finding.ok(there.size() + " modules")
                : Finding.failed("without " + String.join(", ", missing));
    }

    /** Whether the Java runtime maps the cache the installer brought; only Linux tells. */
    private static Finding startCache() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return new Finding(Word.MISSING, "this system does not tell");
        }
        try (Stream<String> lines = Files.lines(maps)) {
            Optional<String> mapped =
                    lines.filter(line -> line.endsWith(".aot"))
                            .map(line -> line.substring(line.indexOf('/')))
                            .findFirst();
            return mapped.map(Finding::ok).orElseGet(() -> new Finding(Word.MISSING, "not in use"));
        }
    }

    private static Finding journal() throws Exception {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                ResultSet answer =
                        memory.createStatement().executeQuery("select sqlite_version()")) {
            answer.next();
            return Finding.ok("SQLite " + answer.getString(1));
        }
    }

    private static Finding chinese() {
        String monday = DayOfWeek.MONDAY.getDisplayName(TextStyle.FULL, Locale.CHINA);
        return monday.equals("星期一") ? Finding.ok(monday) : Finding.failed(monday);
    }

    private static Finding kerberos() {
        boolean gssapi = Security.getProviders("SaslClientFactory.GSSAPI") != null;
        boolean krb5 = Security.getProviders("GssApiMechanism.1.2.840.113554.1.2.2") != null;
        return gssapi && krb5
                ? Finding.ok("GSSAPI and Kerberos 5")
                : Finding.failed("GSSAPI: " + gssapi + ", Kerberos 5: " + krb5);
    }

    private static Finding keyStore() throws Exception {
        try (SecretStore store = LayeredSecretStore.system()) {
            StoreState state = store.tryOut();
            String detail = state.store() + " " + state.kind() + " " + state.reason();
            return new Finding(
                    switch (state.kind()) {
                        case READY -> Word.OK;
                        case MISSING, LOCKED, NOT_ANSWERING -> Word.MISSING;
                        case UNTRIED, FAILED -> Word.FAILED;
                    },
                    detail);
        }
    }

    private static Finding trust() {
        var report = network().trust();
        int runtime = report.count(Trust.Source.BUNDLED);
        int system = report.count(Trust.Source.SYSTEM);
        String detail =
                runtime + " authorities of the Java runtime, " + system + " only of the system";
        return new Finding(runtime > 0 ? Word.OK : Word.FAILED, detail);
    }

    private static Finding reach(URI uri) throws Exception {
        WireOptions options = network().options();
        Trust trust = options.trust() == null ? Trust.bundled() : options.trust();
        int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
        try (SSLSocket socket = (SSLSocket) trust.context().getSocketFactory().createSocket()) {
            socket.connect(
                    new InetSocketAddress(uri.getHost(), port),
                    Math.toIntExact(options.connectTimeout().toMillis()));
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setServerNames(List.of(new SNIHostName(uri.getHost())));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            SSLSession session = socket.getSession();
            return Finding.ok(session.getProtocol() + " " + session.getCipherSuite());
        }
    }

    private static Network network() {
        return Network.of(
                () -> NetworkSettings.DEFAULTS,
                Optional::empty,
                new Redactor(),
                InstantSource.system());
    }

    private static Finding graphics() throws Exception {
        if (!Display.available()) {
            Display.drawOffScreen();
        }
        ProgramRun.acceptClassPath();
        CompletableFuture<String> drawn = new CompletableFuture<>();
        Platform.startup(() -> {
            Screen screen = Screen.getPrimary();
            drawn.complete(
                    "JavaFX %s %s, %.0f×%.0f at %.2f"
                            .formatted(
                                    System.getProperty("javafx.runtime.version"),
                                    Platform.isSupported(ConditionalFeature.SCENE3D)
                                            ? "by the graphics card"
                                            : "in software",
                                    screen.getBounds().getWidth(),
                                    screen.getBounds().getHeight(),
                                    screen.getOutputScaleX()));
        });
        String detail = drawn.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Platform.exit();
        return Finding.ok(detail);
    }
}
