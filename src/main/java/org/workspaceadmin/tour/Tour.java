package org.workspaceadmin.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.image.WritableImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.app.Script;
import org.workspaceadmin.app.Version;
import org.workspaceadmin.tour.TourReport.StepResult;

/**
 * The tour: every step of {@link MainJob}, {@link DirectoryJob}, {@link WavesJob}, {@link
 * ConnectionJob} and {@link SetupJob} in order, a picture after each, and {@code tour.json} at the
 * end. A step that does not hold is pictured as well and ends the tour, since the later ones stand
 * on it.
 */
public final class Tour implements Script {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;

    /** For the launcher. */
    public Tour() {}

    @Override
    public int run(Program program, Path folder) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Hands.onUi(() -> {
            program.stage().setX(0);
            program.stage().setY(0);
            program.stage().setWidth(WIDTH);
            program.stage().setHeight(HEIGHT);
            return true;
        });
        Hands hands = new Hands(Hands.onUi(() -> program.stage().getScene()));
        Instant started = Instant.now();
        long begin = System.nanoTime();
        List<StepResult> results = new ArrayList<>();
        Map<String, Runnable> steps = new LinkedHashMap<>(new MainJob(program, hands).steps());
        steps.putAll(new DirectoryJob(program, hands).steps());
        steps.putAll(new WavesJob(program, hands).steps());
        steps.putAll(new ConnectionJob(program, hands).steps());
        steps.putAll(new SetupJob(program, hands).steps());
        for (Map.Entry<String, Runnable> step : steps.entrySet()) {
            StepResult result =
                    take(results.size() + 1, step.getKey(), step.getValue(), hands, folder);
            results.add(result);
            if (!result.ok()) {
                break;
            }
        }
        TourReport report = TourReport.of(Version.current(), started, millisSince(begin), results);
        report.write(folder.resolve("tour.json"));
        return report.ok() ? 0 : 1;
    }

    private static StepResult take(int number, String name, Runnable step, Hands hands, Path folder)
            throws IOException {
        long begin = System.nanoTime();
        String failure = "";
        try {
            step.run();
            hands.settle();
        } catch (RuntimeException e) {
            LOG.error("step {} ({}) did not hold", number, name, e);
            failure = e instanceof StepFailure ? String.valueOf(e.getMessage()) : e.toString();
        }
        long millis = millisSince(begin);
        String picture = String.format(Locale.ROOT, "%02d-%s.png", number, name);
        WritableImage image = Hands.onUi(() -> Camera.take(hands.scene()));
        Camera.write(image, folder.resolve(picture));
        return new StepResult(number, name, failure.isEmpty(), millis, picture, failure);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
