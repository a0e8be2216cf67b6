package org.workspaceadmin.ui.setup;

import org.workspaceadmin.model.Generation;

/** Where the users live. */
public enum DomainKind {
    /** In a directory in the cloud: LITE_AD in v1.0, LITE_AS in v2. */
    CLOUD,
    /** In the company's own Active Directory: LOCAL_AD. */
    COMPANY;

    /** The service's word; the generations do not share it. */
    public String word(Generation generation) {
        if (this == COMPANY) {
            return "LOCAL_AD";
        }
        return generation == Generation.V1 ? "LITE_AD" : "LITE_AS";
    }
}
