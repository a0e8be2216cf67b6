package org.workspaceadmin.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** The program's version, written into it by the build. */
public final class Version implements CommandLine.IVersionProvider {
    /** Such as {@code 1.0.0}. */
    public static String current() {
        return property("version");
    }

    /** The commit it was built from, empty when the build was not told. */
    public static String commit() {
        String commit = property("commit");
        return commit.equals("unknown") ? "" : commit;
    }

    private static String property(String name) {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing from the program");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name, "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Workspace Admin " + current(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
