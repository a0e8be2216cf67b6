package org.workspaceadmin.operation;

import java.util.List;

/** A plan no longer holds: some of its desktops are in another open operation by now. */
public final class PlanOutdatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> desktopIds;

    PlanOutdatedException(List<String> desktopIds) {
        super(desktopIds.size() + " desktops are in another open operation");
        this.desktopIds = List.copyOf(desktopIds);
    }

    /** The desktops that are taken. */
    public List<String> desktopIds() {
        return desktopIds;
    }
}
