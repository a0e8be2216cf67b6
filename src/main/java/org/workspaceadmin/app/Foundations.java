package org.workspaceadmin.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.Connections;
import org.workspaceadmin.connection.Connector;
import org.workspaceadmin.connection.DirectoryBook;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.HomeException;
import org.workspaceadmin.connection.SecretLedger;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.connection.SignIns;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.connection.policy.AdminPolicy;
import org.workspaceadmin.connection.policy.PolicyFile;
import org.workspaceadmin.connection.secret.SecretStore;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalCopies;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.operation.Engine;
import org.workspaceadmin.operation.PollSettings;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.report.ConnectionTests;
import org.workspaceadmin.report.UncaughtFailures;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * Everything below the screens: folder, log, settings, journal, engine. Opened before a window is,
 * closed after it.
 *
 * @param home the folder
 * @param redactor knows the secrets to mask
 * @param workers background threads
 * @param timer time
 * @param settings what is remembered
 * @param policy what the computer's administrator decided
 * @param connections kept connections
 * @param directoryBook the connections' directories, without secrets
 * @param network the way out of the company's network
 * @param connector makes connections
 * @param secrets the key store with memory behind it
 * @param signIns what the operator asked to be remembered
 * @param journal the durable record
 * @param copies the folder of the journal's copies
 * @param care looks after the journal
 * @param actors who is signed in where
 * @param fleets what the engine knows of open fleets
 * @param engine everything that writes
 * @param failures what nobody handled
 * @param tests the last test of each connection
 * @param siteLists names and passwords this site does not want
 * @param directories where companies' directories are reached
 */
record Foundations(
        Home home,
        Redactor redactor,
        Workers workers,
        Timer timer,
        Settings settings,
        AdminPolicy policy,
        Connections connections,
        DirectoryBook directoryBook,
        Network network,
        Connector connector,
        SecretStore secrets,
        SignIns signIns,
        Journal journal,
        Path copies,
        JournalCare care,
        Actors actors,
        OpenFleets fleets,
        Engine engine,
        UncaughtFailures failures,
        ConnectionTests tests,
        SiteListFiles siteLists,
        Directories directories)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Foundations.class);

    /**
     * Opens everything; blocks.
     *
     * @param home the folder
     * @param secrets where secrets are kept
     * @param meanwhile begins what runs side by side with the rest; called once the log and the
     *     settings are there
     * @return everything, open
     * @throws org.workspaceadmin.journal.JournalException when the journal cannot be had, for
     *     example because another program has it open
     */
    static Foundations open(Home home, SecretStore secrets, Consumer<Settings> meanwhile) {
        Redactor redactor = new Redactor();
        Logging.begin(home.logs(), redactor);
        LOG.info("Workspace Admin {} on Java {}", Version.current(), Runtime.version());
        Workers workers = Workers.virtual("work");
        Timer timer = Timer.system();
        AdminPolicy policy = new PolicyFile(PolicyFile.standard()).read();
        Settings settings =
                Settings.open(
                        home.settings(), Version.current(), workers, timer, policy.settings());
        meanwhile.accept(settings);
        Journal journal = Journal.open(home.journal(), redactor::json, timer, ThisMachine.name());
        Demo.endLeftovers(journal, timer.instant());
        Connections connections = Connections.open(home.connections(), timer, policy.connections());
        SiteListFiles siteLists = SiteListFiles.read(home);
        Actors actors = new Actors();
        OpenFleets fleets = new OpenFleets(connections, siteLists.lists(), actors);
        Engine engine =
                new Engine(
                        journal, workers, timer, PollSettings.standard(), fleets, redactor::json);
        SignIns signIns =
                new SignIns(
                        secrets, SecretLedger.open(home.remembered(), timer), redactor, workers);
        Network network =
                Network.of(
                        () -> settings.values().network(),
                        () -> proxyPassword(signIns),
                        redactor,
                        timer);
        JournalCare care =
                new JournalCare(
                        journal,
                        new JournalCopies(journal, home.journalCopies(), JournalCare.COPIES),
                        workers,
                        timer,
                        () -> historyDays(settings));
        care.begin();
        return new Foundations(
                home,
                redactor,
                workers,
                timer,
                settings,
                policy,
                connections,
                DirectoryBook.open(home.directories(), timer),
                network,
                Connector.of(workers, timer, redactor, network::options).within(policy::allows),
                secrets,
                signIns,
                journal,
                home.journalCopies(),
                care,
                actors,
                fleets,
                engine,
                new UncaughtFailures(),
                new ConnectionTests(),
                siteLists,
                new Directories(network));
    }

    /** What the operator chose, or the usual time; what cannot be read counts as not chosen. */
    private static int historyDays(Settings settings) {
        String chosen = settings.values().screen(JournalCare.HISTORY_SETTING);
        return chosen.matches("\\d{1,5}") ? Integer.parseInt(chosen) : JournalCare.HISTORY_DAYS;
    }

    private static Optional<char[]> proxyPassword(SignIns signIns) {
        return signIns.recallProxyPassword()
                .await()
                .map(password -> {
                    try (password) {
                        return password.reveal();
                    }
                });
    }

    /**
     * The folder to work in.
     *
     * @param chosen from the command line, null for the usual one
     * @throws HomeException when it cannot be used
     */
    static Home home(@Nullable Path chosen) throws HomeException {
        return Home.open(Objects.requireNonNullElseGet(chosen, Home::standard));
    }

    /** What the operator must know of the journal since it was opened; reads the copies. */
    Optional<Problem> journalProblem() {
        return journal.setAside()
                .map(aside -> {
                    Map<String, String> evidence = new HashMap<>();
                    evidence.put(Problem.Evidence.FILE, aside.toString());
                    JournalCopies.newestGood(copies)
                            .ifPresent(c -> evidence.put(Problem.Evidence.COPY, c.toString()));
                    return Problem.without(Problem.Kind.JOURNAL_SET_ASIDE, "", "", timer.instant())
                            .withEvidence(evidence);
                });
    }

    /** Closes everything in order; a part that fails does not keep the others open. */
    @Override
    public void close() {
        List.<AutoCloseable>of(care, engine, settings, journal, secrets)
                .forEach(Foundations::closeQuietly);
        LOG.info("ended");
        Logging.end();
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
        }
    }
}
