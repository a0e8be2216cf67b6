package org.workspaceadmin.model;

import org.jspecify.annotations.Nullable;

/**
 * The directory a service is opened against. {@link LiteAd} exists in v1.0 only, {@link LiteAs} in
 * v2 only, {@link LocalAd} in both (api/README.md).
 */
public sealed interface DomainSettings {
    /** The service's word for it, {@code domain_type}. */
    String type();

    /**
     * A directory in the cloud, v1.0 (vendor page Apply).
     *
     * @param name domain name, 4-63 characters
     * @param account administrator account
     * @param password its password, 8-64 characters
     */
    record LiteAd(String name, String account, Secret password) implements DomainSettings {
        @Override
        public String type() {
            return "LITE_AD";
        }
    }

    /** A directory in the cloud, v2: nothing but the type (api/workspace.md section 2). */
    record LiteAs() implements DomainSettings {
        @Override
        public String type() {
            return "LITE_AS";
        }
    }

    /**
     * The company's own AD. Empty texts are left out of the request.
     *
     * @param name existing domain, at most 255 characters (v2: 55)
     * @param account existing domain administrator (v2: at most 55 characters)
     * @param password its password (v2: 1-255 characters)
     * @param active active controller
     * @param standby standby controller, optional
     * @param deleteComputerObjects v2: whether computer objects are removed with their desktops,
     *     null to leave it out
     * @param ldaps v2: LDAPS certificate, null without LDAPS
     */
    record LocalAd(
            String name,
            String account,
            Secret password,
            Controller active,
            Controller standby,
            @Nullable Boolean deleteComputerObjects,
            @Nullable Ldaps ldaps)
            implements DomainSettings {
        @Override
        public String type() {
            return "LOCAL_AD";
        }
    }

    /**
     * A domain controller and the DNS beside it.
     *
     * @param ip controller, dotted IPv4
     * @param name its full name, v2 only
     * @param dns DNS, dotted IPv4
     */
    record Controller(String ip, String name, String dns) {
        /** None. */
        public static final Controller NONE = new Controller("", "", "");
    }

    /**
     * The certificate for LDAPS; never read back by the service.
     *
     * @param certificatePem PEM text, at most 8192 characters
     * @param begin valid from, as the service wants it, optional
     * @param end valid until, optional
     */
    record Ldaps(String certificatePem, String begin, String end) {}
}
