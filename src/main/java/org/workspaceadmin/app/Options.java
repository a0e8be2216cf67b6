package org.workspaceadmin.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.simulator.SimulatorOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "workspace-admin",
        description = "Administers the cloud desktops of a company.%n",
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "workspace-admin [--home DIR]",
            "       workspace-admin --demo [--home DIR] [simulator options]",
            "       workspace-admin --tour DIR [--home DIR]",
            "       workspace-admin --simulator [--port N] [simulator options]",
            "       workspace-admin --self-check [--reach URL]",
            ""
        },
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:it failed; the reason is on standard error",
            "2:the command line was not understood"
        })
public final class Options {
    /** What a wrong command line ends with. */
    public static final int USAGE = CommandLine.ExitCode.USAGE;

    private static final int LONGEST_PASSWORD = 1024;
    private static final int DEMO_LATENCY = 40;
    private static final int DEMO_JOB_TIME = 20_000;
    private static final int TOUR_JOB_TIME = 5_000;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--demo",
            description = "Start with the demo open: a service inside the program.")
    private boolean demo;

    @Option(
            names = "--tour",
            paramLabel = "DIR",
            description = "Drive the window through its main job and write pictures to DIR.")
    private @Nullable Path tour;

    @Option(
            names = "--simulator",
            description = "Run the simulated service alone and print where it is as JSON.")
    private boolean simulator;

    @Option(
            names = "--self-check",
            description =
                    "Try what the program needs of this computer, say it line by line, and end.")
    private boolean selfCheck;

    @Option(
            names = "--reach",
            paramLabel = "URL",
            description = "With --self-check: also make a request there, by this computer’s trust.")
    private @Nullable URI reach;

    @Option(
            names = "--directory",
            paramLabel = "DOMAIN,CONTROLLER,ADDRESS,USER",
            hidden = true,
            description = "With --self-check: sign in there; the password is on standard input.")
    private @Nullable String directory;

    @Option(
            names = "--measure-start",
            hidden = true,
            description = "Start with the demo, print when its table could be used, and end.")
    private boolean measureStart;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "With --simulator: its port; any free one unless given.")
    private @Nullable Integer port;

    @Option(
            names = "--desktops",
            paramLabel = "N",
            description = "Simulator: how many desktops; 1200 unless given.")
    private @Nullable Integer desktops;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Simulator: the same number makes the same fleet; 1 unless given.")
    private @Nullable Long seed;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Simulator: milliseconds each answer takes.")
    private @Nullable Integer latency;

    @Option(
            names = "--job-time",
            paramLabel = "MS",
            description = "Simulator: milliseconds a job takes.")
    private @Nullable Integer jobTime;

    @Option(
            names = "--lacks",
            paramLabel = "FEATURE",
            split = ",",
            description = "Simulator: what the region does not offer: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Features.class)
    private @Nullable List<String> lacks;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for settings, journal and logs.")
    private @Nullable Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    private Options() {}

    /** What the command line asks for. */
    public sealed interface Start {
        /**
         * The window.
         *
         * @param home folder, null for the usual one
         * @param demo what the demo is like, null to begin with the welcome page
         */
        record Window(@Nullable Path home, @Nullable SimulatorOptions demo) implements Start {}

        /**
         * The tour.
         *
         * @param folder where pictures go
         * @param home folder, null for one of its own
         * @param demo what the demo is like
         */
        record Tour(Path folder, @Nullable Path home, SimulatorOptions demo) implements Start {}

        /**
         * The simulator alone.
         *
         * @param options what it is like
         */
        record Simulator(SimulatorOptions options) implements Start {}

        /**
         * The start, measured.
         *
         * @param home folder
         * @param demo what the demo is like
         */
        record Measure(@Nullable Path home, SimulatorOptions demo) implements Start {}

        /**
         * The self-check.
         *
         * @param reach an address to make a request to
         * @param directory a directory to sign in to
         */
        record SelfCheck(Optional<URI> reach, Optional<DirectorySignIn> directory)
                implements Start {}

        /**
         * Nothing more to do.
         *
         * @param code exit code
         */
        record Done(int code) implements Start {}
    }

    /** What the demo is like unless told otherwise. */
    public static SimulatorOptions demoDefaults() {
        return SimulatorOptions.defaults()
                .withLatency(Duration.ofMillis(DEMO_LATENCY))
                .withJobTime(Duration.ofMillis(DEMO_JOB_TIME));
    }

    /** The simulated service of the tour: the demo's, with jobs that do not keep it waiting. */
    public static SimulatorOptions tourDefaults() {
        return demoDefaults().withJobTime(Duration.ofMillis(TOUR_JOB_TIME));
    }

    /**
     * Reads a command line; prints help, version or what is wrong with it.
     *
     * @param args the command line
     * @param out standard output
     * @param err standard error
     * @return what it asks for
     */
    public static Start parse(String[] args, PrintWriter out, PrintWriter err) {
        Options options = new Options();
        CommandLine line = new CommandLine(options).setOut(out).setErr(err);
        try {
            line.parseArgs(args);
            if (line.isUsageHelpRequested()) {
                line.usage(out);
                return new Start.Done(0);
            }
            if (line.isVersionHelpRequested()) {
                line.printVersionHelp(out);
                return new Start.Done(0);
            }
            return options.start(line);
        } catch (ParameterException e) {
            err.println(e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
            err.println();
            line.usage(err);
            return new Start.Done(USAGE);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private Start start(CommandLine line) {
        List<Boolean> chosen = List.of(demo, tour != null, simulator, selfCheck, measureStart);
        long modes = chosen.stream().filter(mode -> mode).count();
        if (modes > 1) {
            throw new ParameterException(
                    line, "--demo, --tour, --simulator and --self-check exclude each other.");
        }
        if (!selfCheck && (reach != null || directory != null)) {
            throw new ParameterException(line, "--reach goes with --self-check only.");
        }
        if (port != null && !simulator) {
            throw new ParameterException(line, "--port goes with --simulator only.");
        }
        boolean tuned =
                desktops != null
                        || seed != null
                        || latency != null
                        || jobTime != null
                        || lacks != null;
        if (tuned && modes == 0) {
            throw new ParameterException(
                    line,
                    "--desktops, --seed, --latency, --job-time and --lacks go with --demo,"
                            + " --tour or --simulator.");
        }
        if (selfCheck) {
            return new Start.SelfCheck(
                    Optional.ofNullable(reach),
                    Optional.ofNullable(directory).map(text -> signIn(line, text)));
        }
        if (measureStart) {
            return new Start.Measure(
                    home == null ? null : absolute(line, home), tuned(line, demoDefaults()));
        }
        if (simulator) {
            if (home != null) {
                throw new ParameterException(line, "--simulator keeps nothing; leave --home out.");
            }
            return new Start.Simulator(tuned(line, SimulatorOptions.defaults()));
        }
        if (tour != null) {
            return new Start.Tour(
                    absolute(line, tour),
                    home == null ? null : absolute(line, home),
                    tuned(line, tourDefaults()));
        }
        return new Start.Window(
                home == null ? null : absolute(line, home),
                demo ? tuned(line, demoDefaults()) : null);
    }

    private static DirectorySignIn signIn(CommandLine line, String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new ParameterException(line, "--directory wants four parts: " + text);
        }
        try {
            byte[] typed = System.in.readNBytes(LONGEST_PASSWORD);
            String password = new String(typed, StandardCharsets.UTF_8).strip();
            return new DirectorySignIn(parts[0], parts[1], parts[2], parts[3], Secret.of(password));
        } catch (IOException e) {
            throw new ParameterException(line, "No password can be read.", e);
        }
    }

    private SimulatorOptions tuned(CommandLine line, SimulatorOptions base) {
        SimulatorOptions tuned = base;
        if (port != null) {
            tuned = tuned.withPort(within(line, "--port", port, 0, 65_535));
        }
        if (desktops != null) {
            tuned = tuned.withDesktops(within(line, "--desktops", desktops, 0, 200_000));
        }
        if (seed != null) {
            tuned = tuned.withSeed(seed);
        }
        if (latency != null) {
            tuned =
                    tuned.withLatency(
                            Duration.ofMillis(within(line, "--latency", latency, 0, 60_000)));
        }
        if (jobTime != null) {
            tuned =
                    tuned.withJobTime(
                            Duration.ofMillis(within(line, "--job-time", jobTime, 0, 3_600_000)));
        }
        if (lacks != null) {
            Set<String> features = new LinkedHashSet<>(lacks);
            Set<String> unknown = new TreeSet<>(features);
            unknown.removeAll(SimulatorOptions.FEATURES);
            if (!unknown.isEmpty()) {
                throw new ParameterException(
                        line,
                        "Invalid value for option '--lacks': "
                                + String.join(", ", unknown)
                                + "; there are "
                                + String.join(", ", new TreeSet<>(SimulatorOptions.FEATURES))
                                + ".");
            }
            tuned = tuned.withLacks(features);
        }
        return tuned;
    }

    private static int within(CommandLine line, String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    line,
                    "Invalid value for option '%s': %d is not between %d and %d."
                            .formatted(name, value, least, most));
        }
        return value;
    }

    private static Path absolute(CommandLine line, Path path) {
        try {
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ParameterException(line, "Not a folder: " + path, e);
        }
    }

    /** What a simulated region can lack, for the help. */
    static final class Features implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return new TreeSet<>(SimulatorOptions.FEATURES).iterator();
        }
    }
}
