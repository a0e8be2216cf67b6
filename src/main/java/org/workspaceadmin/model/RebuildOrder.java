package org.workspaceadmin.model;

/**
 * How system disks are rebuilt (vendor page Rebuild; limits api/desktops.md section 8). Empty texts
 * are left out of the request.
 *
 * @param imageType {@code gold}, {@code private}, {@code market}, or another value typed by the
 *     operator
 * @param imageId 1-255 characters
 * @param imageName what the operator reads, not sent
 * @param osType at most 255 characters, optional
 * @param delayMinutes time left to users, 0-2147483647; 0 is left out
 * @param message shown to users, at most 400 characters
 * @param orderId billing order, at most 255 characters
 * @param enterpriseProjectId at most 36 characters
 */
public record RebuildOrder(
        String imageType,
        String imageId,
        String imageName,
        String osType,
        int delayMinutes,
        String message,
        String orderId,
        String enterpriseProjectId) {}
