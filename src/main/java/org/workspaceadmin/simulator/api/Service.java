package org.workspaceadmin.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.workspaceadmin.simulator.http.Faults;
import org.workspaceadmin.simulator.http.KeyRing;
import org.workspaceadmin.simulator.http.RequestLog;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.http.Tokens;
import org.workspaceadmin.simulator.job.JobBook;
import org.workspaceadmin.simulator.world.World;

/** All calls together. */
public final class Service {
    private final World world;
    private final Tokens tokens;
    private final KeyRing keys;
    private final JobBook jobs;

    /**
     * Makes the service.
     *
     * @param world what it works on
     * @param tokens where it keeps tokens
     * @param keys where it keeps access keys
     */
    public Service(World world, Tokens tokens, KeyRing keys) {
        this.world = world;
        this.tokens = tokens;
        this.keys = keys;
        jobs = new JobBook(world);
    }

    /**
     * The calls of the cloud: Workspace, IAM, VPC, IMS and STS.
     *
     * @return their routes
     */
    public List<Route> routes() {
        Projects projects = new Projects(world);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new DesktopListApi(projects).routes());
        routes.addAll(new DomainApi(world, projects, jobs).routes());
        routes.addAll(new JobApi(world, projects, jobs).routes());
        routes.addAll(new RebuildApi(world, projects, jobs).routes());
        routes.addAll(new PowerApi(world, projects).routes());
        routes.addAll(new SessionApi(world, projects, jobs).routes());
        routes.addAll(new UserNameApi(world, projects).routes());
        routes.addAll(new ServiceApi(world, projects, jobs).routes());
        routes.addAll(new DirectoryApi(world, projects).routes());
        routes.addAll(new ImageApi(world, projects).routes());
        routes.addAll(new NetworkApi(world, projects).routes());
        routes.addAll(new RegionApi(world, projects).routes());
        routes.addAll(new StsApi(world).routes());
        routes.addAll(new IamApi(world, tokens, keys).routes());
        return List.copyOf(routes);
    }

    /**
     * The calls that steer the simulator.
     *
     * @param faults planned disturbances
     * @param log the requests
     * @param openExchanges counts exchanges under way
     * @param connections counts connections
     * @param newest the newest request's number
     * @return their routes
     */
    public List<Route> control(
            Faults faults,
            RequestLog log,
            IntSupplier openExchanges,
            IntSupplier connections,
            LongSupplier newest) {
        return new ControlApi(
                        world,
                        jobs,
                        faults,
                        log,
                        tokens,
                        new ControlApi.Gauges() {
                            @Override
                            public int openExchanges() {
                                return openExchanges.getAsInt();
                            }

                            @Override
                            public int connections() {
                                return connections.getAsInt();
                            }

                            @Override
                            public long newest() {
                                return newest.getAsLong();
                            }
                        })
                .routes();
    }
}
