package org.workspaceadmin.fleet.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.DirectoryException;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.DirectoryProblem.Kind;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.DirectoryStanding.State;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Health by reading the company's directory in the background, every quarter of an hour while it is
 * open. The join of fleet and directory happens there too; who asks for a row finds it made.
 */
public final class LiveDirectoryHealth implements DirectoryHealth {
    /** Between two readings. */
    static final Duration INTERVAL = Duration.ofMinutes(15);

    /** After a reading that failed. */
    static final Duration AFTER_FAILURE = Duration.ofMinutes(2);

    /** Between two looks for desktops whose addresses were not asked for yet. */
    static final Duration ADDRESSES = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(LiveDirectoryHealth.class);

    private final Supplier<List<DesktopRow>> fleet;
    private final CompanyDirectory directory;
    private final Workers workers;
    private final Timer timer;
    private final HealthPublisher publisher;
    private final ConcurrentMap<String, Made> made = new ConcurrentHashMap<>();

    private volatile Known known = Known.nothing("");
    private volatile DirectoryStanding standing = DirectoryStanding.NONE;
    private @Nullable Opened opened;

    /** A health, and what it was made of. */
    private record Made(DesktopRow row, DomainHealth health) {}

    /** A directory that is open. Guarded by the outer object. */
    private static final class Opened {
        private final DirectoryAccess access;
        private final String joinAccount;
        private @Nullable Work<Boolean> running;
        private Timer.@Nullable Cancel nextReading;
        private Timer.@Nullable Cancel nextAddresses;

        Opened(DirectoryAccess access, String joinAccount) {
            this.access = access;
            this.joinAccount = joinAccount;
        }

        boolean idle() {
            return running == null || running.isDone();
        }
    }

    /**
     * Health of a fleet, closed.
     *
     * @param fleet its rows as they are now; called on background threads
     * @param directory reads the directory
     * @param workers where the join runs
     * @param timer time
     */
    public LiveDirectoryHealth(
            Supplier<List<DesktopRow>> fleet,
            CompanyDirectory directory,
            Workers workers,
            Timer timer) {
        this.fleet = fleet;
        this.directory = directory;
        this.workers = workers;
        this.timer = timer;
        publisher = new HealthPublisher(workers, timer, this::standing);
    }

    @Override
    public DomainHealth of(DesktopRow row) {
        Made last = made.get(row.id());
        return last != null && last.row().equals(row) ? last.health() : make(row);
    }

    @Override
    public Forecast forecast(DesktopRow row) {
        return Forecaster.of(row, known);
    }

    @Override
    public DirectoryFacts facts(DesktopRow row) {
        return Judge.facts(row, known);
    }

    @Override
    public DirectoryStanding standing() {
        return standing;
    }

    @Override
    public synchronized void open(DirectoryAccess access, String joinAccount) {
        end();
        directory.tryAgain(access.account());
        Opened session = new Opened(access, joinAccount);
        opened = session;
        Known nothing = Known.nothing(access.domain());
        standing =
                new DirectoryStanding(
                        State.FIRST_READING, true, 0, access.domain(), "", null, null, null, false);
        replaceBy(nothing);
        start(session);
    }

    @Override
    public synchronized void refresh() {
        Opened session = opened;
        if (session != null) {
            start(session);
        }
    }

    @Override
    public synchronized void close() {
        end();
        standing = DirectoryStanding.NONE;
        replaceBy(Known.nothing(""));
    }

    @Override
    public void addListener(HealthListener listener) {
        publisher.add(listener);
    }

    @Override
    public void removeListener(HealthListener listener) {
        publisher.remove(listener);
    }

    private synchronized void end() {
        Opened session = opened;
        opened = null;
        if (session != null) {
            cancel(session.nextReading);
            cancel(session.nextAddresses);
            if (session.running != null) {
                session.running.cancel();
            }
        }
    }

    private static void cancel(Timer.@Nullable Cancel waiting) {
        if (waiting != null) {
            waiting.cancel();
        }
    }

    /** What was known of another directory, or of none, is not what is known of this one. */
    private void replaceBy(Known nothing) {
        Known before = known;
        replace(nothing);
        workers.start(() -> {
            publish(before);
            return true;
        });
    }

    private synchronized void start(Opened session) {
        if (session == opened && session.idle()) {
            cancel(session.nextReading);
            cancel(session.nextAddresses);
            session.running = workers.start(() -> read(session));
        }
    }

