package org.workspaceadmin.contract;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.workspace.v2.WorkspaceClient;
import java.util.List;
import org.workspaceadmin.simulator.Simulator;

/** The vendor's own client, unmodified, pointed at a simulator. */
public final class VendorClient {
    private VendorClient() {}

    /** A client for the project with the fleet. */
    public static WorkspaceClient of(Simulator simulator) {
        return of(simulator, simulator.projectId());
    }

    /** A client for another project. */
    public static WorkspaceClient of(Simulator simulator, String projectId) {
        return of(
                simulator,
                new BasicCredentials()
                        .withAk(simulator.accessKey())
                        .withSk(simulator.secretKey())
                        .withProjectId(projectId));
    }

    /** A client with other credentials, such as temporary keys. */
    public static WorkspaceClient of(Simulator simulator, BasicCredentials credentials) {
        HttpConfig config = HttpConfig.getDefaultHttpConfig();
        config.setConnectionTimeout(10);
        config.setReadTimeout(20);
        return WorkspaceClient.newBuilder()
                .withCredential(credentials)
                .withHttpConfig(config)
                .withEndpoints(List.of(simulator.endpoint().toString()))
                .build();
    }
}
