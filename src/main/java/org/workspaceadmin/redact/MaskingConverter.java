package org.workspaceadmin.redact;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.CoreConstants;

/**
 * Writes a log event's message and its exception without secrets. Logback makes the converters
 * itself, so all of them mask with the one redactor that was set last. Use it in a pattern that
 * ends with {@code %nopex}, so that the exception is not written a second time unmasked.
 */
public final class MaskingConverter extends ClassicConverter {
    private static volatile Redactor redactor = new Redactor();

    /**
     * Masks with this redactor from now on.
     *
     * @param shared the program's redactor, which hears of every secret
     */
    public static void use(Redactor shared) {
        redactor = shared;
    }

    @Override
    public String convert(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        IThrowableProxy failure = event.getThrowableProxy();
        String text = message == null ? "" : message;
        if (failure != null) {
            text += CoreConstants.LINE_SEPARATOR + ThrowableProxyUtil.asString(failure);
        }
        return redactor.text(text);
    }
}
