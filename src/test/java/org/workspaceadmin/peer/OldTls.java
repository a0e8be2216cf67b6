package org.workspaceadmin.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** OpenSSL's test server, bound to one version of TLS that the Java runtime no longer offers. */
public final class OldTls implements AutoCloseable {
    private final ChildProgram program;
    private final int port;

    private OldTls(ChildProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param version the only one it speaks, as OpenSSL's option, such as {@code -tls1_1}
     * @param issued its certificate
     */
    public static OldTls start(String version, TestAuthority.Issued issued) throws IOException {
        Peer.require("openssl", "openssl");
        Path folder = ChildProgram.folder("openssl");
        int port = Peer.freePort();
        Path key = Files.writeString(folder.resolve("key.pem"), TestAuthority.pem(issued.key()));
        Path chain =
                Files.writeString(
                        folder.resolve("chain.pem"),
                        TestAuthority.pem(issued.chain().toArray(X509Certificate[]::new)));
        return new OldTls(
                ChildProgram.start(
                        folder,
                        port,
                        List.of(
                                Peer.find("openssl").orElseThrow().toString(),
                                "s_server",
                                "-accept",
                                "127.0.0.1:" + port,
                                "-key",
                                key.toString(),
                                "-cert",
                                chain.toString(),
                                "-cipher",
                                "DEFAULT@SECLEVEL=0",
                                version,
                                "-www")),
                port);
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        program.close();
    }
}
