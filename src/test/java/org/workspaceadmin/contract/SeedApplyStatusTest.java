package org.workspaceadmin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.simulator.Exchange;

/**
 * Every status on the vendor's page Apply, from the wire to the words for it. No operation carries
 * this call yet, so the client sends it.
 */
class SeedApplyStatusTest {
    private static final String APPLY = "/workspaces";

    private static SeedBench seeds;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        seeds = new SeedBench(folder);
    }

    @AfterAll
    static void stop() {
        seeds.close();
    }

    private static WriteAnswer apply(CloudConnection connection, String domain) {
        Subnet subnet =
                seeds.closed.vpcsOfNetwork().await().stream()
                        .flatMap(vpc -> seeds.closed.subnetsOfNetwork(vpc.id()).await().stream())
                        .filter(each -> !each.cidr().startsWith("172."))
                        .findFirst()
                        .orElseThrow();
        ApplyOrder order =
                new ApplyOrder(
                        new DomainSettings.LiteAd(domain, "vdsadmin", Secret.of("Cloud#Desk7op")),
                        subnet.vpcId(),
                        List.of(subnet.id()),
                        "INTERNET",
                        "",
                        "",
                        "",
                        "",
                        null);
        return connection.send(connection.writes().applyV1(order)).await();
    }

    @Test
    void acceptedNamesTheJobToFollow() {
        WriteAnswer answer = apply(seeds.closed, "desk.example.com");

        assertThat(answer)
                .asInstanceOf(type(WriteAnswer.Accepted.class))
                .satisfies(a -> {
                    assertThat(a.httpStatus()).isEqualTo(200);
                    assertThat(seeds.closed.job(a.jobId()).await().id()).isEqualTo(a.jobId());
                });
    }

    @Test
    void anApplicationWithABadDomainNameIsRefused() {
        WriteAnswer answer = apply(seeds.closed, "-desk");

        refused(answer, 400, "does not accept a value", "服务不接受某个取值");
    }

    @Test
    void wrongKeysAreRefused() {
        refused(
                apply(seeds.wrongKey, "desk.example.com"),
                401,
                "secret key does not fit",
                "秘密访问密钥与访问密钥不匹配");
    }

    @Test
    void aMissingPermissionIsNamed() {
        seeds.deny(APPLY);
        refused(apply(seeds.closed, "desk.example.com"), 403, "permission is missing", "缺少权限");
    }

    @ParameterizedTest
    @CsvSource({
        "404, WKS.00990404, names does not exist, 申请中引用的资源不存在",
        "405, WKS.00990405, does not take this kind of call, 服务不接受这种调用方式",
        "500, WKS.00000003, Cancel the service and apply again, 请取消服务后重新申请",
    })
    void otherRefusalsTellWhatTheyMean(int status, String code, String english, String chinese) {
        seeds.answer(APPLY, status, code);
        refused(apply(seeds.closed, "desk.example.com"), status, english, chinese);
    }

    @Test
    void whenTheServiceIsNotAvailableTheOutcomeIsUnknown() {
        seeds.answer(APPLY, 503, "APIGW.0201");
        WriteAnswer answer = apply(seeds.closed, "desk.example.com");

        assertThat(answer)
                .asInstanceOf(type(WriteAnswer.Unanswered.class))
                .satisfies(u ->
                        SeedCase.reads(
                                u.problem(),
                                exchange(503),
                                "not available at the moment",
                                "服务暂时不可用"));
    }

    private static void refused(WriteAnswer answer, int status, String english, String chinese) {
        assertThat(answer)
                .asInstanceOf(type(WriteAnswer.Refused.class))
                .satisfies(r -> SeedCase.reads(r.problem(), exchange(status), english, chinese));
    }

    private static Exchange exchange(int status) {
        Exchange exchange = seeds.newest(APPLY);
        assertThat(exchange.path()).startsWith("/v1.0/");
        assertThat(exchange.status()).isEqualTo(status);
        return exchange;
    }
}
