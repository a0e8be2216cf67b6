package org.workspaceadmin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service said of one desktop's domain membership (api/desktops.md section 4).
 *
 * @param desktopId the desktop
 * @param membership in, out, not reported
 * @param rejoinAble whether a rejoin is allowed now
 * @param errorCode why a rejoin is not allowed, if the service said so
 * @param errorMessage the service's text for it
 * @param at when the answer arrived
 */
public record DomainCheck(
        String desktopId,
        DomainMembership membership,
        boolean rejoinAble,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        Instant at) {}
