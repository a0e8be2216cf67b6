package org.workspaceadmin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.workspace.v2.WorkspaceClient;
import com.huaweicloud.sdk.workspace.v2.model.AdDomain;
import com.huaweicloud.sdk.workspace.v2.model.ApplyWorkspaceReq;
import com.huaweicloud.sdk.workspace.v2.model.ApplyWorkspaceRequest;
import com.huaweicloud.sdk.workspace.v2.model.BatchActionDesktopsReq;
import com.huaweicloud.sdk.workspace.v2.model.BatchLogoffDesktopsRequest;
import com.huaweicloud.sdk.workspace.v2.model.BatchRebuildDesktopsSystemDiskRequest;
import com.huaweicloud.sdk.workspace.v2.model.BatchRunDesktopsRequest;
import com.huaweicloud.sdk.workspace.v2.model.BatchSetMaintenanceModeReq;
import com.huaweicloud.sdk.workspace.v2.model.ListAvailabilityZonesRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListDesktopsDetailRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListDesktopsRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListImagesRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListItaSubJobsRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListOuDetailsRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListUsersRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListWorkspacesRequest;
import com.huaweicloud.sdk.workspace.v2.model.LogoffDesktopsReq;
import com.huaweicloud.sdk.workspace.v2.model.ModifyDesktopAttributesReq;
import com.huaweicloud.sdk.workspace.v2.model.ModifyDesktopAttributesReqDesktop;
import com.huaweicloud.sdk.workspace.v2.model.RebuildDesktopsReq;
import com.huaweicloud.sdk.workspace.v2.model.RegisterDomainRequest;
import com.huaweicloud.sdk.workspace.v2.model.SendNotificationsReq;
import com.huaweicloud.sdk.workspace.v2.model.SendNotificationsRequest;
import com.huaweicloud.sdk.workspace.v2.model.SetMaintenanceModeRequest;
import com.huaweicloud.sdk.workspace.v2.model.ShowDesktopDetailRequest;
import com.huaweicloud.sdk.workspace.v2.model.ShowJobRequest;
import com.huaweicloud.sdk.workspace.v2.model.Subnet;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopRequest;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopSidReq;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopSidsRequest;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopUsernameReq;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopUsernameRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * For the same call, our request is the vendor's request: both are made in the same test against
 * the same simulator and compared as they arrived. Whether the service likes the call is not judged
 * here.
 */
class SameRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> IDS =
            List.of("48f3531f-6cde-49c7-8756-7f697a41241a", "234f0000-6cde-4fc0-8756-723acca1241a");

    private static final BlockingQueue<Exchange> SEEN = new ArrayBlockingQueue<>(64);
    private static Simulator simulator;
    private static WorkspaceClient sdk;
    private static CloudConnection ours;

    /** One call, made by the vendor's client and by ours. */
    private record Pair(String name, Runnable vendor, Runnable own) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        simulator =
                Simulator.start(
                        Watched.options().withDesktops(40).withObserver(Watched.and(SEEN::add)));
        sdk = VendorClient.of(simulator);
        ours =
                connect(
                        new Credentials.AccessKey(
                                simulator.accessKey(), simulator.secretKey().toCharArray()));
    }

    @AfterAll
    static void stop() {
        ours.close();
        simulator.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    static Stream<Pair> calls() {
        var writes = ours.writes();
        return Stream.of(
                new Pair(
                        "list desktops, short",
                        () ->
                                sdk.listDesktops(
                                        new ListDesktopsRequest()
                                                .withOffset(20)
                                                .withLimit(10)
                                                .withDesktopId(IDS)),
                        () ->
                                ours.shortDesktops(
                                                DesktopQuery.all()
                                                        .with(
                                                                "desktop_id",
                                                                IDS.toArray(String[]::new)),
                                                20,
                                                10)
                                        .await()),
                new Pair(
                        "list desktops, detail",
                        () ->
                                sdk.listDesktopsDetail(
                                        new ListDesktopsDetailRequest()
                                                .withStatus("ACTIVE")
                                                .withUserName("a.lin")
                                                .withTag("dept=财务 & co")
                                                .withSortField(
                                                        ListDesktopsDetailRequest.SortFieldEnum
                                                                .COMPUTER_NAME)
                                                .withSortType(
                                                        ListDesktopsDetailRequest.SortTypeEnum.DESC)
                                                .withOffset(0)
                                                .withLimit(100)),
                        () ->
                                ours.desktops(
                                                DesktopQuery.all()
                                                        .with("status", "ACTIVE")
                                                        .with("user_name", "a.lin")
                                                        .with("tag", "dept=财务 & co")
                                                        .with("sort_field", "computer_name")
                                                        .with("sort_type", "DESC"),
                                                0,
                                                100)
                                        .await()),
                new Pair(
                        "one desktop",
                        () ->
                                sdk.showDesktopDetail(
                                        new ShowDesktopDetailRequest()
                                                .withDesktopId(IDS.getFirst())),
                        () -> ours.desktop(IDS.getFirst()).await()),
                new Pair(
                        "rejoin",
                        () ->
                                sdk.registerDomain(
                                        new RegisterDomainRequest().withDesktopId(IDS.getFirst())),
                        () -> ours.send(writes.rejoin(IDS.getFirst())).await()),
                new Pair(
                        "update SIDs",
                        () ->
                                sdk.updateDesktopSids(
                                        new UpdateDesktopSidsRequest()
                                                .withBody(
                                                        new UpdateDesktopSidReq()
                                                                .withDesktopIds(IDS))),
                        () -> ours.send(writes.updateSids(IDS)).await()),
                new Pair(
                        "change user name",
                        () ->
                                sdk.updateDesktopUsername(
                                        new UpdateDesktopUsernameRequest()
                                                .withBody(
                                                        new UpdateDesktopUsernameReq()
                                                                .withOldUsername("user01")
                                                                .withNewUsername("user02")
                                                                .withIsReboot(true))),
                        () ->
                                ours.send(
                                                writes.changeUserName(
                                                        new UserNameChange(
                                                                "user01", "", "user02", "", true)))
                                        .await()),
                new Pair(
                        "rebuild",
                        () ->
                                sdk.batchRebuildDesktopsSystemDisk(
                                        new BatchRebuildDesktopsSystemDiskRequest()
                                                .withBody(
                                                        new RebuildDesktopsReq()
                                                                .withDesktopIds(IDS)
                                                                .withImageType("market")
                                                                .withImageId("image-1")
                                                                .withOsType("Windows")
                                                                .withDelayTime(15)
                                                                .withMessage(
                                                                        "Save \"now\"\n请保存 \uD83D\uDE00")
                                                                .withOrderId("CS1")
                                                                .withEnterpriseProjectId("0"))),
                        () ->
                                ours.send(
                                                writes.rebuild(
                                                        IDS,
                                                        new RebuildOrder(
                                                                "market",
                                                                "image-1",
                                                                "not sent",
                                                                "Windows",
                                                                15,
                                                                "Save \"now\"\n请保存 \uD83D\uDE00",
                                                                "CS1",
                                                                "0")))
                                        .await()),
                new Pair(
                        "power action",
                        () ->
                                sdk.batchRunDesktops(
                                        new BatchRunDesktopsRequest()
                                                .withBody(
                                                        new BatchActionDesktopsReq()
                                                                .withDesktopIds(IDS)
                                                                .withOpType("reboot")
                                                                .withType(
                                                                        BatchActionDesktopsReq
                                                                                .TypeEnum.HARD))),
                        () -> ours.send(writes.power(IDS, "reboot", "HARD")).await()),
                new Pair(
                        "log off",
                        () ->
                                sdk.batchLogoffDesktops(
                                        new BatchLogoffDesktopsRequest()
                                                .withBody(
                                                        new LogoffDesktopsReq()
                                                                .withDesktopIds(IDS)
                                                                .withMessage("Save \"now\"\n请保存"))),
                        () -> ours.send(writes.logOff(IDS, "Save \"now\"\n请保存")).await()),
                new Pair(
                        "send a message",
                        () ->
                                sdk.sendNotifications(
                                        new SendNotificationsRequest()
                                                .withBody(
                                                        new SendNotificationsReq()
                                                                .withDesktopIds(IDS)
                                                                .withNotifications(
                                                                        "今晚维护 \uD83D\uDE00"))),
                        () -> ours.send(writes.notification(IDS, "今晚维护 \uD83D\uDE00")).await()),
                new Pair(
                        "maintenance mode",
                        () ->
                                sdk.setMaintenanceMode(
                                        new SetMaintenanceModeRequest()
                                                .withBody(
                                                        new BatchSetMaintenanceModeReq()
                                                                .withDesktopIds(IDS)
                                                                .withInMaintenanceMode(true))),
                        () -> ours.send(writes.maintenance(IDS, true)).await()),
                new Pair(
                        "rename",
                        () ->
                                sdk.updateDesktop(
                                        new UpdateDesktopRequest()
                                                .withDesktopId(IDS.getFirst())
                                                .withBody(
                                                        new ModifyDesktopAttributesReq()
                                                                .withDesktop(
                                                                        new ModifyDesktopAttributesReqDesktop()
                                                                                .withComputerName(
                                                                                        "A财务部-01")))),
                        () -> ours.send(writes.rename(IDS.getFirst(), "A财务部-01")).await()),
                new Pair(
                        "apply v2",
                        () ->
                                sdk.applyWorkspace(
                                        new ApplyWorkspaceRequest().withBody(vendorApplication())),
                        () -> ours.send(writes.applyV2(ownApplication())).await()),
                new Pair(
                        "service details",
                        () -> sdk.listWorkspaces(new ListWorkspacesRequest()),
                        () -> ours.service().await()),
                new Pair(
                        "job",
                        () -> sdk.showJob(new ShowJobRequest().withJobId("job-1")),
                        () -> ours.job("job-1").await()),
                new Pair(
                        "sub-jobs of a type",
                        () ->
                                sdk.listItaSubJobs(
                                        new ListItaSubJobsRequest()
                                                .withJobType("desktopRejoinDomain")
                                                .withLimit(1000)
                                                .withOffset(0)),
                        () -> ours.subJobs(SubJobQuery.ofType("desktopRejoinDomain")).await()),
                new Pair(
                        "images",
                        () ->
                                sdk.listImages(
                                        new ListImagesRequest()
                                                .withImageType("private")
                                                .withLimit(100)
                                                .withOffset(0)),
                        () -> ours.images("private").await()),
                new Pair(
                        "availability zones",
                        () -> sdk.listAvailabilityZones(new ListAvailabilityZonesRequest()),
                        () -> ours.zones().await()),
                new Pair(
                        "users",
                        () ->
                                sdk.listUsers(
                                        new ListUsersRequest()
                                                .withUserName("a.lin")
                                                .withLimit("100")
                                                .withOffset("0")),
                        () -> ours.users("a.lin").await()),
                new Pair(
                        "organizational units",
                        () ->
                                sdk.listOuDetails(
                                        new ListOuDetailsRequest().withLimit(1000).withOffset(0)),
                        () -> ours.ous().await()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void ourRequestIsTheVendorsRequest(Pair pair) throws Exception {
        Exchange vendor = seen(pair.vendor());
        Exchange own = seen(pair.own());

        assertThat(own.method()).isEqualTo(vendor.method());
        assertThat(own.path()).isEqualTo(vendor.path());
        assertThat(query(own)).isEqualTo(query(vendor));
        assertThat(body(own)).isEqualTo(body(vendor));
        assertThat(own.requestHeader("x-project-id"))
                .isEqualTo(vendor.requestHeader("x-project-id"))
                .isEqualTo(simulator.projectId());
        assertThat(signed(own)).contains("host", "x-sdk-date", "x-project-id");
        assertThat(signed(vendor)).containsAll(signed(own));
        assertThat(own.requestHeader("content-type"))
                .startsWith("application/json")
                .isEqualTo(vendor.requestHeader("content-type"));
    }

    @Test
    void withTemporaryKeysTheSecurityTokenIsSignedByBoth() throws Exception {
        TemporaryKey key = temporaryKey();
        WorkspaceClient vendor =
                VendorClient.of(
                        simulator,
                        new BasicCredentials()
                                .withAk(key.access())
                                .withSk(text(key.secret()))
                                .withSecurityToken(text(key.token()))
                                .withProjectId(simulator.projectId()));
        SEEN.clear();
        try (CloudConnection own =
                connect(
                        new Credentials.TemporaryKey(
                                key.access(), key.secret(), key.token(), Instant.MAX))) {
            Exchange theirs = seen(() -> vendor.listWorkspaces(new ListWorkspacesRequest()));
            Exchange mine = seen(() -> own.service().await());

            assertThat(theirs.status()).isEqualTo(200);
            assertThat(mine.status()).isEqualTo(200);
            assertThat(mine.requestHeader("x-security-token"))
                    .isEqualTo(theirs.requestHeader("x-security-token"))
                    .isEqualTo(text(key.token()));
            assertThat(signed(mine)).contains("x-security-token");
            assertThat(signed(theirs)).containsAll(signed(mine));
        }
    }

    private static String text(Secret secret) {
        return new String(secret.reveal());
    }

    private static TemporaryKey temporaryKey() {
        try (CloudConnection byPassword =
                connect(
                        new Credentials.Password(
                                simulator.account(),
                                simulator.user(),
                                simulator.password().toCharArray()))) {
            return byPassword.temporaryKey(900).await();
        }
    }

    private static CloudConnection connect(Credentials credentials) {
        return Cloud.connect(
                CloudSettings.single(
                        simulator.endpoint(),
                        simulator.projectId(),
                        simulator.region(),
                        Generation.V2),
                credentials,
                Workers.virtual("test"),
                Timer.system(),
                new Redactor());
    }

    /** What arrived when the call was made; that the service refused it does not matter. */
    private static Exchange seen(Runnable call) throws InterruptedException {
        try {
            call.run();
        } catch (ServiceResponseException | ProblemException refused) {
            assertThat(refused).isNotNull();
        }
        Exchange exchange = SEEN.poll(10, TimeUnit.SECONDS);
        assertThat(exchange).as("nothing arrived").isNotNull();
        SEEN.clear();
        return exchange;
    }

    private static Set<String> query(Exchange exchange) {
        String raw = exchange.rawQuery();
        return raw == null || raw.isEmpty()
                ? Set.of()
                : new TreeSet<>(Arrays.asList(raw.split("&")));
    }

    private static JsonNode body(Exchange exchange) throws Exception {
        return JSON.readTree(exchange.requestBody().isEmpty() ? "null" : exchange.requestBody());
    }

    private static Set<String> signed(Exchange exchange) {
        String authorization = exchange.requestHeader("authorization");
        assertThat(authorization).startsWith("SDK-HMAC-SHA256 Access=");
        String list = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        return Arrays.stream(list.split(";")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ApplyWorkspaceReq vendorApplication() {
        return new ApplyWorkspaceReq()
                .withAdDomains(
                        new AdDomain()
                                .withDomainType(AdDomain.DomainTypeEnum.LOCAL_AD)
                                .withDomainName("corp.example.com")
                                .withDomainAdminAccount("svc-desktop")
                                .withDomainPassword("Example#2468")
                                .withActiveDomainIp("10.16.0.9")
                                .withActiveDomainName("dc1.corp.example.com")
                                .withActiveDnsIp("10.16.0.9"))
                .withVpcId("vpc-1")
                .withSubnetIds(
                        List.of(
                                new Subnet().withSubnetId("subnet-1"),
                                new Subnet().withSubnetId("subnet-2")))
                .withAccessMode(ApplyWorkspaceReq.AccessModeEnum.BOTH);
    }

    private static ApplyOrder ownApplication() {
        return new ApplyOrder(
                new DomainSettings.LocalAd(
                        "corp.example.com",
                        "svc-desktop",
                        Secret.of("Example#2468"),
                        new DomainSettings.Controller(
                                "10.16.0.9", "dc1.corp.example.com", "10.16.0.9"),
                        DomainSettings.Controller.NONE,
                        null,
                        null),
                "vpc-1",
                List.of("subnet-1", "subnet-2"),
                "BOTH",
                "",
                "",
                "",
                "",
                null);
    }
}
