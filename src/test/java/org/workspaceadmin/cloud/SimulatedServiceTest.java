package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** Every call against the simulated service, which shares no code with this room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedServiceTest {
    private Simulator simulator;
    private CloudConnection cloud;

    @BeforeAll
    void start() throws IOException {
        simulator =
                Simulator.start(
                        Watched.options().withDesktops(1700).withJobTime(Duration.ofMillis(200)));
        cloud = connect(simulator, keys(simulator), Generation.V2);
    }

    @AfterAll
    void stop() {
        cloud.close();
        simulator.close();
    }

    static Credentials keys(Simulator simulator) {
        return new Credentials.AccessKey(
                simulator.accessKey(), simulator.secretKey().toCharArray());
    }

    static CloudConnection connect(
            Simulator simulator, Credentials credentials, Generation generation) {
        return Cloud.connect(
                CloudSettings.single(
                        simulator.endpoint(),
                        simulator.projectId(),
                        simulator.region(),
                        generation),
                credentials,
                Workers.virtual("test"),
                Timer.system(),
                new Redactor());
    }

    @Test
    void readsTheWholeFleetInPages() {
        List<DesktopPage> pages = new CopyOnWriteArrayList<>();
        FleetListing listing = cloud.allDesktops(DesktopQuery.all(), pages::add).await();
        assertThat(listing.desktops()).hasSize(1700).doesNotHaveDuplicates();
        assertThat(listing.consistent()).isTrue();
        assertThat(pages.stream().mapToInt(p -> p.desktops().size()).sum()).isEqualTo(1700);
        assertThat(listing.desktops())
                .allSatisfy(d -> {
                    assertThat(d.id()).isNotEmpty();
                    assertThat(d.name()).isNotEmpty();
                    assertThat(d.created()).isNotNull();
                    assertThat(d.addresses()).isNotEmpty();
                    assertThat(d.imageName()).isNotEmpty();
                    assertThat(d.product()).isNotEmpty();
                    assertThat(d.subnetId()).isNotEmpty();
                });
        assertThat(listing.desktops())
                .extracting(d -> d.osFamily().known())
                .contains(OsFamily.WINDOWS, OsFamily.LINUX)
                .doesNotContain(OsFamily.UNKNOWN);
    }

    @Test
    void filtersOnTheServer() {
        Desktop one = cloud.desktops(DesktopQuery.all(), 7, 1).await().desktops().getFirst();
        DesktopPage page =
                cloud.desktops(DesktopQuery.all().with("desktop_id", one.id()), 0, 10).await();
        assertThat(page.totalCount()).isEqualTo(1);
        assertThat(page.desktops()).extracting(Desktop::name).containsExactly(one.name());
    }

    @Test
    void readsTheShortListAndOneDesktop() {
        Desktop brief = cloud.shortDesktops(DesktopQuery.all(), 3, 1).await().desktops().getFirst();
        var full = cloud.desktop(brief.id()).await();
        assertThat(full.desktop().name()).isEqualTo(brief.name());
        assertThat(full.desktop().addresses()).containsAll(brief.addresses());
        assertThat(full.fields())
                .extracting(f -> f.path())
                .contains("desktop_id", "metadata.os_type");
    }

    @Test
    void aMissingDesktopIsNotFound() {
        fails(Kind.NOT_FOUND, () -> cloud.desktop("00000000-0000-0000-0000-000000000000").await());
    }

    @Test
    void asksForTheDomain() {
        List<String> ids =
                cloud.desktops(DesktopQuery.all(), 0, 100).await().desktops().stream()
                        .map(Desktop::id)
                        .toList();
        assertThat(cloud.checkDomain(ids).await())
                .hasSize(100)
                .extracting(c -> c.membership())
                .contains(DomainMembership.IN, DomainMembership.OUT)
                .doesNotContain(DomainMembership.UNKNOWN);
    }

    @Test
    void listsImagesOfEveryType() {
        for (String type : List.of("gold", "private", "market")) {
            assertThat(cloud.images(type).await())
                    .isNotEmpty()
                    .allSatisfy(i -> assertThat(i.id()).isNotEmpty())
                    .extracting(Image::type)
                    .containsOnly(type);
        }
        List<String> ids =
                cloud.desktops(DesktopQuery.all(), 0, 20).await().desktops().stream()
                        .map(Desktop::id)
                        .toList();
        assertThat(cloud.checkImages(ids).await()).isNotEmpty();
    }

    @Test
    void rejoinsOneDesktopAndFollowsItsJob() {
        List<Desktop> desktops = cloud.desktops(DesktopQuery.all(), 0, 100).await().desktops();
        String out =
                cloud.checkDomain(desktops.stream().map(Desktop::id).toList()).await().stream()
                        .filter(c -> c.membership() == DomainMembership.OUT && c.rejoinAble())
                        .findFirst()
                        .orElseThrow()
                        .desktopId();
        assertThat(cloud.send(cloud.writes().rejoin(out)).await())
                .asInstanceOf(type(WriteAnswer.Accepted.class))
                .satisfies(a -> {
                    assertThat(a.httpStatus()).isEqualTo(202);
                    assertThat(cloud.job(a.jobId()).await().type())
                            .isEqualTo("desktopRejoinDomain");
                    cloud.subJobs(SubJobQuery.ofJob(a.jobId())).await();
                });
    }

    @Test
    void readsTheServiceAndItsSurroundings() {
        ServiceDetails service = cloud.service().await();
        assertThat(service.working()).isTrue();
        assertThat(service.domain().name()).isNotEmpty();
        assertThat(service.subnetIds()).isNotEmpty().noneMatch(s -> s.startsWith("{"));
        assertThat(cloud.lockStatus().await().locked()).isFalse();
        assertThat(cloud.zones().await()).isNotEmpty();
        assertThat(cloud.users("").await()).isNotEmpty();
        assertThat(cloud.ous().await()).isNotEmpty();
        assertThat(cloud.adOus().await()).isNotEmpty();
        assertThat(cloud.adUsers(cloud.adOus().await().getFirst().dn()).await()).isNotNull();
        List<Vpc> vpcs = cloud.vpcsOfWorkspace().await();
        assertThat(cloud.vpcsOfNetwork().await())
                .extracting(Vpc::id)
                .containsExactlyInAnyOrderElementsOf(vpcs.stream().map(Vpc::id).toList());
        String vpc = service.vpcId();
        assertThat(cloud.subnetsOfWorkspace(vpc).await()).isNotEmpty();
        assertThat(cloud.subnetsOfNetwork(vpc).await()).isNotEmpty();
        assertThat(cloud.freeAddresses(service.subnetIds().getFirst()).await()).isPositive();
        assertThat(cloud.checkCidr(List.of("192.168.0.0/24"), "").await().managementCidrs())
                .isNotNull();
        assertThat(cloud.enterpriseIdUsed(service.enterpriseId()).await()).isTrue();
    }

    @Test
    void asksTheNetworkServiceWhereWorkspaceLacksTheList() throws IOException {
        try (Simulator poor =
                        Simulator.start(
                                Watched.options()
                                        .withDesktops(10)
                                        .withLacks(
                                                Set.of(
                                                        "workspace-vpcs",
                                                        "workspace-subnets",
                                                        "domain-check")));
                CloudConnection c = connect(poor, keys(poor), Generation.V2)) {
            fails(Kind.NOT_OFFERED, () -> c.vpcsOfWorkspace().await());
            List<Vpc> vpcs = c.vpcs().await();
            assertThat(vpcs).isNotEmpty();
            assertThat(c.subnets(c.service().await().vpcId()).await()).isNotEmpty();
            fails(Kind.NOT_OFFERED, () -> c.checkDomain(List.of("d")).await());
        }
    }

    @Test
    void worksWithATokenToo() {
        Credentials password =
                new Credentials.Password(
                        simulator.account(), simulator.user(), simulator.password().toCharArray());
        try (CloudConnection c = connect(simulator, password, Generation.V2)) {
            assertThat(c.token().await().projectId()).isEqualTo(simulator.projectId());
            assertThat(c.desktops(DesktopQuery.all(), 0, 5).await().desktops()).hasSize(5);
            assertThat(c.projects("").await())
                    .extracting(p -> p.id())
                    .contains(simulator.projectId());
            assertThat(c.callerIdentity().await().accountId()).isNotEmpty();
            assertThat(c.enterpriseProjects().await()).isNotEmpty();
        }
    }

    @Test
    void worksWithTemporaryKeys() {
        Credentials password =
                new Credentials.Password(
                        simulator.account(), simulator.user(), simulator.password().toCharArray());
        try (CloudConnection c = connect(simulator, password, Generation.V2)) {
            var key = c.temporaryKey(900).await();
            Credentials temporary =
                    new Credentials.TemporaryKey(
                            key.access(), key.secret(), key.token(), key.expires());
            try (CloudConnection t = connect(simulator, temporary, Generation.V2)) {
                assertThat(t.desktops(DesktopQuery.all(), 0, 5).await().desktops()).hasSize(5);
            }
        }
    }

    @Test
    void aWrongKeyIsUnauthenticatedAndAskedOnce() {
        Credentials wrong =
                new Credentials.AccessKey("HWCEXAMPLEACCESSKEY9", "wrong-secret".toCharArray());
        try (CloudConnection c = connect(simulator, wrong, Generation.V2)) {
            fails(Kind.UNAUTHENTICATED, () -> c.service().await());
        }
    }

    @Test
    void sendsTheOtherWrites() throws IOException {
        try (Simulator own =
                        Simulator.start(
                                Watched.options()
                                        .withDesktops(60)
                                        .withJobTime(Duration.ofMillis(50)));
                CloudConnection c = connect(own, keys(own), Generation.V2)) {
            Writes w = c.writes();
            List<Desktop> idle =
                    c.allDesktops(DesktopQuery.all(), p -> {}).await().desktops().stream()
                            .filter(d ->
                                    d.active() && !d.busy() && d.osFamily().is(OsFamily.WINDOWS))
                            .toList();
            List<String> ids = idle.subList(0, 2).stream().map(Desktop::id).toList();
            assertThat(accepted(c, w.notification(ids, "back soon")).jobId()).isNotEmpty();
            assertThat(accepted(c, w.logOff(ids, "log off")).jobId()).isEmpty();
            assertThat(accepted(c, w.power(ids, "reboot", "SOFT")).failures()).isEmpty();
            accepted(c, w.rename(idle.get(2).id(), "NEW-NAME-1"));
            accepted(c, w.updateSids(List.of(idle.get(3).id())));
            String user = idle.get(4).userName();
            assertThat(
                            accepted(
                                            c,
                                            w.changeUserName(
                                                    new UserNameChange(
                                                            user, "", "new.user", "", false)))
                                    .httpStatus())
                    .isEqualTo(204);
            Image image =
                    c.images("gold").await().stream()
                            .filter(i -> i.osFamily().is(OsFamily.WINDOWS))
                            .findFirst()
                            .orElseThrow();
            RebuildOrder order =
                    new RebuildOrder("gold", image.id(), image.name(), "", 0, "", "", "");
            assertThat(accepted(c, w.rebuild(List.of(idle.get(5).id()), order)).jobId())
                    .isNotEmpty();
            assertThat(c.send(w.rejoin("no-such-desktop")).await())
                    .asInstanceOf(type(WriteAnswer.Refused.class))
                    .extracting(r -> r.problem().kind())
                    .isEqualTo(Kind.NOT_FOUND);
        }
    }

    private static WriteAnswer.Accepted accepted(CloudConnection c, WriteRequest request) {
        WriteAnswer answer = c.send(request).await();
        assertThat(answer).describedAs(request.toString()).isInstanceOf(WriteAnswer.Accepted.class);
        return (WriteAnswer.Accepted) answer;
    }

    static void fails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(ProblemException.class))
                .extracting(e -> e.problem().kind())
                .isEqualTo(kind);
    }
}
