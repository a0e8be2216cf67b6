package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Vpc;

/**
 * Asks one harmless question of each kind the program needs, and tells from the answers which
 * permissions are there and which newer calls the region lacks. Nothing here writes.
 */
final class ReadsStep {
    /** How long one read may take, its retries included. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String NOBODYS_JOB = "00000000-0000-0000-0000-000000000000";
    private static final String NOBODY = "workspace-admin-connection-test";

    /** Nobody's message: whoever may decode is told that it cannot be decoded. */
    private static final String NO_MESSAGE = "d29ya3NwYWNlLWFkbWlu";

    private final Connection connection;
    private final CloudConnection service;
    private final ProbeScene scene;
    private final Map<Read, Answer> answers = new EnumMap<>(Read.class);
    private volatile String desktopId = "";
    private volatile String vpcId = "";

    private record Answer(Read read, Access access, @Nullable Problem problem) {}

    ReadsStep(Connection connection, CloudConnection service, ProbeScene scene) {
        this.connection = connection;
        this.service = service;
        this.scene = scene;
    }

    /** Asks everything, then judges the permissions. */
    Outcome permissions() {
        boolean v1 = connection.generation() == Generation.V1;
        ask(
                Read.DESKTOPS,
                v1 ? Read.JOBS_V1 : Read.JOBS,
                Read.IMAGES,
                Read.USERS,
                Read.VPCS,
                Read.NETWORK_VPCS,
                Read.CIDR_CHECK,
                Read.LOCK_STATUS,
                Read.ENTERPRISE_PROJECTS,
                Read.EXPLAIN);
        // These need an id that the first ones brought.
        ask(Read.DOMAIN_CHECK, Read.IMAGE_CHECK, Read.SUBNETS, Read.NETWORK_SUBNETS);
        List<Answer> all = new ArrayList<>();
        all.add(answer(Read.DESKTOPS));
        all.add(answer(v1 ? Read.JOBS_V1 : Read.JOBS));
        all.add(answer(Read.IMAGES));
        all.add(answer(Read.USERS));
        all.add(either(Read.VPCS, Read.NETWORK_VPCS));
        all.add(either(Read.SUBNETS, Read.NETWORK_SUBNETS));
        all.add(answer(Read.DOMAIN_CHECK));
        all.add(answer(Read.ENTERPRISE_PROJECTS));
        all.add(answer(Read.EXPLAIN));
        return judge(all);
    }

    /** Judges from the same answers what the region lacks. */
    Outcome calls() {
        List<Answer> newer =
                answers.values().stream().filter(answer -> answer.read().newer()).toList();
        Facts facts = new Facts();
        for (Answer answer : newer) {
            facts.word(
                    answer.read().code(),
                    answer.read().call(),
                    switch (answer.access()) {
                        case LACKING -> "lacking";
                        case UNTRIED -> "untried";
                        case UNKNOWN -> "unknown";
                        default -> "offered";
                    });
        }
        List<Answer> lacking = only(newer, answer -> answer.access() == Access.LACKING);
        if (!lacking.isEmpty()) {
            return Outcome.warned(Verdict.of("lacking", names(lacking)), facts.list(), null);
        }
        boolean any =
                newer.stream()
                        .anyMatch(answer ->
                                answer.access() != Access.UNKNOWN
                                        && answer.access() != Access.UNTRIED);
        return any
                ? Outcome.passed(Verdict.of("all"), facts.list())
                : Outcome.warned(Verdict.of("unknown"), facts.list(), null);
    }

    private static Outcome judge(List<Answer> all) {
        Facts facts = new Facts();
        for (Answer answer : all) {
            facts.word(answer.read().code(), "", answer.access().word());
            if (answer.access() == Access.REFUSED) {
                facts.text("action", answer.read().call(), answer.read().action());
            }
        }
        List<Answer> refused = only(all, answer -> answer.access() == Access.REFUSED);
        List<Answer> unknown = only(all, answer -> answer.access() == Access.UNKNOWN);
        if (!refused.isEmpty()) {
            Answer first = refused.getFirst();
            return first.read() == Read.DESKTOPS
                    ? Outcome.failed(Verdict.of("none"), facts.list(), first.problem())
                    : Outcome.warned(
                            Verdict.of("some", names(refused)), facts.list(), first.problem());
        }
        if (!unknown.isEmpty()) {
            return Outcome.warned(
                    Verdict.of("unknown", names(unknown)),
                    facts.list(),
                    unknown.getFirst().problem());
        }
        long answered =
                all.stream()
                        .filter(answer ->
                                answer.access() == Access.ALLOWED
                                        || answer.access() == Access.NOT_REFUSED)
                        .count();
        return answered == 0
                ? Outcome.warned(Verdict.of("closed"), facts.list(), null)
                : Outcome.passed(Verdict.of("all", new Value.Count(answered)), facts.list());
    }

