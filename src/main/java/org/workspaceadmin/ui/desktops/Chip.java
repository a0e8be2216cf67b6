package org.workspaceadmin.ui.desktops;

import java.util.Locale;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.LoginState;

/** A filter term one click away, with how many desktops it would show. */
enum Chip {
    OUT_OF_DOMAIN(FilterField.DOMAIN, "out"),
    ERROR(FilterField.STATUS, "error"),
    OFF(FilterField.STATUS, "off"),
    LOGGED_IN(FilterField.LOGIN, FilterMatcher.SESSION);

    private final FilterField field;
    private final String value;

    Chip(FilterField field, String value) {
        this.field = field;
        this.value = value;
    }

    /** {@code desktops.chip.<key>} is its label. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the query has its term. */
    boolean on(FilterQuery query) {
        return query.has(field, value);
    }

    /** The query with its term added or taken away. */
    FilterQuery toggle(FilterQuery query) {
        return query.toggle(field, value);
    }

    /** Whether a desktop counts. */
    boolean counts(DesktopFacts facts) {
        return !facts.gone()
                && switch (this) {
                    case OUT_OF_DOMAIN -> facts.domain() == DomainState.OUT;
                    case ERROR -> facts.status() == DesktopStatus.ERROR;
                    case OFF -> facts.status() == DesktopStatus.SHUTOFF;
                    case LOGGED_IN ->
                            facts.login() == LoginState.CONNECTED
                                    || facts.login() == LoginState.DISCONNECTED;
                };
    }
}
