package org.workspaceadmin.directory;

import java.time.Duration;

/**
 * What a port did.
 *
 * @param service which service
 * @param udp whether it was asked over UDP
 * @param reach what happened
 * @param took how long it took
 */
public record PortState(AdService service, boolean udp, Reach reach, Duration took) {
    /** What can happen to a question. */
    public enum Reach {
        /** It answered. */
        OPEN,
        /** The computer is there and nothing listens. */
        REFUSED,
        /** Nothing came back: filtered, lost, or over UDP possibly just not answered. */
        SILENT,
        /** There is no way to the computer. */
        UNREACHABLE
    }
}
