package org.workspaceadmin.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Pictures of what a test shows, at scale 2, for people to look at. */
public final class Pictures {
    private static final int SCALE = 2;

    private Pictures() {}

    /**
     * Writes a picture; call on the UI thread.
     *
     * @param scene what to take
     * @param name file name without ending
     */
    public static void save(Scene scene, String name) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setViewport(
                new Rectangle2D(0, 0, scene.getWidth() * SCALE, scene.getHeight() * SCALE));
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage image = scene.getRoot().snapshot(parameters, null);
        Path folder = Path.of(System.getProperty("workspaceadmin.pictures", "target/pictures"));
        try {
            Files.createDirectories(folder);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
