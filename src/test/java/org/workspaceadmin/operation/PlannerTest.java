package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.operation.Plan.Exclusion;
import org.workspaceadmin.operation.Plan.PlannedRequest;
import org.workspaceadmin.operation.Plan.Reason;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.rules.domain.SiteLists;

class PlannerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RebuildOrder ORDER =
            new RebuildOrder("gold", "image", "Image", "", 5, "it's \"now\" $HOME `x`", "", "");

    private static PlanContext context(boolean batch) {
        return context(batch, Map.of(), Map.of());
    }

    private static PlanContext context(
            boolean batch, Map<String, DomainCheck> domain, Map<String, String> open) {
        return new PlanContext(
                "c",
                new Writes("project"),
                Directory.UNKNOWN,
                batch,
                domain::get,
                open::get,
                body -> body.replace("secret", "•••"),
                Generation.V2,
                new Target(Target.Type.SERVICE, "project", "Connection"),
                SiteLists.standIn());
    }

    private static DomainCheck check(String id, DomainMembership membership, boolean able) {
        return new DomainCheck(
                id,
                membership,
                able,
                able ? null : "WKS.1",
                able ? null : "agent off",
                Instant.EPOCH);
    }

    private static List<String> ids(PlannedRequest request) {
        return request.targets().stream().map(Target::id).toList();
    }

    private static Reason reason(Draft draft) {
        return reason(draft, context(true));
    }

    private static Reason reason(Draft draft, PlanContext context) {
        List<Exclusion> exclusions = Planner.plan(draft, context).exclusions();
        return exclusions.isEmpty() ? null : exclusions.getFirst().reason();
    }

    // ---- properties over generated drafts -------------------------------------------------

    private record World(Draft draft, PlanContext context) {
        @Override
        public String toString() {
            return draft.kind() + " of " + draft.desktops().size();
        }
    }

    static Stream<World> worlds() {
        Random random = new Random(20261121);
        return Stream.generate(() -> world(random)).limit(300);
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static World world(Random random) {
        int count = random.nextInt(4) == 0 ? random.nextInt(900) : random.nextInt(12);
        List<Desktop> desktops = new ArrayList<>();
        Map<String, DomainCheck> domain = new HashMap<>();
        Map<String, String> open = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = "d" + random.nextInt(count * 3);
            desktops.add(
                    Desktops.desktop(
                            id,
                            one(
                                    random,
                                    List.of(
                                            "ACTIVE",
                                            "ACTIVE",
                                            "active",
                                            "SHUTOFF",
                                            "ERROR",
                                            "HIBERNATED",
                                            "",
                                            "NEW_WORD")),
                            random.nextInt(5) == 0 ? "rebooting" : "",
                            one(random, List.of("Windows", "Windows", "Linux", "Others", "")),
                            one(random, List.of("u1", "u2", "")),
                            one(random, List.of("CONNECTED", "REGISTERED", "UNREGISTER")),
                            random.nextInt(9) == 0,
                            random.nextInt(3) == 0));
            if (random.nextBoolean()) {
                domain.put(
                        id,
                        check(
                                id,
                                one(random, List.of(DomainMembership.values())),
                                random.nextBoolean()));
            }
            if (random.nextInt(9) == 0) {
                open.put(id, "op-1");
            }
        }
        Draft draft =
                switch (random.nextInt(5)) {
                    case 0 -> new Draft.Rejoin(desktops);
                    case 1 -> new Draft.UpdateSids(desktops);
                    case 2 -> new Draft.Rebuild(desktops, ORDER);
                    case 3 ->
                            new Draft.Power(
                                    desktops,
                                    one(random, List.of(PowerAction.values())),
                                    random.nextBoolean());
                    default ->
                            new Draft.ChangeUserName(
                                    new UserNameChange("old", "", "new", "", random.nextBoolean()),
                                    desktops);
                };
        return new World(draft, context(random.nextBoolean(), domain, open));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everyDesktopIsInExactlyOneRequestOrOneExclusion(World world) {
        Plan plan = Planner.plan(world.draft(), world.context());

        List<String> placed = new ArrayList<>();
        plan.exclusions().forEach(e -> placed.add(e.target().id()));
        if (plan.sendable()) {
            plan.requests().stream()
                    .flatMap(r -> r.targets().stream())
                    .filter(t -> t.type() == Target.Type.DESKTOP)
                    .forEach(t -> placed.add(t.id()));
        } else {
            plan.targets().stream()
                    .filter(t -> t.type() == Target.Type.DESKTOP)
                    .forEach(t -> placed.add(t.id()));
        }
        Set<String> chosen = new HashSet<>();
        world.draft().desktops().forEach(d -> chosen.add(d.id()));
        assertThat(placed).doesNotHaveDuplicates().hasSameElementsAs(chosen);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everyRequestCarriesWhatItSaysAndAtMostAHundred(World world) throws IOException {
        Plan plan = Planner.plan(world.draft(), world.context());

        List<Target> sent = new ArrayList<>();
        for (PlannedRequest request : plan.requests()) {
            sent.addAll(request.targets());
            String body = request.request().body();
            if (request.request().kind() == WriteKind.REJOIN) {
                assertThat(body).isEmpty();
                assertThat(request.request().path()).contains("/" + ids(request).getFirst() + "/");
                assertThat(request.targets()).hasSize(1);
            } else if (request.request().kind() != WriteKind.CHANGE_USER_NAME) {
                List<String> named = new ArrayList<>();
                for (JsonNode id : JSON.readTree(body).path("desktop_ids")) {
                    named.add(id.asText());
                }
                assertThat(named).isEqualTo(ids(request)).hasSizeBetween(1, 100);
            }
            assertThat(request.curl()).contains("$WORKSPACE_TOKEN").contains("/v2/project/");
        }
        if (plan.sendable()) {
            assertThat(sent).isEqualTo(plan.targets());
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void chunksAreAsFewAsPossible(World world) {
        Plan plan = Planner.plan(world.draft(), world.context());
        boolean single =
                world.draft() instanceof Draft.Rejoin
                        && (!world.context().batchRejoin() || plan.targets().size() == 1);

        int expected =
                !plan.sendable() || world.draft() instanceof Draft.ChangeUserName
                        ? plan.requests().size()
                        : single ? plan.targets().size() : (plan.targets().size() + 99) / 100;

        assertThat(plan.requests()).hasSize(expected);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void planningTheSameAgainGivesTheSame(World world) {
        assertThat(Planner.plan(world.draft(), world.context()))
                .isEqualTo(Planner.plan(world.draft(), world.context()));
    }

    // ---- reasons --------------------------------------------------------------------------

    @Test
    void aRejoinLeavesOutWhatTheServiceWouldRefuse() {
        assertThat(rejoin("ACTIVE", "", "Windows", false)).isNull();
        assertThat(rejoin("ACTIVE", "", "", false)).as("family not told").isNull();
        assertThat(rejoin("ACTIVE", "", "Linux", false)).isEqualTo(Reason.NOT_WINDOWS);
        assertThat(rejoin("ACTIVE", "rebooting", "Windows", false)).isEqualTo(Reason.BUSY);
        assertThat(rejoin("SHUTOFF", "", "Windows", false)).isEqualTo(Reason.NOT_RUNNING);
        assertThat(rejoin("HIBERNATED", "", "Windows", false)).isEqualTo(Reason.NOT_RUNNING);
        assertThat(rejoin("", "", "Windows", false)).isEqualTo(Reason.DELETING);
        assertThat(rejoin("ACTIVE", "", "Windows", true)).isEqualTo(Reason.FROZEN);
    }

    private static Reason rejoin(String status, String task, String os, boolean frozen) {
        return reason(
                new Draft.Rejoin(
                        List.of(
                                Desktops.desktop(
                                        "a", status, task, os, "u", "REGISTERED", frozen, false))));
    }

    @Test
    void theDomainCheckDecidesAboutARejoinWhereItSpoke() {
        assertThat(checked(DomainMembership.IN, false)).isEqualTo(Reason.IN_DOMAIN);
        assertThat(checked(DomainMembership.OUT, true)).isNull();
        assertThat(checked(DomainMembership.OUT, false)).isEqualTo(Reason.NOT_REJOINABLE);
        assertThat(checked(DomainMembership.NOT_REPORTED, true)).isNull();
        assertThat(checked(DomainMembership.NOT_REPORTED, false)).isEqualTo(Reason.NOT_REJOINABLE);
        Draft sids = new Draft.UpdateSids(List.of(Desktops.windows("a")));
        assertThat(
                        reason(
                                sids,
                                context(
                                        true,
                                        Map.of("a", check("a", DomainMembership.IN, false)),
                                        Map.of())))
                .isNull();
    }

    private static Reason checked(DomainMembership membership, boolean able) {
        return reason(
                new Draft.Rejoin(List.of(Desktops.windows("a"))),
                context(true, Map.of("a", check("a", membership, able)), Map.of()));
    }

    @Test
    void powerLeavesOutWhatIsSoAlready() {
        assertThat(power(PowerAction.START, "ACTIVE")).isEqualTo(Reason.ALREADY_SO);
        assertThat(power(PowerAction.START, "SHUTOFF")).isNull();
        assertThat(power(PowerAction.START, "HIBERNATED")).isNull();
        assertThat(power(PowerAction.STOP, "SHUTOFF")).isEqualTo(Reason.ALREADY_SO);
        assertThat(power(PowerAction.STOP, "HIBERNATED")).isEqualTo(Reason.NOT_RUNNING);
        assertThat(power(PowerAction.RESTART, "SHUTOFF")).isEqualTo(Reason.NOT_RUNNING);
        assertThat(power(PowerAction.HIBERNATE, "HIBERNATED")).isEqualTo(Reason.ALREADY_SO);
        assertThat(power(PowerAction.HIBERNATE, "SHUTOFF")).isEqualTo(Reason.NOT_RUNNING);
        assertThat(power(PowerAction.RESTART, "ERROR")).isNull();
        assertThat(power(PowerAction.RESTART, "BRAND_NEW")).isNull();
    }

    private static Reason power(PowerAction action, String status) {
        return reason(new Draft.Power(List.of(Desktops.of("a", status, "")), action, true));
    }

    @ParameterizedTest
    @EnumSource(PowerAction.class)
    void aBusyDesktopIsLeftOutOfPower(PowerAction action) {
        Draft draft =
                new Draft.Power(List.of(Desktops.of("a", "ACTIVE", "rebuilding")), action, false);
        Exclusion exclusion = Planner.plan(draft, context(true)).exclusions().getFirst();
        assertThat(exclusion.reason()).isEqualTo(Reason.BUSY);
        assertThat(exclusion.detail()).isEqualTo("rebuilding");
    }

    @Test
    void oneDesktopIsRejoinedByTheSingleCall() {
        Plan plan = Planner.plan(new Draft.Rejoin(List.of(Desktops.windows("a"))), context(true));
        assertThat(plan.requests().getFirst().request().kind()).isEqualTo(WriteKind.REJOIN);
    }

    // ---- user names, rebuild, disturbed users ---------------------------------------------

    @Test
    void aUserNameChangeIsOneRequestThatShowsItsDesktops() {
        Plan plan = userName(new UserNameChange("old", "", "new", "", false), 150);

        assertThat(plan.requests()).hasSize(1);
        assertThat(plan.targets()).hasSize(151);
        assertThat(plan.targets().getFirst())
                .isEqualTo(new Target(Target.Type.USER_NAME, "old", "old"));
        assertThat(plan.sendable()).isTrue();
    }

    private static Plan userName(UserNameChange change, int desktops) {
        return Planner.plan(
                new Draft.ChangeUserName(change, EngineBench.desktops(desktops)), context(true));
    }

    @Test
    void anOperationRefusesWhatTheRulesRefuse() {
        Plan plan = userName(new UserNameChange("CORP\\old", "", "new", "", false), 1);
        assertThat(plan.sendable()).isFalse();
        assertThat(plan.requests()).isEmpty();
        assertThat(plan.violations()).extracting(Violation::rule).contains("USERNAME-WITH-DOMAIN");

        Plan nobody = userName(new UserNameChange("old", "", "new", "", false), 0);
        assertThat(nobody.sendable()).isFalse();
        assertThat(nobody.violations())
                .extracting(Violation::rule)
                .containsExactly("USERNAME-NO-DESKTOP");

        Plan rebuild =
                Planner.plan(
                        new Draft.Rebuild(
                                EngineBench.desktops(1),
                                new RebuildOrder("gold", "", "", "", 0, "", "", "")),
                        context(true));
        assertThat(rebuild.sendable()).isFalse();
    }

    @Test
    void aMarketImageForPrepaidDesktopsWarnsAboutTheOrder() {
        Desktop prepaid =
                Desktops.desktop("a", "ACTIVE", "", "Windows", "u", "REGISTERED", false, true);
        Plan plan =
                Planner.plan(
                        new Draft.Rebuild(
                                List.of(prepaid),
                                new RebuildOrder("market", "i", "", "", 0, "", "", "")),
                        context(true));

        assertThat(plan.sendable()).isTrue();
        assertThat(plan.violations())
                .containsExactly(
                        new Violation(
                                "REBUILD-ORDER-ID-MAYBE", Violation.Level.WARNING, List.of("1")));
    }

    @Test
    void tellsWhoseSessionEnds() {
        Desktop connected =
                Desktops.desktop("a", "ACTIVE", "", "Windows", "amy", "CONNECTED", false, false);
        Desktop left =
                Desktops.desktop("b", "ACTIVE", "", "Windows", "bo", "DISCONNECTED", false, false);
        Desktop excluded =
                Desktops.desktop("c", "ACTIVE", "x", "Windows", "cy", "CONNECTED", false, false);
        List<Desktop> all = List.of(connected, left, excluded, Desktops.windows("d"));

        assertThat(Planner.plan(new Draft.Rejoin(all), context(true)).disturbed())
                .containsExactly("amy", "bo");
        assertThat(
                        Planner.plan(
                                        new Draft.ChangeUserName(
                                                new UserNameChange("o", "", "n", "", false), all),
                                        context(true))
                                .disturbed())
                .isEmpty();
    }

    // ---- the command line -----------------------------------------------------------------

    @Test
    void bodiesAreShownMasked() {
        RebuildOrder order = new RebuildOrder("gold", "i", "", "", 0, "secret", "", "");
        PlannedRequest request =
                Planner.plan(new Draft.Rebuild(EngineBench.desktops(1), order), context(true))
                        .requests()
                        .getFirst();

        assertThat(request.request().body()).contains("secret");
        assertThat(request.masked()).doesNotContain("secret").contains("•••");
        assertThat(request.curl()).doesNotContain("secret").contains("•••");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCommandLineSurvivesTheShell() throws Exception {
        PlannedRequest request =
                Planner.plan(new Draft.Rebuild(EngineBench.desktops(2), ORDER), context(true))
                        .requests()
                        .getFirst();
        String script = "curl() { printf '%s\\037' \"$@\"; }\n" + request.curl();
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script);
        shell.environment().put("WORKSPACE_ENDPOINT", "https://workspace.example.com");
        shell.environment().put("WORKSPACE_TOKEN", "t o'k\"en");
        Process process = shell.redirectErrorStream(true).start();

        String[] words =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .split("\037");

        assertThat(words)
                .containsExactly(
                        "--request",
                        "POST",
                        "https://workspace.example.com" + request.request().path(),
                        "--header",
                        "X-Auth-Token: t o'k\"en",
                        "--header",
                        "Content-Type: application/json",
                        "--data-raw",
                        request.request().body());
    }
}
