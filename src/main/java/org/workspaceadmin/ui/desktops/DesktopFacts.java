package org.workspaceadmin.ui.desktops;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.DomainHealth;
import org.workspaceadmin.fleet.health.Finding;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.model.Term;

/**
 * One desktop as known at one moment, with what filtering needs worked out beforehand; made off the
 * UI thread. Two facts are equal only when they are the same object.
 */
final class DesktopFacts {
    private final DesktopRow row;
    private final DesktopStatus status;
    private final LoginState login;
    private final DesktopType type;
    private final OsFamily family;
    private final DomainState reported;
    private final @Nullable DomainHealth health;
    private final DomainState domain;
    private final Set<DomainState> domains;
    private final String search;
    private final boolean gone;

    private DesktopFacts(
            DesktopRow row, @Nullable DomainHealth health, String search, boolean gone) {
        this.row = row;
        this.health = health;
        this.search = search;
        this.gone = gone;
        Desktop desktop = row.desktop();
        // beside each other, so that asking 50,000 rows does not wander through memory
        status = desktop.status().known();
        login = desktop.loginState().known();
        type = desktop.type().known();
        family = desktop.osFamily().known();
        reported = DomainState.of(row);
        domain = health == null ? reported : DomainState.of(health.worst());
        domains = domains(domain, health);
    }

    /** That it is in the domain says nothing beside something that is wrong. */
    private static Set<DomainState> domains(DomainState worst, @Nullable DomainHealth health) {
        EnumSet<DomainState> all = EnumSet.of(worst);
        if (health != null) {
            for (Finding finding : health.findings()) {
                DomainState state = DomainState.of(finding);
                if (state != DomainState.IN) {
                    all.add(state);
                }
            }
        }
        return all;
    }

    /**
     * Works out the facts of a row.
     *
     * @param row as the fleet published it
     */
    static DesktopFacts of(DesktopRow row) {
        return of(row, null);
    }

    /**
     * The same with what the company's directory adds.
     *
     * @param row as the fleet published it
     * @param health how it stands in the domain, null when only the service is asked
     */
    static DesktopFacts of(DesktopRow row, @Nullable DomainHealth health) {
        return new DesktopFacts(row, health, search(row.desktop()), false);
    }

    /** The same desktop after the service stopped listing it. */
    DesktopFacts asGone() {
        return new DesktopFacts(row, health, search, true);
    }

    String id() {
        return row.id();
    }

    Desktop desktop() {
        return row.desktop();
    }

    DesktopRow row() {
        return row;
    }

    /** The worst that is known of its domain. */
    DomainState domain() {
        return domain;
    }

    /** What the service alone says. */
    DomainState reported() {
        return reported;
    }

    /** Everything known of its domain, null when only the service is asked. */
    @Nullable DomainHealth health() {
        return health;
    }

    /** Whether one of the states is among what is known of its domain. */
    boolean anyDomain(Set<DomainState> states) {
        for (DomainState state : states) {
            if (domains.contains(state)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its domain membership is broken, not only worth a look. */
    boolean needsRepair() {
        return health == null ? domain == DomainState.OUT : health.needsRepair();
    }

    DesktopStatus status() {
        return status;
    }

    LoginState login() {
        return login;
    }

    DesktopType type() {
        return type;
    }

    OsFamily osFamily() {
        return family;
    }

    /** Whether the service no longer lists it; shown until the operator refreshes. */
    boolean gone() {
        return gone;
    }

    /** Every text of the desktop in lower case, one per line; words of states are not in it. */
    String search() {
        return search;
    }

    private static String search(Desktop d) {
        StringBuilder text = new StringBuilder(256);
        line(text, d.name());
        if (!d.hostName().equalsIgnoreCase(d.name())) {
            line(text, d.hostName());
        }
        line(text, d.userName());
        for (AttachedUser user : d.users()) {
            if (!user.name().equalsIgnoreCase(d.userName())) {
                line(text, user.name());
            }
        }
        lines(text, d.addresses());
        line(text, d.ou());
        line(text, d.domain());
        line(text, d.imageName());
        line(text, d.osVersion());
        line(text, d.poolName());
        line(text, d.task());
        for (Tag tag : d.tags()) {
            line(text, tag.key() + "=" + tag.value());
        }
        line(text, d.id());
        unknown(text, d.status());
        unknown(text, d.loginState());
        unknown(text, d.type());
        unknown(text, d.osFamily());
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static void unknown(StringBuilder text, Term<?> term) {
        if (term.known().name().equals("UNKNOWN")) {
            line(text, term.word());
        }
    }

    private static void lines(StringBuilder text, List<String> values) {
        values.forEach(value -> line(text, value));
    }

    private static void line(StringBuilder text, String value) {
        if (!value.isEmpty()) {
            text.append(value).append('\n');
        }
    }
}
