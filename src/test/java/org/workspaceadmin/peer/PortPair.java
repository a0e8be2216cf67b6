package org.workspaceadmin.peer;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * One free port of loopback for TCP and UDP at once. A port that is free for TCP may be taken for
 * UDP, by any socket that asks a name; then another one is tried.
 *
 * @param tcp listens
 * @param udp receives at the same port
 */
public record PortPair(ServerSocket tcp, DatagramSocket udp) {
    private static final int TRIES = 100;

    /**
     * Opens a pair.
     *
     * @param backlog connections that may wait
     * @throws BindException if a hundred ports were taken
     */
    public static PortPair open(int backlog) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int i = 1; ; i++) {
            ServerSocket tcp = new ServerSocket(0, backlog, loopback);
            try {
                return new PortPair(tcp, new DatagramSocket(tcp.getLocalPort(), loopback));
            } catch (BindException taken) {
                tcp.close();
                if (i == TRIES) {
                    throw taken;
                }
            }
        }
    }
}
