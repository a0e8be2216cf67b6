package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.ControllerCheck;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.DomainSettings.Controller;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.ServiceChange;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.task.Work;

/** Method, path, query and body of every call, as the server sees them. */
class RequestShapesTest {
    static final ControllerCheck CONTROLLER =
            new ControllerCheck(
                    "corp.example.com",
                    "10.0.0.9",
                    "dc1.corp.example.com",
                    "admin",
                    Secret.of("Passw0rd!"),
                    false,
                    "");

    private static final DomainSettings LOCAL =
            new DomainSettings.LocalAd(
                    "corp.example.com",
                    "admin",
                    Secret.of("Pw\"1"),
                    new Controller("10.0.0.9", "dc1.corp.example.com", "10.0.0.10"),
                    Controller.NONE,
                    true,
                    new DomainSettings.Ldaps("PEM", "", ""));

    private static ApplyOrder order(DomainSettings domain) {
        return new ApplyOrder(
                domain, "v1", List.of("s1", "s2"), "BOTH", "az01", "acme", "", "", null);
    }

    private static Arguments read(
            String shape, String body, Function<CloudConnection, Work<?>> call) {
        return Arguments.of(shape, body, call);
    }

    static Stream<Arguments> reads() {
        DesktopQuery query =
                DesktopQuery.all().with("desktop_id", "b", "a").with("user_name", "jo&x");
        return Stream.of(
                read(
                        "GET /v2/P/desktops/detail?desktop_id=a&desktop_id=b&limit=100&offset=20"
                                + "&user_name=jo%26x",
                        "", c -> c.desktops(query, 20, 100)),
                read(
                        "GET /v2/P/desktops?limit=7&offset=0",
                        "",
                        c -> c.shortDesktops(DesktopQuery.all(), 0, 7)),
                read("GET /v2/P/desktops/d%2F1", "", c -> c.desktop("d/1")),
                read(
                        "POST /v2/P/desktops/batch-rejoin-domain/check",
                        "{'desktop_ids':['a','b']}",
                        c -> c.checkDomain(List.of("a", "b"))),
                read(
                        "POST /v2/P/desktops/check-images",
                        "{'desktop_ids':['a']}",
                        c -> c.checkImages(List.of("a"))),
                read(
                        "GET /v2/P/images?image_type=gold&limit=100&offset=0",
                        "",
                        c -> c.images("gold")),
                read(
                        "GET /v2/P/images?image_type=private&limit=100&offset=0",
                        "",
                        c -> c.images("private")),
                read(
                        "GET /v2/cloudimages?__imagetype=market&limit=500",
                        "",
                        c -> c.images("market")),
                read(
                        "GET /v2/cloudimages?__imagetype=shared&limit=500",
                        "",
                        c -> c.images("shared")),
                read("GET /v2/P/workspace-jobs/j1", "", c -> c.job("j1")),
                read("GET /v1.0/P/workspace-jobs/j1", "", c -> c.jobV1("j1")),
                read(
                        "GET /v2/P/workspace-sub-jobs?job_id=j1&limit=1000&offset=0",
                        "",
                        c -> c.subJobs(SubJobQuery.ofJob("j1"))),
                read(
                        "GET /v2/P/workspace-sub-jobs?job_type=desktopRejoinDomain&limit=1000"
                                + "&offset=1000",
                        "",
                        c -> c.subJobs(SubJobQuery.ofType("desktopRejoinDomain").from(1000))),
                read("GET /v2/P/workspaces", "", c -> c.service()),
                read("GET /v2/P/workspaces/lock-status", "", c -> c.lockStatus()),
                read(
                        "POST /v2/P/workspaces/enterprise-ids/check",
                        "{'enterprise_id':'acme'}",
                        c -> c.enterpriseIdUsed("acme")),
                read(
                        "POST /v2/P/check-cidr",
                        "{'tenant_cidrs':['10.0.0.0/24'],'availability_zone':'az1'}",
                        c -> c.checkCidr(List.of("10.0.0.0/24"), "az1")),
                read(
                        "POST /v2/P/domain-controllers/validation",
                        "{'domain':'corp.example.com','dc_ip':'10.0.0.9',"
                                + "'dc_name':'dc1.corp.example.com',"
                                + "'domain_admin_account':'admin','domain_password':'Passw0rd!',"
                                + "'is_ldaps_enable':false}",
                        c -> c.checkController(CONTROLLER)),
                read("GET /v2/P/vpcs", "", c -> c.vpcs()),
                read("GET /v1/P/vpcs?limit=2000", "", c -> c.vpcsOfNetwork()),
                read("GET /v2/P/subnets?vpc_id=v1", "", c -> c.subnets("v1")),
                read("GET /v1/P/subnets?limit=2000&vpc_id=v1", "", c -> c.subnetsOfNetwork("v1")),
                read("GET /v2/P/subnets/s1/available-ip", "", c -> c.freeAddresses("s1")),
                read("GET /v2/P/availability-zones", "", c -> c.zones()),
                read("GET /v2/P/users?limit=100&offset=0&user_name=jo", "", c -> c.users("jo")),
                read("GET /v2/P/ous?limit=1000&offset=0", "", c -> c.ous()),
                read("GET /v2/P/ad-ous?limit=1000&offset=0", "", c -> c.adOus()),
                read(
                        "GET /v2/P/ou-users?limit=200&offset=0&ou_dn=OU%3Da%2CDC%3Db",
                        "", c -> c.adUsers("OU=a,DC=b")),
                read("GET /v3/projects?name=eu-1", "", c -> c.projects("eu-1")),
                read("GET /v3/auth/projects", "", c -> c.usableProjects()),
                read(
                        "POST /v3.0/OS-CREDENTIAL/securitytokens",
                        "{'auth':{'identity':{'methods':['token'],"
                                + "'token':{'duration_seconds':900}}}}",
                        c -> c.temporaryKey(900)),
                read(
                        "POST /v5/decode-authorization-message",
                        "{'encoded_message':'xyz'}",
                        c -> c.decodeAuthorization("xyz")),
                read("GET /v5/caller-identity", "", c -> c.callerIdentity()),
                read(
                        "GET /v1.0/enterprise-projects?limit=1000&offset=0",
                        "",
                        c -> c.enterpriseProjects()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void readsLookLikeThis(String shape, String body, Function<CloudConnection, Work<?>> call) {
        String answer = "{\"status\":\"RUNNING\",\"id\":\"x\",\"desktop\":{\"desktop_id\":\"d\"}}";
        try (Connected c = Connected.answering(200, answer)) {
            call.apply(c.cloud).await();
            checkLast(c, shape, body);
        }
    }

    private static void checkLast(Connected c, String shape, String body) {
        TinyServer.Request request = c.server.last();
        assertThat(request.method() + " " + request.target())
                .isEqualTo(shape.replace("/P/", "/" + Connected.PROJECT + "/"));
        assertThat(Json.parse(request.body())).isEqualTo(Json.parse(body.replace('\'', '"')));
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.header("x-language")).isEqualTo("en-us");
        assertThat(request.header("authorization"))
                .startsWith("SDK-HMAC-SHA256 Access=HWCEXAMPLEACCESSKEY1, SignedHeaders=host;");
    }

    private static Arguments write(
            String shape, String body, Function<Writes, WriteRequest> build) {
        return Arguments.of(shape, body, build);
    }

    static Stream<Arguments> writes() {
        List<String> ids = List.of("a", "b");
        RebuildOrder full =
                new RebuildOrder("market", "i", "n", "Windows", 15, "save \"now\"", "o", "0");
        RebuildOrder bare = new RebuildOrder("gold", "i", "n", "", 0, "", "", "");
        return Stream.of(
                write("POST /v2/P/desktops/d%201/rejoin-domain", "", w -> w.rejoin("d 1")),
                write(
                        "POST /v2/P/desktops/batch-rejoin-domain",
                        "{'desktop_ids':['a','b']}",
                        w -> w.rejoinBatch(ids)),
                write(
                        "PUT /v2/P/desktops/sids",
                        "{'desktop_ids':['a','b']}",
                        w -> w.updateSids(ids)),
                write(
                        "PUT /v2/P/desktops/change-username",
                        "{'old_username':'o','new_username':'n','is_reboot':true}",
                        w -> w.changeUserName(new UserNameChange("o", "", "n", "", true))),
                write(
                        "PUT /v2/P/desktops/change-username",
                        "{'old_username':'o','old_user_domain':'x','new_username':'n',"
                                + "'new_user_domain':'y','is_reboot':false}",
                        w -> w.changeUserName(new UserNameChange("o", "x", "n", "y", false))),
                write(
                        "POST /v2/P/desktops/rebuild",
                        "{'desktop_ids':['a','b'],'image_type':'gold','image_id':'i'}",
                        w -> w.rebuild(ids, bare)),
                write(
                        "POST /v2/P/desktops/rebuild",
                        "{'desktop_ids':['a','b'],'image_type':'market','image_id':'i',"
                                + "'os_type':'Windows','delay_time':15,"
                                + "'message':'save \\\"now\\\"','order_id':'o',"
                                + "'enterprise_project_id':'0'}",
                        w -> w.rebuild(ids, full)),
                write(
                        "POST /v2/P/desktops/action",
                        "{'desktop_ids':['a','b'],'op_type':'os-stop','type':'HARD'}",
                        w -> w.power(ids, "os-stop", "HARD")),
                write(
                        "POST /v2/P/desktops/logoff",
                        "{'desktop_ids':['a','b'],'message':'bye'}",
                        w -> w.logOff(ids, "bye")),
                write(
                        "POST /v2/P/desktops/notifications",
                        "{'desktop_ids':['a','b'],'notifications':'hi'}",
                        w -> w.notification(ids, "hi")),
                write(
                        "PUT /v2/P/desktops/maintenance-mode",
                        "{'desktop_ids':['a','b'],'in_maintenance_mode':true}",
                        w -> w.maintenance(ids, true)),
                write(
                        "PUT /v2/P/desktops/d1",
                        "{'desktop':{'computer_name':'PC-1'}}",
                        w -> w.rename("d1", "PC-1")),
                write(
                        "POST /v2/P/workspace-jobs/j1/actions",
                        "{'op_type':'retry'}",
                        w -> w.retryJob("j1")),
                write(
                        "POST /v1.0/P/workspaces",
                        "{'ad_domains':{'domain_type':'LITE_AD','domain_name':'a.b.com',"
                                + "'domain_admin_account':'vds','domain_password':'Testabc!23'},"
                                + "'vpc_id':'v1','subnet_ids':[{'subnet_id':'s1'},"
                                + "{'subnet_id':'s2'}],'access_mode':'BOTH',"
                                + "'availability_zone':'az01'}",
                        w ->
                                w.applyV1(
                                        order(
                                                new DomainSettings.LiteAd(
                                                        "a.b.com",
                                                        "vds",
                                                        Secret.of("Testabc!23"))))),
                write(
                        "POST /v1.0/P/workspaces",
                        "{'ad_domains':{'domain_type':'LOCAL_AD','domain_name':'corp.example.com',"
                                + "'domain_admin_account':'admin','domain_password':'Pw\\\"1',"
                                + "'active_domain_ip':'10.0.0.9','active_dns_ip':'10.0.0.10'},"
                                + "'vpc_id':'v1','subnet_ids':[{'subnet_id':'s1'},"
                                + "{'subnet_id':'s2'}],'access_mode':'BOTH',"
                                + "'availability_zone':'az01'}",
                        w -> w.applyV1(order(LOCAL))),
                write(
                        "POST /v2/P/workspaces",
                        "{'ad_domains':{'domain_type':'LITE_AS'},'vpc_id':'v1',"
                                + "'subnet_ids':[{'subnet_id':'s1'},{'subnet_id':'s2'}],"
                                + "'access_mode':'BOTH','enterprise_id':'acme'}",
                        w -> w.applyV2(order(new DomainSettings.LiteAs()))),
                write(
                        "POST /v2/P/workspaces",
                        "{'ad_domains':{'domain_type':'LOCAL_AD','domain_name':'corp.example.com',"
                                + "'domain_admin_account':'admin','domain_password':'Pw\\\"1',"
                                + "'active_domain_ip':'10.0.0.9',"
                                + "'active_domain_name':'dc1.corp.example.com',"
                                + "'active_dns_ip':'10.0.0.10','delete_computer_object':1,"
                                + "'use_ldaps':true,'tls_config':{'cert_pem':'PEM'}},"
                                + "'vpc_id':'v1','subnet_ids':[{'subnet_id':'s1'},"
                                + "{'subnet_id':'s2'}],'access_mode':'BOTH',"
                                + "'enterprise_id':'acme'}",
                        w -> w.applyV2(order(LOCAL))),
                write(
                        "PUT /v2/P/workspaces",
                        "{'ad_info':{'domain_type':'LOCAL_AD','domain_admin_account':'a',"
                                + "'domain_password':'p'}}",
                        w ->
                                w.updateService(
                                        new ServiceChange.DomainAdministrator(
                                                "LOCAL_AD", "a", Secret.of("p")))),
                write(
                        "PUT /v2/P/workspaces",
                        "{'access_mode':'BOTH','dedicated_subnets':'10.0.0.0/8'}",
                        w -> w.updateService(new ServiceChange.Access("BOTH", "10.0.0.0/8"))),
                write(
                        "PUT /v2/P/workspaces",
                        "{'subnet_ids':['s1']}",
                        w -> w.updateService(new ServiceChange.Subnets(List.of("s1")))),
                write(
                        "PUT /v2/P/workspaces",
                        "{'internet_access_port':'9443'}",
                        w -> w.updateService(new ServiceChange.InternetPort(9443))),
                write(
                        "PUT /v2/P/workspaces",
                        "{'enterprise_id':'acme'}",
                        w -> w.updateService(new ServiceChange.EnterpriseId("acme"))),
                write(
                        "PUT /v2/P/workspaces",
                        "{'is_send_email':true}",
                        w -> w.updateService(new ServiceChange.Switch("is_send_email", true))),
                write("DELETE /v2/P/workspaces", "", Writes::cancelService),
                write(
                        "PUT /v2/P/workspaces/lock-status",
                        "{'operate_type':'unlock'}",
                        w -> w.unlockService(false)),
                write(
                        "PUT /v2/P/workspaces/lock-status",
                        "{'operate_type':'unLock'}",
                        w -> w.unlockService(true)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void writesLookLikeThis(String shape, String body, Function<Writes, WriteRequest> build) {
        try (Connected c = Connected.answering(200, "{\"job_id\":\"j\"}")) {
            WriteRequest request = build.apply(c.cloud.writes());
            c.cloud.send(request).await();
            checkLast(c, shape, body);
            assertThat(c.server.last().body()).isEqualTo(request.body());
            assertThat(c.server.last().target()).isEqualTo(request.path());
            assertThat(request.toString()).doesNotContain("Pw", "Testabc");
        }
    }

    @Test
    void generationsAreNeverMixed() {
        Writes writes = new Writes("p");
        assertThatThrownBy(() -> writes.applyV1(order(new DomainSettings.LiteAs())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        writes.applyV2(
                                order(new DomainSettings.LiteAd("a.b.com", "a", Secret.of("b")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void batchesHoldAtMostAHundred() {
        List<String> ids = Collections.nCopies(101, "d");
        Writes writes = new Writes("p");
        assertThatThrownBy(() -> writes.updateSids(ids))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writes.rejoinBatch(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallIsNamedWithoutItsIds() {
        try (Connected c = Connected.answering(404, "{}")) {
            assertThatThrownBy(() -> c.cloud.desktop("d1").await())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e ->
                                    assertThat(e.problem().call())
                                            .isEqualTo(
                                                    "GET /v2/{project_id}/desktops/{desktop_id}"));
            assertThat(c.cloud.send(c.cloud.writes().rejoin("d1")).await().toString())
                    .contains("POST /v2/{project_id}/desktops/{desktop_id}/rejoin-domain");
        }
    }

    @Test
    void signedHeadersAreHostDateProjectAndToken() {
        Credentials temporary =
                new Credentials.TemporaryKey(
                        "AKTEMP",
                        "sk-sk-sk".toCharArray(),
                        "token-token".toCharArray(),
                        java.time.Instant.MAX);
        try (Connected c = new Connected(temporary, r -> TinyServer.json(200, "{}"))) {
            c.cloud.lockStatus().await();
            TinyServer.Request request = c.server.last();
            assertThat(request.header("authorization"))
                    .contains("SignedHeaders=host;x-project-id;x-sdk-date;x-security-token,");
            assertThat(request.header("x-security-token")).isEqualTo("token-token");
            assertThat(request.header("x-project-id")).isEqualTo(Connected.PROJECT);
            assertThat(request.header("x-sdk-date")).isEqualTo("20260105T083000Z");
        }
    }

    @Test
    void signingInSendsPasswordAndCode() {
        List<String> bodies = new ArrayList<>();
        Credentials mfa =
                new Credentials.Password(
                        "acme", "jo", "Passw0rd!".toCharArray(), "u1", "123456".toCharArray());
        try (Connected c =
                new Connected(
                        mfa,
                        r -> {
                            bodies.add(r.method() + " " + r.target() + " " + r.body());
                            return TinyServer.json(
                                    201, "{}", java.util.Map.of("X-Subject-Token", "tok-tok"));
                        })) {
            c.cloud.token().await();
            assertThat(bodies)
                    .containsExactly(
                            "POST /v3/auth/tokens?nocatalog=1 {\"auth\":{\"identity\":{\"methods\":"
                                    + "[\"password\",\"totp\"],\"password\":{\"user\":{\"domain\":"
                                    + "{\"name\":\"acme\"},\"name\":\"jo\",\"password\":"
                                    + "\"Passw0rd!\"}},\"totp\":{\"user\":{\"id\":\"u1\","
                                    + "\"passcode\":\"123456\"}}},\"scope\":{\"project\":{\"id\":\""
                                    + Connected.PROJECT
                                    + "\"}}}}");
        }
    }
}
