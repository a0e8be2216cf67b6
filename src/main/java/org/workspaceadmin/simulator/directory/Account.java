package org.workspaceadmin.simulator.directory;

import java.util.List;

/**
 * An account of the domain.
 *
 * @param name its {@code sAMAccountName}
 * @param fullName what people call it
 * @param unit distinguished name of where it is
 * @param relative last part of its SID
 * @param state what is the matter with it
 * @param groups relative identifiers of all its groups, nested ones included
 * @param mayJoin whether it may create computer objects
 */
record Account(
        String name,
        String fullName,
        String unit,
        long relative,
        State state,
        List<Long> groups,
        boolean mayJoin) {
    /** What can be the matter with an account. */
    enum State {
        /** Nothing. */
        GOOD,
        /** Locked since before the directory began. */
        LOCKED,
        /** Disabled by somebody. */
        DISABLED,
        /** Its own time is over. */
        EXPIRED,
        /** Its password's time is over. */
        PASSWORD_EXPIRED,
        /** It has to choose another password. */
        MUST_CHANGE
    }

    /** Its common name; two people of one name are told apart by the number of their account. */
    String commonName() {
        String number = name.replaceAll("\\D", "");
        return number.isEmpty() || fullName.isEmpty() ? fullName : fullName + " " + number;
    }

    /** Its distinguished name. */
    String dn() {
        return "CN=" + commonName() + "," + unit;
    }

    /** Whether it is a domain administrator, directly or by nesting. */
    boolean administrator() {
        return groups.contains((long) Domain.DOMAIN_ADMINS);
    }
}
