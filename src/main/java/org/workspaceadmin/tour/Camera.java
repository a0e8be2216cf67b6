package org.workspaceadmin.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Takes pictures of a scene at twice its size, so that text is sharp on any page. */
final class Camera {
    private static final double SCALE = 2;

    private Camera() {}

    /**
     * Takes a picture; on the UI thread.
     *
     * @param scene what to take
     * @return the picture, to be {@linkplain #write written} elsewhere
     */
    static WritableImage take(Scene scene) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(scene.getFill());
        // The window and no more: a dialog's shadow may reach beyond it.
        parameters.setViewport(
                new Rectangle2D(0, 0, scene.getWidth() * SCALE, scene.getHeight() * SCALE));
        return scene.getRoot().snapshot(parameters, null);
    }

    /**
     * Writes a picture as PNG; off the UI thread.
     *
     * @param picture what {@link #take} took
     * @param file where to; its folder is made
     * @throws IOException when it cannot be written
     */
    static void write(WritableImage picture, Path file) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no PNG writer in this Java runtime");
        }
    }
}
