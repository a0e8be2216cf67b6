package org.workspaceadmin.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A packet filter for TCP ports of one address and of nobody else. */
public final class PortFilter {
    private final Path folder;
    private final LoopbackAddress address;

    PortFilter(Path folder, LoopbackAddress address) {
        this.folder = folder;
        this.address = address;
    }

    /** What is done with what is blocked. */
    public enum Block {
        /** Nothing comes back. */
        SILENTLY("drop"),
        /** As if nobody listened. */
        REFUSING("reject with tcp reset"),
        /** As if there were no such computer. */
        UNREACHABLE("reject with icmp type host-unreachable");

        private final String rule;

        Block(String rule) {
            this.rule = rule;
        }
    }

    /**
     * Blocks these ports and no others.
     *
     * @param ports such as {@code 389}, {@code { 54-65535 }}
     */
    public void block(Block how, String ports) throws IOException {
        unblock();
        Files.writeString(
                rules(),
                """
                table inet %s {
                  chain in {
                    type filter hook input priority 0;
                    ip daddr %s tcp dport %s %s
                  }
                }
                """
                        .formatted(address.label(), address.text(), ports, how.rule));
        SambaDomain.run(folder, List.of(nft(), "-f", rules().toString()));
    }

    /** Ends what {@link #block} began, if it did. */
    public void unblock() throws IOException {
        if (Files.deleteIfExists(rules())) {
            SambaDomain.run(folder, List.of(nft(), "delete", "table", "inet", address.label()));
        }
    }

    private Path rules() {
        return folder.resolve("filter.nft");
    }

    private static String nft() {
        return Peer.find("nft").orElseThrow().toString();
    }
}
