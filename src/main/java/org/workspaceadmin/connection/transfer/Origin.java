package org.workspaceadmin.connection.transfer;

/**
 * Where something was found.
 *
 * @param kind what sort of place
 * @param where names of variables, or a path; shown as it is
 */
public record Origin(Kind kind, String where) {
    /** The places; the message bundles hold {@code connection.import.origin.<kind>}. */
    public enum Kind {
        /** Variables of the vendor's SDKs, {@code HUAWEICLOUD_SDK_…}. */
        SDK_VARIABLES,
        /** Variables of the vendor's Terraform provider, {@code HW_…}. */
        TERRAFORM_VARIABLES,
        /** Variables of OpenStack's clients, {@code OS_…}. */
        OPENSTACK_VARIABLES,
        /** The credentials file of the vendor's SDKs. */
        SDK_FILE,
        /** The configuration of KooCLI, {@code hcloud}. */
        KOOCLI_FILE
    }
}
