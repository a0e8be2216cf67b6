package org.workspaceadmin.simulator.world;

import java.time.Instant;

/**
 * An image to build system disks from.
 *
 * @param id its id
 * @param name its name
 * @param type {@code gold}, {@code private} or {@code market}
 * @param osType {@code Windows} or {@code Linux}
 * @param osVersion what the operating system calls itself
 * @param minDisk in GB
 * @param productCode set when the image is charged for, else empty
 * @param createdAt when it was made
 * @param exists false when desktops still run on it but it is gone
 */
public record Image(
        String id,
        String name,
        String type,
        String osType,
        String osVersion,
        int minDisk,
        String productCode,
        Instant createdAt,
        boolean exists) {

    /**
     * Whether desktops of this image are Windows desktops.
     *
     * @return true for Windows
     */
    public boolean windows() {
        return osType.equals("Windows");
    }

    /**
     * Whether yearly and monthly desktops need an order to change to it.
     *
     * @return true when the image is charged for
     */
    public boolean charged() {
        return !productCode.isEmpty();
    }
}
