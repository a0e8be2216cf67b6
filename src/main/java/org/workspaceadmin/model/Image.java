package org.workspaceadmin.model;

/**
 * A system image (api/network-and-images.md section 3).
 *
 * @param id image id
 * @param name name
 * @param type {@code gold}, {@code private}, {@code market} or {@code shared}, the value rebuild
 *     takes
 * @param osFamily family
 * @param osVersion version text
 * @param architecture {@code x86} or {@code arm}, empty when not sent
 * @param minDiskGb smallest system disk in GB, 0 when not sent
 * @param productCode set for charged market images
 */
public record Image(
        String id,
        String name,
        String type,
        Term<OsFamily> osFamily,
        String osVersion,
        String architecture,
        int minDiskGb,
        String productCode) {}
