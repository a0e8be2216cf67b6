package org.workspaceadmin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.workspaceadmin.app.Display;
import org.workspaceadmin.app.Options;
import org.workspaceadmin.app.ProgramRun;
import org.workspaceadmin.app.SelfCheck;
import org.workspaceadmin.app.SimulatorAlone;
import org.workspaceadmin.cloud.WireProperties;
import org.workspaceadmin.tour.StartMeasure;
import org.workspaceadmin.tour.Tour;

/**
 * The main class: reads the options and starts the program, the tour or the simulator. Not an
 * application of JavaFX, so that help, version and simulator start without loading any of it.
 */
public final class Launcher {
    private Launcher() {}

    /**
     * Starts what the options ask for and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        WireProperties.set();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Options.parse(args, out, err), out, err));
    }

    private static int run(Options.Start start, PrintWriter out, PrintWriter err) {
        return switch (start) {
            case Options.Start.Done done -> done.code();
            case Options.Start.Simulator alone -> SimulatorAlone.run(alone.options(), out, err);
            case Options.Start.Tour tour -> tour(tour, err);
            case Options.Start.Measure measure -> measure(measure, out, err);
            case Options.Start.SelfCheck check -> SelfCheck.run(check, out);
            case Options.Start.Window window ->
                    Display.available() ? ProgramRun.window(window, err) : withoutDisplay(out, err);
        };
    }

    private static int withoutDisplay(PrintWriter out, PrintWriter err) {
        Path folder;
        try {
            folder = Files.createTempDirectory("workspace-admin-tour-");
        } catch (IOException e) {
            err.println("No display was found, and no temporary folder could be made: " + e);
            return 1;
        }
        out.println("No display was found: neither DISPLAY nor WAYLAND_DISPLAY is set.");
        out.println("The program runs its tour off screen instead; pictures and results go to");
        out.println(folder);
        int code = tour(new Options.Start.Tour(folder, null, Options.tourDefaults()), err);
        out.println(code == 0 ? "The tour went well." : "The tour found a failure; see tour.json.");
        return code;
    }

    private static int measure(Options.Start.Measure measure, PrintWriter out, PrintWriter err) {
        Options.Start.Tour start =
                new Options.Start.Tour(Path.of(""), measure.home(), measure.demo());
        if (!Display.available()) {
            Display.drawOffScreen();
        }
        return ProgramRun.scripted(start, new StartMeasure(measure.demo().desktops(), out), err);
    }

    private static int tour(Options.Start.Tour tour, PrintWriter err) {
        if (!Display.available()) {
            Display.drawOffScreen();
        }
        try {
            Files.createDirectories(tour.folder());
            Path home =
                    tour.home() == null
                            ? Files.createTempDirectory("workspace-admin-home-")
                            : tour.home();
            return ProgramRun.scripted(
                    new Options.Start.Tour(tour.folder(), home, tour.demo()), new Tour(), err);
        } catch (IOException e) {
            err.println("The tour’s folder cannot be used: " + e);
            return 1;
        }
    }
}
