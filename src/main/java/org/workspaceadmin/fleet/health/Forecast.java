package org.workspaceadmin.fleet.health;

import java.util.List;

/**
 * What a rejoin of a desktop will come to, as far as can be seen from here.
 *
 * @param outlook the gravest reason's
 * @param reasons why, the gravest first; empty when nothing speaks against it
 */
public record Forecast(Outlook outlook, List<Reason> reasons) {
    /** Copies the list. */
    public Forecast {
        reasons = List.copyOf(reasons);
    }

    /** How it will go; later is graver. */
    public enum Outlook {
        /** Nothing speaks against it. */
        WORKS,
        /** It may go wrong, or has an effect to know of. */
        ATTENTION,
        /** It will be refused or fail. */
        FAILS
    }

    /**
     * A reason.
     *
     * @param code which
     * @param outlook what it means
     * @param arguments as the code says
     */
    public record Reason(Code code, Outlook outlook, List<String> arguments) {
        /** Copies the list. */
        public Reason {
            arguments = List.copyOf(arguments);
        }
    }

    /** Reasons. What their arguments are is said with each. */
    public enum Code {
        /** Fails: only Windows desktops are in a domain; [the service's word for its system]. */
        NOT_WINDOWS,
        /** Fails: a pool's desktop cannot be rejoined; [pool]. */
        IN_POOL,
        /** Fails: it is being deleted; []. */
        DELETING,
        /** Fails: the service says it is in the domain and so leaves it alone; []. */
        ALREADY_IN,
        /** Fails: it does not run; [the service's word for its state]. */
        OFF,
        /** Fails: frozen; []. */
        FROZEN,
        /** Fails: in maintenance; []. */
        MAINTENANCE,
        /** Fails: another task runs; [task]. */
        BUSY,
        /** Fails: the domain check says it cannot be rejoined; [error code, error text]. */
        NOT_REJOINABLE,
        /** Fails: its computer object is disabled; [distinguished name]. */
        OBJECT_DISABLED,
        /**
         * Fails with 0xAAC: its computer object belongs to neither who joins nor administrators
         * (KB5020276); [owner, who joins, distinguished name].
         */
        OWNER_BLOCKS_REUSE,
        /** Fails: no object, and who joins may not create one in the OU; [OU, who joins]. */
        MAY_NOT_CREATE,
        /** Attention: several objects of the name; their distinguished names. */
        DUPLICATE,
        /** Attention: no object, one will be created; [OU, empty for the usual container]. */
        OBJECT_CREATED,
        /** Attention: no object, and the directory has no such OU; [OU]. */
        OU_MISSING,
        /** Attention: its object is in another OU, where it stays; [where, where it should be]. */
        WRONG_OU,
        /** Attention: no controller answers here; the service may reach one; [what was seen]. */
        NO_CONTROLLER,
        /**
         * Attention: the directory could not be read for another reason; [{@code
         * DirectoryProblem.Kind}, what was seen].
         */
        DIRECTORY_UNKNOWN,
        /** Attention: the directory was not read (yet), so this is by the service alone; []. */
        DIRECTORY_NOT_READ,
        /** Attention: the service was not asked, or could not say; []. */
        NOT_CHECKED,
        /** Attention: the desktop has not reported, so that nothing is known of it; []. */
        NOT_REPORTED,
        /** Attention: its object's password is old, it may have been away long; [days]. */
        PASSWORD_STALE,
        /** Attention: somebody has a session, which a rejoin may end; [user]. */
        SESSION
    }
}
