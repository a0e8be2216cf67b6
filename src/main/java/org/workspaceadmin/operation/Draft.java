package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.ServiceChange;
import org.workspaceadmin.model.UserNameChange;

/** What the operator asks for, before anything is checked. */
public sealed interface Draft {
    /** Which operation. */
    OperationKind kind();

    /**
     * The desktops chosen; for a user-name change those associated with the old name as listed just
     * now.
     */
    List<Desktop> desktops();

    /** Rejoin desktops to the AD domain. */
    record Rejoin(List<Desktop> desktops) implements Draft {
        /** Copies the list. */
        public Rejoin {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.REJOIN_DOMAIN;
        }
    }

    /** Make SIDs equal to those in AD. */
    record UpdateSids(List<Desktop> desktops) implements Draft {
        /** Copies the list. */
        public UpdateSids {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.UPDATE_SIDS;
        }
    }

    /**
     * Hand all desktops of one user name to another.
     *
     * @param change names and domains as typed
     * @param desktops every desktop the service lists for the old name; shown, not sent
     */
    record ChangeUserName(UserNameChange change, List<Desktop> desktops) implements Draft {
        /** Copies the list. */
        public ChangeUserName {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.CHANGE_USER_NAME;
        }
    }

    /**
     * Hand the desktops of many users on at once, each change a request of its own.
     *
     * @param rows one for each change, in the order of sending
     */
    record ChangeUserNames(List<Handover> rows) implements Draft {
        /** Copies the list. */
        public ChangeUserNames {
            rows = List.copyOf(rows);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.CHANGE_USER_NAME;
        }

        /** Every desktop of every row, each once. */
        @Override
        public List<Desktop> desktops() {
            Map<String, Desktop> all = new LinkedHashMap<>();
            rows.forEach(row -> row.desktops().forEach(d -> all.putIfAbsent(d.id(), d)));
            return List.copyOf(all.values());
        }
    }

    /**
     * One change among many.
     *
     * @param change names and domains
     * @param desktops every desktop known for the old name; shown, not sent
     */
    record Handover(UserNameChange change, List<Desktop> desktops) {
        /** Copies the list. */
        public Handover {
            desktops = List.copyOf(desktops);
        }
    }

    /**
     * Log users off.
     *
     * @param message what they read beforehand, empty to say nothing
     */
    record LogOff(List<Desktop> desktops, String message) implements Draft {
        /** Copies the list. */
        public LogOff {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.LOG_OFF;
        }
    }

    /**
     * Show users a message.
     *
     * @param message what they read
     */
    record Notify(List<Desktop> desktops, String message) implements Draft {
        /** Copies the list. */
        public Notify {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.NOTIFY;
        }
    }

    /**
     * Switch the administrator's maintenance mode.
     *
     * @param on whether to begin maintenance, else to end it
     */
    record Maintenance(List<Desktop> desktops, boolean on) implements Draft {
        /** Copies the list. */
        public Maintenance {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.MAINTENANCE;
        }
    }

    /**
     * Rename desktops, each by a request of its own.
     *
     * @param names the new names, in the order of sending
     */
    record Rename(List<NewName> names) implements Draft {
        /** Copies the list. */
        public Rename {
            names = List.copyOf(names);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.RENAME;
        }

        @Override
        public List<Desktop> desktops() {
            List<Desktop> all = new ArrayList<>(names.size());
            names.forEach(n -> all.add(n.desktop()));
            return all;
        }
    }

    /**
     * A desktop's new name.
     *
     * @param desktop which
     * @param name as typed
     */
    record NewName(Desktop desktop, String name) {}

    /** Rebuild system disks. */
    record Rebuild(List<Desktop> desktops, RebuildOrder order) implements Draft {
        /** Copies the list. */
        public Rebuild {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.REBUILD;
        }
    }

    /** Start, stop, restart or hibernate. */
    record Power(List<Desktop> desktops, PowerAction action, boolean hard) implements Draft {
        /** Copies the list. */
        public Power {
            desktops = List.copyOf(desktops);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.POWER;
        }
    }

    /** Something about the service of the project itself; no desktop is named. */
    sealed interface OfService extends Draft {
        @Override
        default List<Desktop> desktops() {
            return List.of();
        }
    }

    /**
     * Apply for the service. The password in it lives as long as the draft does and is never
     * written down, so what was not sent before a restart has to be typed again.
     */
    record Apply(ApplyOrder order) implements OfService {
        @Override
        public OperationKind kind() {
            return OperationKind.APPLY_SERVICE;
        }
    }

    /** Change one thing of the service, v2. */
    record ChangeService(ServiceChange change) implements OfService {
        @Override
        public OperationKind kind() {
            return OperationKind.CHANGE_SERVICE;
        }
    }

    /** Cancel the service, v2; cannot be undone. */
    record CancelService() implements OfService {
        @Override
        public OperationKind kind() {
            return OperationKind.CHANGE_SERVICE;
        }
    }

    /** Unlock the service, v2. */
    record UnlockService() implements OfService {
        @Override
        public OperationKind kind() {
            return OperationKind.CHANGE_SERVICE;
        }
    }

    /** What a power operation does, with the service's word for it (api/desktops.md section 9). */
    enum PowerAction {
        /** Start a desktop that is off or hibernated. */
        START("os-start"),
        /** Shut down. */
        STOP("os-stop"),
        /** Restart. */
        RESTART("reboot"),
        /** Hibernate. */
        HIBERNATE("os-hibernate");

        private final String word;

        PowerAction(String word) {
            this.word = word;
        }

        /** The service's word. */
        public String word() {
            return word;
        }
    }
}
