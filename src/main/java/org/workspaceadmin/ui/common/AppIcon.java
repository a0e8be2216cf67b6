package org.workspaceadmin.ui.common;

import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The program's mark in the sizes a window asks for; made from one drawing by the build. */
public final class AppIcon {
    /** Width of the largest, in pixels. */
    public static final int LARGEST = 256;

    private AppIcon() {}

    /** All sizes, for a window; UI thread. */
    public static List<Image> all() {
        return Stream.of(16, 32, 48, 128, LARGEST).map(AppIcon::address).map(Image::new).toList();
    }

    /**
     * Where one is.
     *
     * @param size its width in pixels
     */
    public static String address(int size) {
        URL found = AppIcon.class.getResource("/org/workspaceadmin/ui/icon-" + size + ".png");
        if (found == null) {
            throw new IllegalStateException("the icon of " + size + " pixels is missing");
        }
        return found.toExternalForm();
    }
}
