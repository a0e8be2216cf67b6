package org.workspaceadmin.cloud;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.workspaceadmin.model.Generation;

/**
 * Where a connection goes: one host per service, the project, the region and the API generation.
 *
 * @param workspace Workspace, such as {@code https://workspace.ap-southeast-3.myhuaweicloud.com}
 * @param iam IAM, regional or global
 * @param vpc VPC service
 * @param ims image service
 * @param sts STS
 * @param eps enterprise projects
 * @param projectId fills {@code {project_id}} in paths
 * @param region region id, empty when the endpoints were typed by hand
 * @param generation v1.0 or v2
 */
public record CloudSettings(
        URI workspace,
        URI iam,
        URI vpc,
        URI ims,
        URI sts,
        URI eps,
        String projectId,
        String region,
        Generation generation) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /**
     * Checks every endpoint.
     *
     * @throws IllegalArgumentException for anything but https, or http to this machine itself
     */
    public CloudSettings {
        check(workspace);
        check(iam);
        check(vpc);
        check(ims);
        check(sts);
        check(eps);
        if (projectId.chars().anyMatch(c -> !isUnreserved(c))) {
            throw new IllegalArgumentException("project id has characters no project id has");
        }
    }

    /** Everything behind one address, as the simulator serves it. */
    public static CloudSettings single(
            URI endpoint, String projectId, String region, Generation generation) {
        return new CloudSettings(
                endpoint,
                endpoint,
                endpoint,
                endpoint,
                endpoint,
                endpoint,
                projectId,
                region,
                generation);
    }

    /** The same for another project. */
    public CloudSettings withProject(String otherProjectId) {
        return new CloudSettings(
                workspace, iam, vpc, ims, sts, eps, otherProjectId, region, generation);
    }

    /** The same for another project and generation. */
    CloudSettings aimedAt(String otherProjectId, Generation otherGeneration) {
        return new CloudSettings(
                workspace, iam, vpc, ims, sts, eps, otherProjectId, region, otherGeneration);
    }

    /** The same with another STS. */
    CloudSettings withSts(URI other) {
        return new CloudSettings(
                workspace, iam, vpc, ims, other, eps, projectId, region, generation);
    }

    URI base(CloudHost host) {
        return switch (host) {
            case WORKSPACE -> workspace;
            case IAM -> iam;
            case VPC -> vpc;
            case IMS -> ims;
            case STS -> sts;
            case EPS -> eps;
        };
    }

    private static void check(URI endpoint) {
        String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme();
        String host = endpoint.getHost();
        if (host == null || host.isEmpty()) {
            throw new IllegalArgumentException("an endpoint needs a host: " + endpoint);
        }
        if (endpoint.getRawUserInfo() != null || endpoint.getRawQuery() != null) {
            throw new IllegalArgumentException("an endpoint is scheme, host and port only");
        }
        boolean https = scheme.equalsIgnoreCase("https");
        boolean loopback =
                scheme.equalsIgnoreCase("http") && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        if (!https && !loopback) {
            throw new IllegalArgumentException(
                    "https is required; http is for this machine itself only: " + endpoint);
        }
    }

    private static boolean isUnreserved(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '_';
    }
}
