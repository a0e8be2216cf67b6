package org.workspaceadmin.model;

import java.util.List;

/**
 * An availability zone (api/network-and-images.md section 5).
 *
 * @param code the value that is sent
 * @param name what the service shows
 * @param englishName English name, empty when not sent
 * @param chineseName Chinese name, empty when not sent
 * @param visible whether it is meant to be shown
 * @param preferred whether it is the default one
 * @param productIds packages offered there, empty for all
 * @param soldOut packages sold out there
 */
public record AvailabilityZone(
        String code,
        String name,
        String englishName,
        String chineseName,
        boolean visible,
        boolean preferred,
        List<String> productIds,
        List<String> soldOut) {
    /** Copies the lists. */
    public AvailabilityZone {
        productIds = List.copyOf(productIds);
        soldOut = List.copyOf(soldOut);
    }
}