    private boolean read(Opened session) {
        report(session, s -> Standings.reading(s, 0));
        try {
            Known before = known;
            Known after =
                    new DirectoryReader(directory, session.access, session.joinAccount)
                            .read(before, n -> report(session, s -> Standings.reading(s, n)));
            if (!take(session, before, after, s -> Standings.known(s, after))) {
                return false;
            }
            addresses(session, true);
            again(session, INTERVAL);
            return true;
        } catch (CancellationException e) {
            throw e;
        } catch (DirectoryException e) {
            return failed(session, e.problem());
        } catch (RuntimeException e) {
            LOG.error("reading the directory failed", e);
            String text = e.getClass().getSimpleName();
            return failed(
                    session, new DirectoryProblem(Kind.NOT_READ, "", null, text, timer.instant()));
        }
    }

    private boolean failed(Opened session, DirectoryProblem problem) {
        LOG.info("the directory cannot be read: {}", problem.kind());
        Known before = known;
        Known after = before.failing(problem);
        if (take(session, before, after, s -> Standings.failed(s, after))) {
            switch (problem.kind()) {
                // Trying on its own would lock the account out, or come to the same.
                case REFUSED, NO_PASSWORD -> {}
                case NO_SAFE_WAY, OTHER_DOMAIN, TOO_MANY -> again(session, INTERVAL);
                case UNREACHABLE, NOT_READ, TIMED_OUT -> again(session, AFTER_FAILURE);
            }
        }
        return false;
    }

    /** The change of a standing. */
    @FunctionalInterface
    private interface Change {
        DirectoryStanding of(DirectoryStanding standing);
    }

    private boolean take(Opened session, Known before, Known after, Change change) {
        synchronized (this) {
            if (session != opened) {
                return false;
            }
            replace(after);
            standing = change.of(standing);
        }
        publish(before);
        return true;
    }

    private void report(Opened session, Change change) {
        synchronized (this) {
            if (session != opened) {
                return;
            }
            standing = change.of(standing);
        }
        publisher.soon(List.of());
    }

    private synchronized void again(Opened session, Duration pause) {
        if (session == opened) {
            session.nextReading = timer.after(pause, () -> startAfresh(session));
            if (known.current() != null) {
                session.nextAddresses = timer.after(ADDRESSES, () -> startAddresses(session));
            }
        }
    }

    /** The work that planned this may still be on its last line. */
    private synchronized void startAfresh(Opened session) {
        if (session == opened) {
            session.running = null;
            start(session);
        }
    }

    private synchronized void startAddresses(Opened session) {
        if (session == opened && session.idle()) {
            session.running =
                    workers.start(() -> {
                        addresses(session, false);
                        synchronized (this) {
                            if (session == opened) {
                                session.nextAddresses =
                                        timer.after(ADDRESSES, () -> startAddresses(session));
                            }
                        }
                        return true;
                    });
        }
    }

    private void addresses(Opened session, boolean again) {
        Known now = known;
        ComputerIndex index = now.current();
        if (index == null) {
            return;
        }
        boolean answered =
                !session.access.dnsServers().isEmpty()
                        && new AddressRound(directory, session.access, now, index)
                                .run(fleet.get(), again, this::remake);
        report(session, s -> Standings.addresses(s, answered));
    }

    /** Made inside the map, so that {@link #known} cannot change between looking and keeping. */
    private DomainHealth make(DesktopRow row) {
        return made.compute(row.id(), (id, old) -> new Made(row, Judge.of(row, known))).health();
    }

    /** Everything made of what was known before is void. */
    private void replace(Known now) {
        known = now;
        made.clear();
    }

    private void remake(List<DesktopRow> rows) {
        List<String> changed = new ArrayList<>();
        for (DesktopRow row : rows) {
            Made old = made.get(row.id());
            DomainHealth is = make(row);
            if (old == null || !is.saysTheSame(old.health())) {
                changed.add(row.id());
            }
        }
        publisher.soon(changed);
    }

    /** Makes every row's health anew and tells of those that differ from what was known before. */
    private void publish(Known before) {
        List<String> changed = new ArrayList<>();
        for (DesktopRow row : fleet.get()) {
            if (!make(row).saysTheSame(Judge.of(row, before))) {
                changed.add(row.id());
            }
        }
        publisher.soon(changed);
    }
}