    private void ask(Read... reads) {
        for (Answer answer : scene.side().all(List.of(reads), LIMIT, this::ask, this::late)) {
            answers.put(answer.read(), answer);
        }
    }

    private Answer ask(Read read) {
        if (!canBeAsked(read)) {
            return new Answer(read, Access.UNTRIED, null);
        }
        try {
            send(read);
            return new Answer(read, Access.ALLOWED, null);
        } catch (ProblemException e) {
            return new Answer(read, Access.of(e.problem()), e.problem());
        }
    }

    /** A password would have to sign in again for these, or to get itself a key. */
    private boolean canBeAsked(Read read) {
        return switch (read) {
            case ENTERPRISE_PROJECTS, EXPLAIN -> connection.signIn() != SignInKind.PASSWORD;
            case DOMAIN_CHECK, IMAGE_CHECK -> !desktopId.isEmpty();
            case SUBNETS, NETWORK_SUBNETS -> !vpcId.isEmpty();
            default -> true;
        };
    }

    private void send(Read read) {
        switch (read) {
            case DESKTOPS ->
                    service.desktops(DesktopQuery.all(), 0, 1).await().desktops().stream()
                            .findFirst()
                            .ifPresent(desktop -> desktopId = desktop.id());
            case JOBS ->
                    service.subJobs(new SubJobQuery("", "desktopRejoinDomain", "", 1, 0)).await();
            case JOBS_V1 -> service.jobV1(NOBODYS_JOB).await();
            case IMAGES -> service.images("private").await();
            case IMAGE_CHECK -> service.checkImages(List.of(desktopId)).await();
            case VPCS -> note(service.vpcsOfWorkspace().await());
            case NETWORK_VPCS -> note(service.vpcsOfNetwork().await());
            case SUBNETS -> service.subnetsOfWorkspace(vpcId).await();
            case NETWORK_SUBNETS -> service.subnetsOfNetwork(vpcId).await();
            case USERS -> service.users(NOBODY).await();
            case DOMAIN_CHECK -> service.checkDomain(List.of(desktopId)).await();
            case CIDR_CHECK -> service.checkCidr(List.of("10.255.255.0/24"), "").await();
            case LOCK_STATUS -> service.lockStatus().await();
            case ENTERPRISE_PROJECTS -> service.enterpriseProjects().await();
            case EXPLAIN -> service.decodeAuthorization(NO_MESSAGE).await();
        }
    }

    private void note(List<Vpc> vpcs) {
        vpcs.stream().findFirst().ifPresent(vpc -> vpcId = vpc.id());
    }

    private Answer late(Read read) {
        return new Answer(
                read,
                Access.UNKNOWN,
                Problem.without(
                        Kind.TIMEOUT,
                        read.call(),
                        "no answer in " + LIMIT.toSeconds() + " s",
                        scene.timer().instant()));
    }

    private Answer answer(Read read) {
        Answer answer = answers.get(read);
        return answer == null ? new Answer(read, Access.UNTRIED, null) : answer;
    }

    /** The better of two ways to the same list; named after the first. */
    private Answer either(Read first, Read second) {
        Answer one = answer(first);
        Answer two = answer(second);
        return two.access().compareTo(one.access()) < 0
                ? new Answer(first, two.access(), two.problem())
                : one;
    }

    private static List<Answer> only(List<Answer> all, Predicate<Answer> which) {
        return all.stream().filter(which).toList();
    }

    private static Value names(List<Answer> answers) {
        return new Value.Words(answers.stream().map(answer -> answer.read().code()).toList());
    }
}
