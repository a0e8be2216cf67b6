package org.workspaceadmin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connected;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.probe.ConnectionProbe;
import org.workspaceadmin.connection.probe.ProbeListener;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.connection.probe.ProbeRequest;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.connection.transfer.ConnectionsFile;
import org.workspaceadmin.connection.transfer.Findings;
import org.workspaceadmin.connection.transfer.ImportSources;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.connection.ConnectionActions;

/** What the screens of connections ask for, done with everything below the screens. */
final class ConnectionDesk implements ConnectionActions {
    private static final String USED = "connection.used.";

    private final Foundations below;
    private final Hall hall;
    private final ImportSources sources;
    private final ConnectionProbe probe;

    /** Those whose address or sign-in was changed since they were opened. */
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    /** The place where open connections live. */
    interface Hall {
        /** The connection as it was opened, empty when it was not; any thread. */
        Optional<Connection> attached(String connectionId);

        /** Shows a connection that was opened before; UI thread. */
        void showAttached(String connectionId);

        /** Takes a connection that answered, and shows it; any thread. */
        void adopt(Connection connection, CloudConnection service);

        /** A connection that was opened has another name or marking; any thread. */
        void renamed(Connection connection);

        /** Ends a connection that was opened; any thread. */
        void drop(String connectionId);

        /** Leaves the screens of connections; UI thread. */
        void leaveConnections();
    }

    /**
     * A desk.
     *
     * @param below everything below the screens
     * @param hall where open connections live
     * @param sources where connections may be taken over from
     */
    ConnectionDesk(Foundations below, Hall hall, ImportSources sources) {
        this.below = below;
        this.hall = hall;
        this.sources = sources;
        probe =
                ConnectionProbe.of(
                                below.workers(), below.timer(), below.redactor(), below.network())
                        .within(below.policy()::allows);
    }

    @Override
    public List<ConnectionEntry> entries() {
        List<OperationState> operations = below.engine().all();
        return below.connections().list().stream()
                .map(connection -> entry(connection, operations))
                .sorted(
                        Comparator.comparing(
                                        ConnectionEntry::lastUsed,
                                        Comparator.nullsLast(Comparator.reverseOrder()))
                                .thenComparing(entry -> entry.connection().name()))
                .toList();
    }

    @Override
    public List<Region> regions(String typed) {
        return below.policy().allowed(Regions.search(typed));
    }

    @Override
    public Work<Opening> open(String connectionId) {
        if (isAttached(connectionId)) {
            used(connectionId);
            hall.showAttached(connectionId);
            return Work.of(new Opening.Opened(connectionId, Kept.NOT));
        }
        return below.workers()
                .start(() -> {
                    Connection connection = below.connections().find(connectionId).orElseThrow();
                    Optional<SignIn> kept = recalled(connection);
                    if (kept.isEmpty()) {
                        return new Opening.SignInNeeded(connection);
                    }
                    try (SignIn signIn = kept.get()) {
                        GenerationChoice choice = GenerationChoice.of(connection.generation());
                        return opened(connection, signIn, choice, Optional.empty());
                    }
                });
    }

    @Override
    public Work<Opening> connect(Order order) {
        Optional<SignIn> typed = order.signIn().map(ConnectionDesk::copy);
        return below.workers()
                .<Opening>start(() -> {
                    Optional<SignIn> signIn = typed.or(() -> recalled(order.connection()));
                    if (signIn.isEmpty()) {
                        return new Opening.SignInNeeded(order.connection());
                    }
                    try (SignIn how = signIn.get()) {
                        return opened(
                                order.connection(),
                                how,
                                order.generation(),
                                Optional.of(order.remember()));
                    }
                })
                .atEnd(() -> typed.ifPresent(SignIn::close));
    }

    @Override
    public Work<Kept> save(Order order) {
        Optional<SignIn> typed = order.signIn().map(ConnectionDesk::copy);
        return below.workers()
                .start(() -> {
                    Connection connection = order.connection();
                    below.connections().add(connection);
                    hall.attached(connection.id())
                            .ifPresent(before -> {
                                if (sameService(before, connection) && typed.isEmpty()) {
                                    hall.renamed(connection);
                                } else {
                                    changed.add(connection.id());
                                }
                            });
                    return kept(connection, typed, order.remember());
                })
                .atEnd(() -> typed.ifPresent(SignIn::close));
    }

    @Override
    public Work<Removal> remove(String connectionId) {
        return below.workers()
                .start(() -> {
                    int open = openOperations(below.engine().all(), connectionId);
                    if (open > 0) {
                        return new Removal.StillFollowed(open);
                    }
                    below.connections().remove(connectionId);
                    boolean gone = below.signIns().forgetConnection(connectionId).await();
                    below.directoryBook().keep(connectionId, DirectoryData.NONE);
                    below.settings().change(values -> values.withScreen(USED + connectionId, ""));
                    hall.drop(connectionId);
                    return new Removal.Removed(gone);
                });
    }

    @Override
    public Work<StoreState> tryStore() {
        return below.signIns().tryOut();
    }

    @Override
    public Work<StoreState> unlockStore() {
        return below.signIns().unlock();
    }

    @Override
    public Work<List<EnterpriseProject>> enterpriseProjects(Order order) {
        return withSignIn(
                order,
                signIn -> below.connector().enterpriseProjects(order.connection(), signIn).await());
    }

