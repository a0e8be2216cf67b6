package org.workspaceadmin.connection;

import java.net.URI;

/**
 * The address of each service a connection talks to: scheme, host and port, nothing behind.
 *
 * @param workspace Workspace
 * @param iam IAM; a token from a regional address works in that region only
 * @param vpc networks
 * @param ims images
 * @param sts explaining refused authorizations
 * @param eps enterprise projects
 */
public record Endpoints(URI workspace, URI iam, URI vpc, URI ims, URI sts, URI eps) {
    private static final String WORKSPACE_LABEL = "workspace.";

    /** The address of a service. */
    public URI of(ServiceName service) {
        return switch (service) {
            case WORKSPACE -> workspace;
            case IAM -> iam;
            case VPC -> vpc;
            case IMS -> ims;
            case STS -> sts;
            case EPS -> eps;
        };
    }

    /** The same with another address for one service. */
    public Endpoints with(ServiceName service, URI address) {
        return new Endpoints(
                service == ServiceName.WORKSPACE ? address : workspace,
                service == ServiceName.IAM ? address : iam,
                service == ServiceName.VPC ? address : vpc,
                service == ServiceName.IMS ? address : ims,
                service == ServiceName.STS ? address : sts,
                service == ServiceName.EPS ? address : eps);
    }

    /**
     * Everything behind one address, as the simulator serves it.
     *
     * @param endpoint the address
     */
    public static Endpoints single(URI endpoint) {
        return new Endpoints(endpoint, endpoint, endpoint, endpoint, endpoint, endpoint);
    }

    /**
     * The services around a Workspace address. Where the host follows the pattern {@code
     * workspace.REST}, the others are {@code iam.REST} and so on (api/regions.json, patterns); any
     * other host is taken to serve all of them.
     *
     * @param workspace address of Workspace
     */
    public static Endpoints around(URI workspace) {
        String host = workspace.getHost();
        if (host == null || !host.startsWith(WORKSPACE_LABEL)) {
            return single(workspace);
        }
        String rest = host.substring(WORKSPACE_LABEL.length());
        String port = workspace.getPort() < 0 ? "" : ":" + workspace.getPort();
        String behind = "." + rest + port;
        String before = workspace.getScheme() + "://";
        return new Endpoints(
                workspace,
                URI.create(before + "iam" + behind),
                URI.create(before + "vpc" + behind),
                URI.create(before + "ims" + behind),
                URI.create(before + "sts" + behind),
                URI.create(before + "eps" + behind));
    }
}
