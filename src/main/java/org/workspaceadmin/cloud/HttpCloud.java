package org.workspaceadmin.cloud;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.AdUser;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.CallerIdentity;
import org.workspaceadmin.model.CidrCheck;
import org.workspaceadmin.model.ControllerCheck;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.OrganizationalUnit;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.model.TokenInfo;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.model.WorkspaceUser;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** The service over HTTP: every call as background work. */
final class HttpCloud implements CloudConnection {
    private final Workers workers;
    private final Exchanges exchanges;
    private final Writes writes;
    private final HttpDesktops desktops;
    private final DesktopPager pager;
    private final Pickers pickers;
    private final HttpSetup setup;
    private final HttpIdentity identity;
    private final WriteSender sender;
    private final Vitals vitals;

    /** What {@link Cloud} put together for a connection. */
    record Vitals(
            HttpTransport transport,
            HealthMeter meter,
            RequestBudget budget,
            SignInDesk desk,
            CurrentSignIn signIn) {}

    /** Starts nothing. */
    HttpCloud(Workers workers, Exchanges exchanges, HttpIdentity identity, Vitals vitals) {
        this.workers = workers;
        this.exchanges = exchanges;
        this.identity = identity;
        this.vitals = vitals;
        writes = new Writes(exchanges.settings().projectId());
        desktops = new HttpDesktops(exchanges);
        pager = new DesktopPager(workers, desktops::detailPage);
        pickers = new Pickers(new Lists(exchanges));
        setup = new HttpSetup(exchanges);
        sender = new WriteSender(exchanges);
    }

    private <T extends @Nullable Object> Work<T> start(Callable<T> body) {
        return workers.start(body);
    }

    @Override
    public Work<DesktopPage> desktops(DesktopQuery query, int offset, int limit) {
        return start(() -> desktops.detailPage(query, offset, limit));
    }

    @Override
    public Work<FleetListing> allDesktops(DesktopQuery query, Consumer<DesktopPage> onPage) {
        return start(() -> pager.all(query, onPage));
    }

    @Override
    public Work<DesktopPage> shortDesktops(DesktopQuery query, int offset, int limit) {
        return start(() -> desktops.shortPage(query, offset, limit));
    }

    @Override
    public Work<DesktopDetails> desktop(String desktopId) {
        return start(() -> desktops.desktop(desktopId));
    }

    @Override
    public Work<List<DomainCheck>> checkDomain(Collection<String> desktopIds) {
        List<String> ids = List.copyOf(desktopIds);
        return start(() -> desktops.checkDomain(ids));
    }

    @Override
    public Work<List<CurrentImage>> checkImages(Collection<String> desktopIds) {
        List<String> ids = List.copyOf(desktopIds);
        return start(() -> desktops.checkImages(ids));
    }

    @Override
    public Work<List<Image>> images(String imageType) {
        return start(() -> pickers.images(imageType));
    }

    @Override
    public Work<Job> job(String jobId) {
        return start(() -> desktops.job(jobId));
    }

    @Override
    public Work<Job> jobV1(String jobId) {
        return start(() -> desktops.jobV1(jobId));
    }

    @Override
    public Work<SubJobPage> subJobs(SubJobQuery query) {
        return start(() -> desktops.subJobs(query));
    }

    @Override
    public Work<WriteAnswer> send(WriteRequest request) {
        return start(() -> sender.send(request));
    }

    @Override
    public Writes writes() {
        return writes;
    }

    @Override
    public Work<ServiceDetails> service() {
        return start(setup::service);
    }

    @Override
    public Work<LockStatus> lockStatus() {
        return start(setup::lockStatus);
    }

    @Override
    public Work<Boolean> enterpriseIdUsed(String enterpriseId) {
        return start(() -> setup.enterpriseIdUsed(enterpriseId));
    }

    @Override
    public Work<CidrCheck> checkCidr(Collection<String> cidrs, String zone) {
        List<String> copy = List.copyOf(cidrs);
        return start(() -> setup.checkCidr(copy, zone));
    }