    @Override
    public Work<ProbeReport> probe(Order order, Duration clockOffset, ProbeListener listener) {
        if (!clockOffset.isZero()) {
            // agreed to on the test's page, so it holds for connecting afterwards too
            String host = order.connection().endpoints().workspace().getHost();
            below.connector().agreeClock(String.valueOf(host), clockOffset);
        }
        return withSignIn(
                order,
                signIn -> {
                    Connection connection = order.connection();
                    ProbeReport found =
                            probe.start(new ProbeRequest(connection, signIn, clockOffset), listener)
                                    .await();
                    below.tests()
                            .add(
                                    connection.name(),
                                    found.began(),
                                    List.of(found.json().toString()));
                    return found;
                });
    }

    @Override
    public Work<Findings> find() {
        return below.workers().start(sources::read);
    }

    @Override
    public Work<Findings> find(Path file) {
        return below.workers().start(() -> sources.read(file));
    }

    @Override
    public Work<ConnectionsFile.Content> read(Path file) {
        return below.workers().start(() -> ConnectionsFile.read(file, below.connections().list()));
    }

    @Override
    public Work<Integer> export(
            Path file, Collection<Connection> connections, boolean withIdentities) {
        return below.workers()
                .start(() -> {
                    try {
                        ConnectionsFile.write(file, connections, withIdentities);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return connections.size();
                });
    }

    @Override
    public void leave() {
        hall.leaveConnections();
    }

    /** Remembers that a connection was used now. */
    void used(String connectionId) {
        String now = below.timer().instant().toString();
        below.settings()
                .change(values ->
                        values.withLastConnection(connectionId)
                                .withScreen(USED + connectionId, now));
    }

    private ConnectionEntry entry(Connection connection, List<OperationState> operations) {
        String id = connection.id();
        return new ConnectionEntry(
                connection,
                isAttached(id),
                below.signIns().isRemembered(id),
                below.connections().isLocked(id),
                instant(below.settings().values().screen(USED + id)),
                openOperations(operations, id));
    }

    private boolean isAttached(String id) {
        return hall.attached(id).isPresent() && !changed.contains(id);
    }

    /**
     * Connects, keeps and shows; background thread.
     *
     * @param remember whether the sign-in is to be remembered, empty to leave that as it is
     */
    private Opening opened(
            Connection wanted, SignIn signIn, GenerationChoice choice, Optional<Boolean> remember) {
        return switch (below.connector().connect(wanted, signIn, choice).await()) {
            case Connected.ProjectOpen open -> new Opening.WhichProject(wanted, open.projects());
            case Connected.GenerationOpen open ->
                    new Opening.WhichGeneration(open.connection(), open.detected());
            case Connected.To to -> {
                boolean taken = false;
                try {
                    below.connections().add(to.connection());
                    Kept kept =
                            remember.isEmpty()
                                    ? Kept.NOT
                                    : kept(to.connection(), Optional.of(signIn), remember.get());
                    changed.remove(to.connection().id());
                    used(to.connection().id());
                    hall.adopt(to.connection(), to.service());
                    taken = true;
                    yield new Opening.Opened(to.connection().id(), kept);
                } finally {
                    if (!taken) {
                        to.service().close();
                    }
                }
            }
        };
    }

    private Kept kept(Connection connection, Optional<SignIn> signIn, boolean remember) {
        if (!remember) {
            if (below.signIns().isRemembered(connection.id())) {
                below.signIns().forget(connection.id()).await();
            }
            return Kept.NOT;
        }
        return signIn.isEmpty()
                ? Kept.NOT
                : below.signIns().remember(connection, signIn.get()).await();
    }

    /** The remembered sign-in, unless something has to be typed in any case. */
    private Optional<SignIn> recalled(Connection connection) {
        if (connection.identity().oneTimeCode()) {
            return Optional.empty();
        }
        Optional<SignIn> kept = below.signIns().recall(connection).await();
        if (kept.isPresent()
                && kept.get() instanceof SignIn.TemporaryKey key
                && !key.expires().isAfter(below.timer().instant())) {
            key.close();
            return Optional.empty();
        }
        return kept;
    }

    private interface Use<T> {
        T with(SignIn signIn);
    }

    private <T> Work<T> withSignIn(Order order, Use<T> use) {
        Optional<SignIn> typed = order.signIn().map(ConnectionDesk::copy);
        return below.workers()
                .start(() -> {
                    try (SignIn signIn =
                            typed.or(() -> recalled(order.connection())).orElseThrow()) {
                        return use.with(signIn);
                    }
                })
                .atEnd(() -> typed.ifPresent(SignIn::close));
    }

    private static boolean sameService(Connection before, Connection now) {
        return before.endpoints().equals(now.endpoints())
                && before.projectId().equals(now.projectId())
                && before.generation() == now.generation()
                && before.identity().equals(now.identity());
    }

    private static int openOperations(List<OperationState> operations, String connectionId) {
        return (int)
                operations.stream()
                        .filter(state -> state.open() && state.connectionId().equals(connectionId))
                        .count();
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // not ours: as good as never
        }
    }

    private static SignIn copy(SignIn signIn) {
        return switch (signIn) {
            case SignIn.AccessKey key ->
                    new SignIn.AccessKey(key.accessKey(), copy(key.secretKey()));
            case SignIn.TemporaryKey key ->
                    new SignIn.TemporaryKey(
                            key.accessKey(),
                            copy(key.secretKey()),
                            copy(key.token()),
                            key.expires());
            case SignIn.Password user ->
                    new SignIn.Password(
                            user.account(),
                            user.user(),
                            copy(user.password()),
                            user.userId(),
                            copy(user.passcode()));
        };
    }

    private static Secret copy(Secret secret) {
        char[] characters = secret.reveal();
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
