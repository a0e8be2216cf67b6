package org.workspaceadmin.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real mitmproxy: opens TLS as company proxies do, with an authority of its own. It leads every
 * request to one port of this machine, whatever host was asked for.
 */
public final class Mitmproxy implements AutoCloseable {
    private final ChildProgram program;
    private final int port;

    private Mitmproxy(ChildProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param target the port of 127.0.0.1 that requests end at
     * @param trusted who may have signed the certificate there
     */
    public static Mitmproxy before(int target, TestAuthority trusted) throws IOException {
        Peer.require("mitmproxy", "mitmdump");
        Path folder = ChildProgram.folder("mitmproxy");
        int port = Peer.freePort();
        Path upstream = trusted.writePem(folder.resolve("upstream.pem"));
        Path script =
                Files.writeString(
                        folder.resolve("lead.py"),
                        """
                        def server_connect(data):
                            data.server.address = ("127.0.0.1", %d)
                        """
                                .formatted(target));
        String program = Peer.find("mitmdump").orElseThrow().toString();
        return new Mitmproxy(
                ChildProgram.start(
                        folder,
                        port,
                        List.of(
                                program,
                                "--listen-host",
                                "127.0.0.1",
                                "--listen-port",
                                Integer.toString(port),
                                "--set",
                                "confdir=" + folder.resolve("conf"),
                                "--set",
                                "ssl_verify_upstream_trusted_ca=" + upstream,
                                "--set",
                                "connection_strategy=lazy",
                                "-s",
                                script.toString())),
                port);
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The certificate of its authority, as PEM. */
    public Path authority() {
        return program.folder().resolve("conf").resolve("mitmproxy-ca-cert.pem");
    }

    /** What it wrote. */
    public String output() throws IOException {
        return Files.readString(program.folder().resolve("output.txt"));
    }

    @Override
    public void close() {
        program.close();
    }
}
