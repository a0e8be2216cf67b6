package org.workspaceadmin.redact;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MaskingConverterTest {
    private final LoggerContext context = new LoggerContext();
    private final MaskingConverter converter = new MaskingConverter();

    @AfterEach
    void leave() {
        MaskingConverter.use(new Redactor());
    }

    private String line(String message, Throwable failure, Object... arguments) {
        return converter.convert(
                new LoggingEvent(
                        "x", context.getLogger("t"), Level.INFO, message, failure, arguments));
    }

    @Test
    void masksTheMessageWithItsArguments() {
        Redactor redactor = new Redactor();
        redactor.remember("Passw0rd!".toCharArray());
        MaskingConverter.use(redactor);
        assertThat(line("signing in with {} {}", null, "Passw0rd!", "{\"secret\":\"abc\"}"))
                .isEqualTo("signing in with ••• {\"secret\":\"•••\"}");
    }

    @Test
    void masksTheExceptionAndItsCauses() {
        Redactor redactor = new Redactor();
        redactor.remember("Passw0rd!".toCharArray());
        MaskingConverter.use(redactor);
        Exception failure =
                new IllegalStateException(
                        "outer Passw0rd!", new IllegalArgumentException("inner Passw0rd!"));
        assertThat(line("broke", failure))
                .startsWith("broke")
                .contains("outer •••", "inner •••", "MaskingConverterTest")
                .doesNotContain("Passw0rd!");
    }
}