    @Override
    public Work<@Nullable Void> checkController(ControllerCheck check) {
        return start(() -> {
            setup.checkController(check);
            return null;
        });
    }

    @Override
    public Work<List<Vpc>> vpcsOfWorkspace() {
        return start(pickers::workspaceVpcs);
    }

    @Override
    public Work<List<Vpc>> vpcsOfNetwork() {
        return start(pickers::networkVpcs);
    }

    @Override
    public Work<List<Vpc>> vpcs() {
        return start(() -> Pickers.either(pickers::workspaceVpcs, pickers::networkVpcs));
    }

    @Override
    public Work<List<Subnet>> subnetsOfWorkspace(String vpcId) {
        return start(() -> pickers.workspaceSubnets(vpcId));
    }

    @Override
    public Work<List<Subnet>> subnetsOfNetwork(String vpcId) {
        return start(() -> pickers.networkSubnets(vpcId));
    }

    @Override
    public Work<List<Subnet>> subnets(String vpcId) {
        return start(() ->
                Pickers.either(
                        () -> pickers.workspaceSubnets(vpcId),
                        () -> pickers.networkSubnets(vpcId)));
    }

    @Override
    public Work<Integer> freeAddresses(String subnetId) {
        return start(() -> pickers.freeAddresses(subnetId));
    }

    @Override
    public Work<List<AvailabilityZone>> zones() {
        return start(pickers::zones);
    }

    @Override
    public Work<List<WorkspaceUser>> users(String name) {
        return start(() -> pickers.users(name));
    }

    @Override
    public Work<List<OrganizationalUnit>> ous() {
        return start(pickers::ous);
    }

    @Override
    public Work<List<OrganizationalUnit>> adOus() {
        return start(pickers::adOus);
    }

    @Override
    public Work<List<AdUser>> adUsers(String ouDn) {
        return start(() -> pickers.adUsers(ouDn));
    }

    @Override
    public Work<TokenInfo> token() {
        return start(identity::token);
    }

    @Override
    public Work<List<Project>> projects(String name) {
        return start(() -> identity.projects(name));
    }

    @Override
    public Work<List<Project>> usableProjects() {
        return start(identity::usableProjects);
    }

    @Override
    public Work<TemporaryKey> temporaryKey(int seconds) {
        return start(() -> identity.temporaryKey(seconds));
    }

    @Override
    public Work<String> decodeAuthorization(String encodedMessage) {
        return start(() -> identity.decode(encodedMessage));
    }

    @Override
    public Work<String> decodeAuthorization(String encodedMessage, URI sts) {
        Exchanges there = exchanges.aimedAt(exchanges.settings().withSts(sts));
        return start(() -> identity.aimedAt(there).decode(encodedMessage));
    }

    @Override
    public Work<CallerIdentity> callerIdentity() {
        return start(identity::caller);
    }

    @Override
    public Work<List<EnterpriseProject>> enterpriseProjects() {
        return start(identity::enterpriseProjects);
    }

    @Override
    public CloudConnection aimedAt(String projectId, Generation generation) {
        CloudSettings settings = exchanges.settings().aimedAt(projectId, generation);
        vitals.desk().aim(settings);
        vitals.signIn().aimed();
        Exchanges aimed = exchanges.aimedAt(settings);
        return new HttpCloud(workers, aimed, identity.aimedAt(aimed), vitals);
    }

    @Override
    public Health health() {
        return vitals.meter().read(vitals.budget().inFlight(), vitals.signIn().standing());
    }

    @Override
    public Work<Health> signInAgain(Credentials credentials) {
        Authenticator candidate = vitals.desk().of(credentials);
        return start(() -> {
            boolean good = false;
            try {
                exchanges.ask(HttpDesktops.proof(exchanges.settings()), candidate);
                good = true;
                vitals.signIn().replace(candidate);
                return health();
            } finally {
                if (!good) {
                    candidate.wipe();
                }
            }
        });
    }

    @Override
    public void applyClockOffset(Duration offset) {
        vitals.meter().apply(offset);
    }

    @Override
    public void close() {
        vitals.transport().close();
        vitals.signIn().wipe();
    }
}
