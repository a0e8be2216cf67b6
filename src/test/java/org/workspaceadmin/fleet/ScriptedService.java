package org.workspaceadmin.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.workspaceadmin.cloud.DesktopPage;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.FleetListing;
import org.workspaceadmin.cloud.SubJobPage;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.Term;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.task.Work;

/** A service that answers as a test wrote down, and remembers what it was asked. */
final class ScriptedService implements WorkspaceService {
    final List<DesktopQuery> listings = new ArrayList<>();
    final List<DesktopQuery> pages = new ArrayList<>();
    final List<List<String>> checks = new ArrayList<>();
    final List<List<String>> imageChecks = new ArrayList<>();

    /** Answers of the next whole listings; when empty, the fleet as it is. */
    final Deque<Function<Consumer<DesktopPage>, FleetListing>> nextListings = new ArrayDeque<>();

    /** Failures of the next domain checks. */
    final Deque<Problem.Kind> nextCheckFailures = new ArrayDeque<>();

    List<Desktop> fleet = new ArrayList<>();
    Function<String, DomainMembership> membership = id -> DomainMembership.IN;
    Collection<String> unknownToCheck = List.of();
    Collection<String> poison = List.of();
    int pageSize = 500;

    private final InstantSource clock;

    ScriptedService(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Work<DesktopPage> desktops(DesktopQuery query, int offset, int limit) {
        pages.add(query);
        List<String> ids = query.parameters().getOrDefault("desktop_id", List.of());
        List<Desktop> found =
                fleet.stream().filter(d -> ids.isEmpty() || ids.contains(d.id())).toList();
        return Work.of(new DesktopPage(found.size(), offset, found));
    }

    @Override
    public Work<FleetListing> allDesktops(DesktopQuery query, Consumer<DesktopPage> onPage) {
        listings.add(query);
        return Work.start(
                Runnable::run,
                () -> {
                    Function<Consumer<DesktopPage>, FleetListing> scripted = nextListings.poll();
                    return scripted == null
                            ? listing(matching(query), true).apply(onPage)
                            : scripted.apply(onPage);
                });
    }

    /** A listing that hands over its pages and then ends. */
    Function<Consumer<DesktopPage>, FleetListing> listing(List<Desktop> all, boolean consistent) {
        return onPage -> {
            for (int from = 0; from < all.size(); from += pageSize) {
                int to = Math.min(all.size(), from + pageSize);
                onPage.accept(new DesktopPage(all.size(), from, all.subList(from, to)));
            }
            return new FleetListing(all, consistent);
        };
    }

    /** A listing that breaks. */
    static Function<Consumer<DesktopPage>, FleetListing> failing(Problem.Kind kind) {
        return onPage -> {
            throw failure(kind);
        };
    }

    static ProblemException failure(Problem.Kind kind) {
        return new ProblemException(
                new Problem(
                        kind,
                        "GET /v2/{project_id}/desktops/detail",
                        500,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        null,
                        Instant.EPOCH));
    }

    private List<Desktop> matching(DesktopQuery query) {
        List<String> users = query.parameters().getOrDefault("user_name", List.of(""));
        // The real filter may match a part of the name; this one always does.
        return fleet.stream()
                .filter(d ->
                        d.userName()
                                .toLowerCase(Locale.ROOT)
                                .contains(users.getFirst().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Work<DesktopDetails> desktop(String desktopId) {
        return fleet.stream()
                .filter(d -> d.id().equals(desktopId))
                .findFirst()
                .map(d -> Work.of(new DesktopDetails(d, List.of())))
                .orElseGet(() -> Work.failed(failure(Problem.Kind.NOT_FOUND)));
    }

    @Override
    public Work<List<DomainCheck>> checkDomain(Collection<String> desktopIds) {
        checks.add(List.copyOf(desktopIds));
        Problem.Kind failure = nextCheckFailures.poll();
        if (failure != null) {
            return Work.failed(failure(failure));
        }
        if (desktopIds.stream().anyMatch(poison::contains)) {
            return Work.failed(failure(Problem.Kind.NOT_FOUND));
        }
        return Work.of(
                desktopIds.stream()
                        .filter(id -> !unknownToCheck.contains(id))
                        .map(id ->
                                new DomainCheck(
                                        id,
                                        membership.apply(id),
                                        true,
                                        null,
                                        null,
                                        clock.instant()))
                        .toList());
    }

    @Override
    public Work<List<CurrentImage>> checkImages(Collection<String> desktopIds) {
        imageChecks.add(List.copyOf(desktopIds));
        return Work.of(
                desktopIds.stream()
                        .map(id -> new CurrentImage(id, "image", "gold", Term.of(OsFamily.WINDOWS)))
                        .toList());
    }

    @Override
    public Work<List<Image>> images(String imageType) {
        return Work.of(List.of());
    }

    @Override
    public Work<Job> job(String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<ServiceDetails> service() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<LockStatus> lockStatus() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<Job> jobV1(String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<SubJobPage> subJobs(SubJobQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<WriteAnswer> send(WriteRequest request) {
        throw new UnsupportedOperationException("the read side never writes");
    }

    @Override
    public Writes writes() {
        throw new UnsupportedOperationException("the read side never writes");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
