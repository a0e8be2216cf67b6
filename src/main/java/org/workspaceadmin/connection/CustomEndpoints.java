package org.workspaceadmin.connection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses as typed, for private and partner clouds. A service without one follows the address of
 * Workspace, or the region where that has none either (api/regions.json, patterns).
 *
 * @param texts what was typed, without outer blanks; empty texts are left out
 */
public record CustomEndpoints(Map<ServiceName, String> texts) {
    /** None typed: everything as the region has it. */
    public static final CustomEndpoints NONE = new CustomEndpoints(Map.of());

    /** Copies the map, without blanks and empty texts. */
    public CustomEndpoints {
        Map<ServiceName, String> copy = new EnumMap<>(ServiceName.class);
        texts.forEach((service, text) -> {
            if (!text.isBlank()) {
                copy.put(service, text.strip());
            }
        });
        texts = Collections.unmodifiableMap(copy);
    }

    /**
     * Only the address of Workspace.
     *
     * @param text as typed, empty for none
     */
    public static CustomEndpoints workspace(String text) {
        return NONE.with(ServiceName.WORKSPACE, text);
    }

    /** With another text for one service; an empty one lets it follow the others. */
    public CustomEndpoints with(ServiceName service, String text) {
        Map<ServiceName, String> copy = new EnumMap<>(ServiceName.class);
        copy.putAll(texts);
        copy.put(service, text);
        return new CustomEndpoints(copy);
    }

    /** What was typed for a service, empty when nothing. */
    public String text(ServiceName service) {
        return texts.getOrDefault(service, "");
    }

    /** Everything that is no address, in the order of the services. */
    List<InputFault> check() {
        List<InputFault> faults = new ArrayList<>();
        texts.forEach((service, text) -> {
            InputFault fault = EndpointText.read(text).fault();
            if (fault != null) {
                faults.add(fault.at(service.field()));
            }
        });
        return faults;
    }

    /**
     * The addresses that come out of it.
     *
     * @param region where services without a text go, empty when the region is not known
     * @return empty when Workspace has no address, or a text is none
     */
    Optional<Endpoints> endpoints(Optional<Region> region) {
        if (!check().isEmpty()) {
            return Optional.empty();
        }
        Optional<Endpoints> usual =
                texts.containsKey(ServiceName.WORKSPACE)
                        ? EndpointText.read(text(ServiceName.WORKSPACE))
                                .endpoint()
                                .map(Endpoints::around)
                        : region.map(Region::endpoints);
        return usual.map(this::over);
    }

    private Endpoints over(Endpoints usual) {
        Endpoints result = usual;
        for (Map.Entry<ServiceName, String> typed : texts.entrySet()) {
            result =
                    result.with(
                            typed.getKey(),
                            EndpointText.read(typed.getValue()).endpoint().orElseThrow());
        }
        return result;
    }

    /**
     * The fewest texts that lead back to given addresses.
     *
     * @param endpoints the addresses
     * @param region the region they belong to, empty when not known
     */
    static CustomEndpoints leadingTo(Endpoints endpoints, Optional<Region> region) {
        boolean ofRegion =
                region.isPresent()
                        && region.get().endpoints().workspace().equals(endpoints.workspace());
        Endpoints usual =
                ofRegion ? region.get().endpoints() : Endpoints.around(endpoints.workspace());
        Map<ServiceName, String> texts = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            boolean first = service == ServiceName.WORKSPACE && !ofRegion;
            if (first || !endpoints.of(service).equals(usual.of(service))) {
                texts.put(service, endpoints.of(service).toString());
            }
        }
        return new CustomEndpoints(texts);
    }
}
