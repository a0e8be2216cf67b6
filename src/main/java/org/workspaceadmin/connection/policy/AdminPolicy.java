package org.workspaceadmin.connection.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.GivenSettings;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.Predefined;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.connection.SettingKey;

/** What the computer's administrator decided for its users; see {@link PolicyFile}. */
public final class AdminPolicy {
    /** Nothing decided. */
    public static final AdminPolicy NONE =
            new AdminPolicy(GivenSettings.NONE, Allowed.EVERYTHING, List.of(), List.of());

    private final GivenSettings settings;
    private final Allowed allowed;
    private final List<Predefined> connections;
    private final List<PolicyWarning> warnings;

    AdminPolicy(
            GivenSettings settings,
            Allowed allowed,
            List<Predefined> connections,
            List<PolicyWarning> warnings) {
        this.settings = settings;
        this.allowed = allowed;
        this.connections = List.copyOf(connections);
        this.warnings = List.copyOf(warnings);
    }

    /** A file that is ignored, and why. */
    static AdminPolicy ignored(PolicyWarning warning) {
        return new AdminPolicy(GivenSettings.NONE, Allowed.EVERYTHING, List.of(), List.of(warning));
    }

    /** Whether users cannot change a setting. */
    public boolean isLocked(SettingKey key) {
        return settings.isLocked(key);
    }

    /** The given settings, for {@link org.workspaceadmin.connection.Settings#open}. */
    public GivenSettings settings() {
        return settings;
    }

    /** The provided connections, for {@link org.workspaceadmin.connection.Connections#open}. */
    public List<Predefined> connections() {
        return connections;
    }

    /** What is wrong with the file; the rest of it holds. */
    public List<PolicyWarning> warnings() {
        return warnings;
    }

    /** Whether a region may be connected to. */
    public boolean allows(Region region) {
        return allowed.region(region);
    }

    /** Whether a connection may be used; the demo always may. */
    public boolean allows(Connection connection) {
        return connection.demo() || isAllowed(connection.region(), connection.endpoints());
    }

    /** The regions to choose from, out of a list such as {@link Regions#search}'s. */
    public List<Region> allowed(List<Region> regions) {
        return regions.stream().filter(this::allows).toList();
    }

    /**
     * What of a draft is not allowed.
     *
     * @param draft without other faults
     * @return a fault for the region or each address, empty when all is allowed
     */
    public List<InputFault> check(ConnectionDraft draft) {
        Optional<Endpoints> addresses = draft.addresses();
        if (addresses.isEmpty() || isAllowed(draft.region(), addresses.get())) {
            return List.of();
        }
        List<InputFault> faults = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            boolean typed = !draft.endpoints().text(service).isEmpty();
            if (typed && !allowed.address(addresses.get().of(service))) {
                String host = addresses.get().of(service).getHost();
                faults.add(new InputFault(service.field(), "endpointNotAllowed", List.of(host)));
            }
        }
        if (faults.isEmpty()) {
            faults.add(
                    new InputFault(
                            InputFault.Field.REGION, "regionNotAllowed", List.of(draft.region())));
        }
        return faults;
    }

    private boolean isAllowed(String region, Endpoints endpoints) {
        boolean site =
                Regions.find(region)
                        .map(known -> allowed.sites().contains(known.site()))
                        .orElse(true);
        return site && allowed.endpoints(endpoints);
    }
}
