package org.workspaceadmin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.workspace.v2.WorkspaceClient;
import com.huaweicloud.sdk.workspace.v2.model.AdDomain;
import com.huaweicloud.sdk.workspace.v2.model.ApplyWorkspaceReq;
import com.huaweicloud.sdk.workspace.v2.model.ApplyWorkspaceRequest;
import com.huaweicloud.sdk.workspace.v2.model.BatchActionDesktopsReq;
import com.huaweicloud.sdk.workspace.v2.model.BatchRebuildDesktopsSystemDiskRequest;
import com.huaweicloud.sdk.workspace.v2.model.BatchRunDesktopsRequest;
import com.huaweicloud.sdk.workspace.v2.model.DesktopDetailInfo;
import com.huaweicloud.sdk.workspace.v2.model.ListAvailabilityZonesRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListDesktopsDetailRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListDesktopsRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListImagesRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListItaSubJobsRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListOuDetailsRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListUsersRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListWorkspacesRequest;
import com.huaweicloud.sdk.workspace.v2.model.ListWorkspacesResponse;
import com.huaweicloud.sdk.workspace.v2.model.RebuildDesktopsReq;
import com.huaweicloud.sdk.workspace.v2.model.RegisterDomainRequest;
import com.huaweicloud.sdk.workspace.v2.model.ShowDesktopDetailRequest;
import com.huaweicloud.sdk.workspace.v2.model.ShowJobRequest;
import com.huaweicloud.sdk.workspace.v2.model.Subnet;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopSidReq;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopSidsRequest;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopUsernameReq;
import com.huaweicloud.sdk.workspace.v2.model.UpdateDesktopUsernameRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.simulator.SteppedClock;

/** The vendor's unmodified Java SDK works with the simulator and reads what was meant. */
class VendorSdkTest {
    private static final double JOB_SECONDS = 8;

    private final SteppedClock clock = SteppedClock.atSystemTime();
    private final Witness witness = new Witness();
    private Simulator simulator;
    private SimulatorClient control;
    private WorkspaceClient sdk;

    @BeforeEach
    void start() throws Exception {
        simulator =
                Simulator.start(
                        Watched.options().withDesktops(400).withClock(clock).withObserver(witness));
        control = new SimulatorClient(simulator);
        sdk = VendorClient.of(simulator);
    }

    @AfterEach
    void stop() {
        control.close();
        simulator.close();
        witness.assertContract();
    }

    private JsonNode truth(String id) {
        return control.control("GET", "/desktops/" + id, null).json();
    }

    private void edit(String id, String wish) {
        assertThat(control.control("POST", "/desktops/" + id, wish).status()).isEqualTo(200);
    }

    /** A running, personal Windows desktop that nothing holds. */
    private String plainDesktop(int skip) {
        int seen = 0;
        for (JsonNode d :
                control.control("GET", "/desktops?limit=400", null).json().path("desktops")) {
            boolean fits =
                    d.path("status").asText().equals("ACTIVE")
                            && d.path("os_type").asText().equals("Windows")
                            && d.path("desktop_type").asText().equals("DEDICATED")
                            && d.path("order_id").isNull()
                            && !d.path("user_name").isNull()
                            && d.path("index").asInt() % 8 != 7;
            if (fits && seen++ == skip) {
                edit(d.path("desktop_id").asText(), "{\"outcome\":\"succeed\"}");
                return d.path("desktop_id").asText();
            }
        }
        throw new AssertionError("no plain desktop");
    }

    @Test
    void listsDesktopsShortAndInDetail() {
        var brief = sdk.listDesktops(new ListDesktopsRequest().withLimit(1000));
        assertThat(brief.getTotalCount()).isEqualTo(400);
        assertThat(brief.getDesktops())
                .hasSize(400)
                .allSatisfy(d -> {
                    assertThat(d.getComputerName()).matches("[A-Z]+-\\d{4}");
                    assertThat(d.getIpAddress()).startsWith("10.2");
                });
        var detail =
                sdk.listDesktopsDetail(
                        new ListDesktopsDetailRequest()
                                .withSortField(
                                        ListDesktopsDetailRequest.SortFieldEnum.COMPUTER_NAME)
                                .withSortType(ListDesktopsDetailRequest.SortTypeEnum.DESC)
                                .withLimit(50)
                                .withOffset(10));
        assertThat(detail.getTotalCount()).isEqualTo(400);
        assertThat(detail.getDesktops())
                .hasSize(50)
                .isSortedAccordingTo((a, b) -> b.getComputerName().compareTo(a.getComputerName()))
                .allSatisfy(d -> {
                    assertThat(d.getMetadata())
                            .containsKeys("os_type", "image_name", "metering.image_id");
                    assertThat(d.getAddresses().values().iterator().next().getFirst().getAddr())
                            .isEqualTo(d.getIpv4());
                    assertThat(d.getRootVolume().getSize()).isGreaterThanOrEqualTo(80);
                });
    }

