package org.workspaceadmin.ui.desktops;

import java.time.Instant;
import java.util.Locale;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.LoginState;

/**
 * The columns of the table, the most useful first, with the width each deserves and the key it
 * sorts by.
 */
enum DesktopColumn {
    NAME(100),
    USER(80),
    STATUS(88),
    TASK(104),
    LOGIN(108),
    DOMAIN(172),
    OS(120),
    IP(104),
    IMAGE(180),
    OU(220),
    POOL(140),
    CREATED(132),
    TAGS(180),
    ID(260);

    private final double width;
    private final String key = name().toLowerCase(Locale.ROOT);

    DesktopColumn(double width) {
        this.width = width;
    }

    /** Width in pixels unless the operator chose another. */
    double width() {
        return width;
    }

    /** Its name in settings; {@code desktops.column.<key>} is its heading. */
    String key() {
        return key;
    }

    /**
     * What to sort a desktop by.
     *
     * @param facts the desktop
     */
    SortKey sortKey(DesktopFacts facts) {
        Desktop d = facts.desktop();
        return switch (this) {
            case NAME -> text(d.name());
            case USER -> text(d.userName());
            case STATUS -> number(statusRank(facts.status()));
            case TASK -> text(d.task());
            case LOGIN -> number(loginRank(facts.login()));
            case DOMAIN -> number(domainRank(facts));
            case OS -> text(d.osVersion());
            case IP -> number(SortKeys.address(d.address()));
            case IMAGE -> text(d.imageName());
            case OU -> text(d.ou());
            case POOL -> text(d.poolName().isEmpty() ? d.type().word() : d.poolName());
            case TAGS ->
                    d.tags().isEmpty()
                            ? SortKey.BLANK
                            : text(d.tags().getFirst().key() + "=" + d.tags().getFirst().value());
            case CREATED -> created(d);
            case ID -> text(d.id());
        };
    }

    /** Those that need somebody come first. */
    private static int domainRank(DesktopFacts facts) {
        int rank =
                switch (facts.domain()) {
                    case OUT -> 0;
                    case OBJECT_MISSING -> 1;
                    case OBJECT_DISABLED -> 2;
                    case DUPLICATE -> 3;
                    case PASSWORD_STALE -> 4;
                    case WRONG_OU -> 5;
                    case DNS_MISMATCH -> 6;
                    case NOT_REPORTED -> 7;
                    case UNKNOWN -> 8;
                    case NOT_ASKED -> 9;
                    case IN -> 10;
                    case NOT_APPLICABLE -> 11;
                };
        return facts.needsRepair() ? rank : rank + DomainState.values().length;
    }

    private static int statusRank(DesktopStatus status) {
        return switch (status) {
            case ERROR -> 0;
            case UNKNOWN -> 1;
            case DELETING -> 2;
            case ACTIVE -> 3;
            case HIBERNATED -> 4;
            case SHUTOFF -> 5;
        };
    }

    private static int loginRank(LoginState state) {
        return switch (state) {
            case CONNECTED -> 0;
            case DISCONNECTED -> 1;
            case REGISTERED -> 2;
            case UNREGISTER -> 3;
            case UNKNOWN -> 4;
        };
    }

    private static SortKey created(Desktop d) {
        Instant created = d.created();
        return created == null ? SortKey.BLANK : number(created.getEpochSecond());
    }

    private static SortKey text(String text) {
        return text.isEmpty() ? SortKey.BLANK : new SortKey(false, SortKeys.natural(text), 0);
    }

    private static SortKey number(long number) {
        return number == Long.MAX_VALUE ? SortKey.BLANK : new SortKey(false, "", number);
    }

    /**
     * What one desktop sorts by in one column: a text or a number; nothing at all comes last in
     * either direction.
     *
     * @param blank whether there is nothing
     * @param text the text's key, empty for numbers
     * @param number the number, 0 for texts
     */
    record SortKey(boolean blank, String text, long number) {
        /** Nothing. */
        static final SortKey BLANK = new SortKey(true, "", 0);

        /** Compares with another key of the same column. */
        int compare(SortKey other, boolean ascending) {
            if (blank || other.blank) {
                return Boolean.compare(blank, other.blank);
            }
            int order = Long.compare(number, other.number);
            if (order == 0) {
                order = text.compareTo(other.text);
            }
            return ascending ? order : -order;
        }
    }
}
