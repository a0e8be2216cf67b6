package org.workspaceadmin.cloud;

/** Where a connection goes; its project may become known only after it signed in. */
final class Aim {
    private volatile CloudSettings settings;

    /** Goes there at first. */
    Aim(CloudSettings settings) {
        this.settings = settings;
    }

    CloudSettings settings() {
        return settings;
    }

    void at(CloudSettings other) {
        settings = other;
    }
}
