package org.workspaceadmin.ui.about;

import java.nio.file.Path;
import java.util.List;
import org.workspaceadmin.task.Work;

/**
 * What the program knows of itself.
 *
 * @param version such as {@code 1.0.0}
 * @param commit what it was built from, empty when the build was not told
 * @param java the Java runtime, version and maker
 * @param javaFx version of JavaFX
 * @param system operating system, version and processor
 * @param accelerated whether the graphics card draws; software does otherwise
 * @param scale what one logical pixel of the window is on its screen, 1 is 100 %
 * @param home folder of settings and journal
 * @param logs folder of the log
 * @param licences reads the program's own licence and those of what it contains, line by line, in
 *     the background
 */
public record ProgramFacts(
        String version,
        String commit,
        String java,
        String javaFx,
        String system,
        boolean accelerated,
        double scale,
        Path home,
        Path logs,
        java.util.function.Supplier<Work<List<String>>> licences) {}
