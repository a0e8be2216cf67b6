package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.SambaDc;
import org.workspaceadmin.task.Workers;

/** The checks against a real domain controller, healthy and with faults caused for real. */
class SambaTest {
    private static SambaDc controller;
    private static X509TrustManager trust;

    @BeforeAll
    static void start() throws IOException {
        controller = SambaDc.start();
        trust = SambaDc.trust();
        controller.tool("user", "create", "joiner", "J0iner!pass");
        controller.tool("group", "add", "Workspace operators");
        controller.tool("group", "addmembers", "Workspace operators", "joiner");
        controller.tool("user", "create", "plain", "Pl4in!pass");
        controller.tool("user", "create", "gone", "G0ne!pass");
        controller.tool("user", "disable", "gone");
        controller.tool("user", "create", "fresh", "Fr3sh!pass", "--must-change-at-next-login");
    }

    @AfterAll
    static void stop() {
        if (controller != null) {
            controller.close();
        }
    }

    @Test
    void aHealthyControllerPassesEverything() {
        List<CheckResult> found = check(order(SambaDc.ADMIN, SambaDc.PASSWORD));
        found.forEach(System.out::println);
        assertThat(of(found, CheckKind.DNS_CONTROLLERS).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(of(found, CheckKind.DNS_ADDRESS).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(of(found, CheckKind.IDENTITY).code()).isEqualTo("SAME");
        assertThat(of(found, CheckKind.CLOCK).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(of(found, CheckKind.CERTIFICATE).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(of(found, CheckKind.ACCOUNT).code()).isEqualTo("SIGNED_IN");
        assertThat(of(found, CheckKind.RIGHTS).code()).isEqualTo("DOMAIN_ADMIN");
    }

    @Test
    void eachFaultOfAnAccountIsToldApart() throws IOException {
        assertThat(account(SambaDc.ADMIN, "wrong").code()).isEqualTo("WRONG_PASSWORD");
        assertThat(account("gone", "G0ne!pass").code()).isEqualTo("DISABLED");
        assertThat(account("fresh", "Fr3sh!pass").code()).isEqualTo("MUST_CHANGE_PASSWORD");
        assertThat(of(check(order("plain", "Pl4in!pass")), CheckKind.RIGHTS).code())
                .isEqualTo("MAY_NOT");
        controller.tool("group", "addmembers", "Domain Admins", "Workspace operators");
        assertThat(of(check(order("joiner", "J0iner!pass")), CheckKind.RIGHTS).code())
                .as("by nesting")
                .isEqualTo("DOMAIN_ADMIN");
    }

    private static CheckResult account(String name, String password) {
        return of(check(order(name, password)), CheckKind.ACCOUNT);
    }

    private static CheckOrder order(String account, @Nullable String password) {
        return new CheckOrder(
                SambaDc.DOMAIN,
                List.of(new Controller(controller.address(), SambaDc.NAME)),
                List.of(controller.address()),
                true,
                password == null ? null : new Account(account, Secret.of(password)),
                Duration.ZERO);
    }

    private static List<CheckResult> check(CheckOrder order) {
        List<CheckResult> found = new CopyOnWriteArrayList<>();
        new DirectoryCheck(Workers.virtual("check"), InstantSource.system(), Endpoints.REAL, trust)
                .run(order, found::add)
                .await();
        return found;
    }

    private static CheckResult of(List<CheckResult> found, CheckKind kind) {
        return found.stream().filter(r -> r.check() == kind).findFirst().orElseThrow();
    }
}
