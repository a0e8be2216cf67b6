package org.workspaceadmin.ui.desktops;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.LoginState;

/** A filter term one click away, with how many desktops it would show. */
enum Chip {
    NEEDS_REPAIR(FilterField.DOMAIN, FilterMatcher.REPAIR),
    OUT_OF_DOMAIN(FilterField.DOMAIN, "out"),
    ERROR(FilterField.STATUS, "error"),
    OFF(FilterField.STATUS, "off"),
    LOGGED_IN(FilterField.LOGIN, FilterMatcher.SESSION);

    private static final Set<DomainState> OUT = EnumSet.of(DomainState.OUT);

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
                    case NEEDS_REPAIR -> facts.needsRepair();
                    case OUT_OF_DOMAIN -> facts.anyDomain(OUT);
                    case ERROR -> facts.status() == DesktopStatus.ERROR;
                    case OFF -> facts.status() == DesktopStatus.SHUTOFF;
                    case LOGGED_IN ->
                            facts.login() == LoginState.CONNECTED
                                    || facts.login() == LoginState.DISCONNECTED;
                };
    }
}
