package org.workspaceadmin.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.redact.Redactor;

/** Where the program writes what it does; every line is masked as a whole, exceptions included. */
final class Logging {
    private static final String FILE_PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{30} [%thread] %msg%n%ex";
    private static final String CONSOLE_PATTERN = "%-5level %msg%n%ex{short}";

    /** A system property: with {@code true} the log holds every exchange, masked. */
    private static final String TRACE = "workspaceadmin.trace";

    private Logging() {}

    /**
     * From now on: everything from INFO into a rolling file, at most 10 MB a day and 100 MB
     * together, and warnings to standard error.
     *
     * @param folder of the files
     * @param redactor masks secrets
     */
    static void begin(Path folder, Redactor redactor) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(folder.resolve("workspace-admin.log").toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling =
                new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("workspace-admin.%d.%i.log").toString());
        rolling.setMaxFileSize(new FileSize(10 * FileSize.MB_COEFFICIENT));
        rolling.setTotalSizeCap(new FileSize(100 * FileSize.MB_COEFFICIENT));
        rolling.setMaxHistory(14);
        rolling.start();
        file.setRollingPolicy(rolling);
        start(context, file, FILE_PATTERN, redactor);

        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.levelStr);
        warnings.start();
        console.addFilter(warnings);
        start(context, console, CONSOLE_PATTERN, redactor);

        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        // What the key store's library has to say arrives as a state of the store.
        context.getLogger("org.freedesktop").setLevel(Level.OFF);
        if (Boolean.getBoolean(TRACE)) {
            context.getLogger("org.workspaceadmin").setLevel(Level.TRACE);
        }
        root.addAppender(file);
        root.addAppender(console);
    }

    /** Writes out what is buffered and closes the files. */
    static void end() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    private static void start(
            LoggerContext context,
            OutputStreamAppender<ILoggingEvent> appender,
            String pattern,
            Redactor redactor) {
        MaskingLayout layout = new MaskingLayout(redactor);
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
    }

    private static final class MaskingLayout extends PatternLayout {
        private final Redactor redactor;

        MaskingLayout(Redactor redactor) {
            this.redactor = redactor;
        }

        @Override
        public String doLayout(ILoggingEvent event) {
            return redactor.text(super.doLayout(event));
        }
    }
}