    @Test
    void filtersByIdSentAsRepeatedParameter() {
        List<String> ids = List.of(plainDesktop(5), plainDesktop(1), plainDesktop(3));
        var found = sdk.listDesktops(new ListDesktopsRequest().withDesktopId(ids));
        assertThat(found.getDesktops())
                .extracting(d -> d.getDesktopId())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void showsOneDesktop() {
        String id = plainDesktop(0);
        DesktopDetailInfo desktop =
                sdk.showDesktopDetail(new ShowDesktopDetailRequest().withDesktopId(id))
                        .getDesktop();
        assertThat(desktop.getDesktopId()).isEqualTo(id);
        assertThat(desktop.getComputerName()).isEqualTo(truth(id).path("computer_name").asText());
        assertThat(desktop.getStatus()).isEqualTo("ACTIVE");
    }

    @Test
    void updatesSids() {
        String one = plainDesktop(0);
        String other = plainDesktop(1);
        UpdateDesktopSidsRequest single =
                new UpdateDesktopSidsRequest()
                        .withBody(new UpdateDesktopSidReq().withDesktopIds(List.of(one)));
        assertThat(sdk.updateDesktopSids(single).getHttpStatusCode()).isEqualTo(204);
        edit(one, "{\"sid_differs\":true,\"domain\":\"out\"}");
        assertThat(sdk.updateDesktopSids(single).getHttpStatusCode()).isEqualTo(200);
        assertThat(truth(one).path("domain").asText()).isEqualTo("in");
        edit(one, "{\"sid_differs\":true,\"domain\":\"out\"}");
        edit(other, "{\"sid_differs\":true,\"domain\":\"out\"}");
        var several =
                sdk.updateDesktopSids(
                        new UpdateDesktopSidsRequest()
                                .withBody(
                                        new UpdateDesktopSidReq()
                                                .withDesktopIds(List.of(one, other))));
        assertThat(several.getHttpStatusCode()).isEqualTo(202);
        assertThat(several.getJobId()).isNotBlank();
        clock.advance(JOB_SECONDS);
        assertThat(truth(other).path("domain").asText()).isEqualTo("in");
    }

    @Test
    void changesTheUserName() {
        String id = plainDesktop(0);
        String old = truth(id).path("user_name").asText();
        var response =
                sdk.updateDesktopUsername(
                        new UpdateDesktopUsernameRequest()
                                .withBody(
                                        new UpdateDesktopUsernameReq()
                                                .withOldUsername(old)
                                                .withNewUsername("n.ewname")
                                                .withIsReboot(true)));
        assertThat(response.getHttpStatusCode()).isEqualTo(204);
        clock.advance(JOB_SECONDS * 0.35);
        assertThat(truth(id).path("task_status").asText()).startsWith("reboot");
        clock.advance(JOB_SECONDS);
        assertThat(truth(id).path("user_name").asText()).isEqualTo("n.ewname");
        assertThat(truth(id).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void rebuildsASystemDisk() {
        String id = plainDesktop(0);
        var images =
                sdk.listImages(
                                new ListImagesRequest()
                                        .withImageType("private")
                                        .withOsType("Windows"))
                        .getImages();
        assertThat(images)
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.getOsType()).isEqualTo("Windows"));
        String image =
                images.stream()
                        .map(i -> i.getId())
                        .filter(i -> !i.equals(truth(id).path("image_id").asText()))
                        .findFirst()
                        .orElseThrow();
        var response =
                sdk.batchRebuildDesktopsSystemDisk(
                        new BatchRebuildDesktopsSystemDiskRequest()
                                .withBody(
                                        new RebuildDesktopsReq()
                                                .withDesktopIds(List.of(id))
                                                .withImageType("private")
                                                .withImageId(image)
                                                .withDelayTime(0)
                                                .withMessage("Bitte speichern. 请保存您的工作。")));
        assertThat(response.getErrorCode()).isNull();
        String job = response.getJobId();
        assertThat(sdk.listItaSubJobs(new ListItaSubJobsRequest().withJobId(job)).getJobs())
                .isEmpty();
        clock.advance(JOB_SECONDS * 0.3);
        DesktopDetailInfo meanwhile =
                sdk.showDesktopDetail(new ShowDesktopDetailRequest().withDesktopId(id))
                        .getDesktop();
        assertThat(meanwhile.getTaskStatus()).startsWith("rebuild");
        assertThat(meanwhile.getProcess()).isBetween(1, 99);
        assertThat(meanwhile.getStatus()).isEqualTo("SHUTOFF");
        clock.advance(JOB_SECONDS);
        var parts = sdk.listItaSubJobs(new ListItaSubJobsRequest().withJobId(job)).getJobs();
        assertThat(parts)
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.getStatus()).isEqualTo("SUCCESS");
                    assertThat(p.getJobType()).isEqualTo("rebuildDesktops");
                    assertThat(p.getJobId()).isEqualTo(job);
                    assertThat(p.getEntities().getDesktopId()).isEqualTo(id);
                });
        var parent = sdk.showJob(new ShowJobRequest().withJobId(job));
        assertThat(parent.getStatus()).isEqualTo("COMPLETE");
        assertThat(parent.getSubJobsTotal()).isEqualTo(1);
        assertThat(truth(id).path("image_id").asText()).isEqualTo(image);
    }

    @Test
    void readsARefusalInsideA200() {
        var response =
                sdk.batchRebuildDesktopsSystemDisk(
                        new BatchRebuildDesktopsSystemDiskRequest()
                                .withBody(
                                        new RebuildDesktopsReq()
                                                .withDesktopIds(List.of(plainDesktop(0)))
                                                .withImageType("gold")
                                                .withImageId("no-such-image")));
        assertThat(response.getHttpStatusCode()).isEqualTo(200);
        assertThat(response.getErrorCode()).startsWith("WKS.");
        assertThat(response.getJobId()).isNull();
    }

    @Test
    void powersDesktops() {
        String on = plainDesktop(0);
        String off = plainDesktop(1);
        edit(off, "{\"status\":\"SHUTOFF\"}");
        var response =
                sdk.batchRunDesktops(
                        new BatchRunDesktopsRequest()
                                .withBody(
                                        new BatchActionDesktopsReq()
                                                .withDesktopIds(List.of(on, off))
                                                .withOpType("os-stop")
                                                .withType(BatchActionDesktopsReq.TypeEnum.SOFT)));
        assertThat(response.getFailedOperationList())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.getDesktopId()).isEqualTo(off);
                    assertThat(f.getErrorCode()).isEqualTo("WKS.00010032");
                });
        assertThat(truth(on).path("task_status").asText()).isEqualTo("powering-off");
        clock.advance(JOB_SECONDS);
        assertThat(truth(on).path("status").asText()).isEqualTo("SHUTOFF");
    }

    @Test
    void rejoinsTheDomain() {
        String id = plainDesktop(0);
        edit(id, "{\"domain\":\"out\"}");
        var response = sdk.registerDomain(new RegisterDomainRequest().withDesktopId(id));
        assertThat(response.getHttpStatusCode()).isEqualTo(202);
        ClientRequestException busy =
                catchThrowableOfType(
                        ClientRequestException.class,
                        () -> sdk.registerDomain(new RegisterDomainRequest().withDesktopId(id)));
        assertThat(busy.getHttpStatusCode()).isEqualTo(409);
        assertThat(busy.getErrorCode()).isEqualTo("WKS.00010032");
        assertThat(busy.getRequestId()).isNotBlank();
        clock.advance(JOB_SECONDS);
        assertThat(sdk.showJob(new ShowJobRequest().withJobId(response.getJobId())).getStatus())
                .isEqualTo("COMPLETE");
        assertThat(truth(id).path("domain").asText()).isEqualTo("in");
    }

    @Test
    void opensTheServiceInTheSecondProject() {
        JsonNode projects =
                control.call("GET", "/v3/projects?name=" + simulator.region() + "_team", null)
                        .json();
        String project = projects.path("projects").path(0).path("id").asText();
        JsonNode vpc = control.call("GET", "/v2/{p}/subnets", null).json().path("subnets").path(4);
        WorkspaceClient team = VendorClient.of(simulator, project);
        assertThat(team.listWorkspaces(new ListWorkspacesRequest()).getStatus())
                .isEqualTo(ListWorkspacesResponse.StatusEnum.CLOSED);
        var response =
                team.applyWorkspace(
                        new ApplyWorkspaceRequest()
                                .withBody(
                                        new ApplyWorkspaceReq()
                                                .withAdDomains(
                                                        new AdDomain()
                                                                .withDomainType(
                                                                        AdDomain.DomainTypeEnum
                                                                                .LOCAL_AD)
                                                                .withDomainName("corp.example.com")
                                                                .withDomainAdminAccount(
                                                                        "svc-desktop")
                                                                .withDomainPassword("Example#2468")
                                                                .withActiveDomainIp("10.16.0.9")
                                                                .withActiveDomainName(
                                                                        "dc1.corp.example.com")
                                                                .withActiveDnsIp("10.16.0.9"))
                                                .withVpcId(vpc.path("vpc_id").asText())
                                                .withSubnetIds(
                                                        List.of(
                                                                new Subnet()
                                                                        .withSubnetId(
                                                                                vpc.path("id")
                                                                                        .asText())))
                                                .withAccessMode(
                                                        ApplyWorkspaceReq.AccessModeEnum
                                                                .INTERNET)));
        assertThat(response.getJobId()).isNotBlank();
        clock.advance(JOB_SECONDS * 0.5);
        assertThat(team.listWorkspaces(new ListWorkspacesRequest()).getStatus())
                .isEqualTo(ListWorkspacesResponse.StatusEnum.SUBSCRIBING);
        clock.advance(JOB_SECONDS);
        ListWorkspacesResponse open = team.listWorkspaces(new ListWorkspacesRequest());
        assertThat(open.getStatus()).isEqualTo(ListWorkspacesResponse.StatusEnum.SUBSCRIBED);
        assertThat(open.getConfigStatus()).isEqualTo("0");
        assertThat(open.getAdDomains().getActiveDomainName()).isEqualTo("dc1.corp.example.com");
        assertThat(team.showJob(new ShowJobRequest().withJobId(response.getJobId())).getStatus())
                .isEqualTo("SUCCESS");
    }

    @Test
    void readsServiceDetails() {
        ListWorkspacesResponse service = sdk.listWorkspaces(new ListWorkspacesRequest());
        assertThat(service.getStatus()).isEqualTo(ListWorkspacesResponse.StatusEnum.SUBSCRIBED);
        assertThat(service.getProgress()).isEqualTo("100%");
        assertThat(service.getAdDomains().getDomainName()).isEqualTo("corp.example.com");
        assertThat(service.getSubnetIds()).hasSize(4);
    }

    @Test
    void readsZonesUsersAndUnits() {
        var zones = sdk.listAvailabilityZones(new ListAvailabilityZonesRequest());
        assertThat(zones.getAvailabilityZones())
                .hasSize(3)
                .allSatisfy(z -> assertThat(z.getVisible()).isTrue());
        var users = sdk.listUsers(new ListUsersRequest().withLimit("20").withOffset("5"));
        assertThat(users.getTotalCount()).isGreaterThan(300);
        assertThat(users.getUsers())
                .hasSize(20)
                .allSatisfy(u -> assertThat(u.getUserName()).matches("[a-z]\\.[a-z]+\\d*"));
        var units = sdk.listOuDetails(new ListOuDetailsRequest().withLimit(3));
        assertThat(units.getTotalCount()).isEqualTo(10);
    }

    @Test
    void aWrongSecretIsRefusedWithTheGatewaysCode() {
        WorkspaceClient wrong =
                VendorClient.of(
                        simulator,
                        new com.huaweicloud.sdk.core.auth.BasicCredentials()
                                .withAk(simulator.accessKey())
                                .withSk("not-the-secret")
                                .withProjectId(simulator.projectId()));
        ClientRequestException refused =
                catchThrowableOfType(
                        ClientRequestException.class,
                        () -> wrong.listWorkspaces(new ListWorkspacesRequest()));
        assertThat(refused.getHttpStatusCode()).isEqualTo(401);
        assertThat(refused.getErrorCode()).isEqualTo("APIGW.0301");
        assertThat(refused.getErrorMsg()).contains("verify aksk signature fail");
    }
}
