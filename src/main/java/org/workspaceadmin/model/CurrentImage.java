package org.workspaceadmin.model;

/**
 * The image a desktop runs on while that image still exists; desktops whose image is gone are
 * missing from the answer (api/desktops.md section 8).
 *
 * @param desktopId the desktop
 * @param imageId image id
 * @param imageType {@code gold}, {@code private}, {@code market}, empty when not sent
 * @param osFamily family
 */
public record CurrentImage(
        String desktopId, String imageId, String imageType, Term<OsFamily> osFamily) {}
