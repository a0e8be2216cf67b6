package org.workspaceadmin.directory;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.workspaceadmin.directory.PortState.Reach;

/**
 * Tells open, refused, silent and unreachable ports apart. A TCP port is only connected to; a UDP
 * port is asked a question its service answers to anybody, since silence alone says nothing there.
 * Blocks.
 */
final class Ports {
    private final Endpoints endpoints;
    private final Duration patience;

    /**
     * Asks where the endpoints lead.
     *
     * @param endpoints where services are
     * @param patience how long one port may take
     */
    Ports(Endpoints endpoints, Duration patience) {
        this.endpoints = endpoints;
        this.patience = patience;
    }

    /** Connects to a TCP port and hangs up. */
    PortState tcp(String host, AdService service) {
        long begin = System.nanoTime();
        InetSocketAddress address = endpoints.of(host, service);
        try (Socket socket = new Socket()) {
            if (address.isUnresolved()) {
                return state(service, false, Reach.UNREACHABLE, begin);
            }
            socket.connect(address, Math.toIntExact(patience.toMillis()));
            return state(service, false, Reach.OPEN, begin);
        } catch (SocketTimeoutException e) {
            return state(service, false, Reach.SILENT, begin);
        } catch (NoRouteToHostException e) {
            return state(service, false, Reach.UNREACHABLE, begin);
        } catch (ConnectException e) {
            return state(service, false, refused(e), begin);
        } catch (IOException e) {
            return state(service, false, Reach.UNREACHABLE, begin);
        }
    }

    /**
     * Asks a UDP port.
     *
     * @param domain the domain the question is about
     */
    PortState udp(String host, AdService service, String domain) {
        long begin = System.nanoTime();
        InetSocketAddress address = endpoints.of(host, service);
        if (address.isUnresolved()) {
            return state(service, true, Reach.UNREACHABLE, begin);
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            // Connected, so that "port unreachable" comes back as an exception.
            socket.connect(address);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            byte[] question = UdpQuestions.of(service, domain);
            socket.send(new DatagramPacket(question, question.length));
            socket.receive(new DatagramPacket(new byte[2048], 2048));
            return state(service, true, Reach.OPEN, begin);
        } catch (SocketTimeoutException e) {
            return state(service, true, Reach.SILENT, begin);
        } catch (PortUnreachableException | ConnectException e) {
            return state(service, true, Reach.REFUSED, begin);
        } catch (IOException e) {
            return state(service, true, Reach.UNREACHABLE, begin);
        }
    }

    private static Reach refused(ConnectException e) {
        String text = String.valueOf(e.getMessage());
        return text.contains("imed out")
                ? Reach.SILENT
                : text.contains("nreachable") ? Reach.UNREACHABLE : Reach.REFUSED;
    }

    private static PortState state(AdService service, boolean udp, Reach reach, long begin) {
        return new PortState(service, udp, reach, Duration.ofNanos(System.nanoTime() - begin));
    }
}
