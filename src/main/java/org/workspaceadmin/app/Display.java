package org.workspaceadmin.app;

import java.util.Locale;
import java.util.Map;

/** Whether there is a screen, and how to do without. */
public final class Display {
    private Display() {}

    /** Whether a window can be opened here. */
    public static boolean available() {
        return available(
                System.getProperty("os.name", ""),
                System.getenv(),
                System.getProperty("glass.platform", ""));
    }

    /**
     * The same for another system. Only Linux can be without; Windows and macOS always have one.
     *
     * @param osName as in the system property {@code os.name}
     * @param environment environment variables
     * @param platform what JavaFX was told to draw on, empty for the system's own
     */
    static boolean available(String osName, Map<String, String> environment, String platform) {
        boolean linux = osName.toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || platform.equalsIgnoreCase("Headless")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /** Makes JavaFX draw off screen; works only before it starts. */
    public static void drawOffScreen() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }
}
