package org.workspaceadmin.connection.refusal;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where else a message can be decoded when the own region has no STS. */
final class StsRegions {
    private static final String DOMAIN = ".myhuaweicloud.com";

    /** The regions the vendor's SDK has an STS address for. */
    private static final List<String> IDS =
            List.of(
                    "cn-north-4",
                    "cn-east-3",
                    "cn-south-1",
                    "cn-southwest-2",
                    "ap-southeast-1",
                    "ap-southeast-2",
                    "ap-southeast-3",
                    "af-south-1",
                    "la-south-2",
                    "sa-brazil-1",
                    "tr-west-1");

    /** Two are enough to tell a missing region from a missing network. */
    private static final int MOST = 2;

    private StsRegions() {}

    /**
     * Other addresses to try, the nearest by name first.
     *
     * @param own the connection's STS; nothing is offered for one outside the public cloud, since a
     *     message and a signature of a private cloud are nobody else's business
     * @return at most two
     */
    static List<URI> besides(URI own) {
        String host = own.getHost() == null ? "" : own.getHost();
        if (!host.startsWith("sts.") || !host.endsWith(DOMAIN)) {
            return List.of();
        }
        String region = host.substring("sts.".length(), host.length() - DOMAIN.length());
        String area = region.split("-", 2)[0];
        Stream<String> others = IDS.stream().filter(id -> !id.equals(region));
        return others.sorted(Comparator.comparing(id -> !id.startsWith(area + "-")))
                .limit(MOST)
                .map(id -> URI.create("https://sts." + id + DOMAIN))
                .toList();
    }
}
