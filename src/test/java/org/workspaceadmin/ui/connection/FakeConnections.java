package org.workspaceadmin.ui.connection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.probe.ProbeListener;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.connection.transfer.ConnectionsFile;
import org.workspaceadmin.connection.transfer.Findings;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Opening;

/** A program around the screens that answers as the test says and writes down what it is asked. */
final class FakeConnections implements ConnectionActions {
    final List<String> heard = new ArrayList<>();
    final List<ConnectionEntry> kept = new ArrayList<>();
    Work<Opening> opening = Work.of(new Opening.Opened("a", Kept.NOT));
    Work<Removal> removal = Work.of(new Removal.Removed(true));
    Work<Findings> findings = Work.of(new Findings(List.of(), List.of()));
    Work<ConnectionsFile.Content> content =
            Work.of(new ConnectionsFile.Content.NotRead(ConnectionsFile.Reason.NOT_OURS, ""));
    Work<List<EnterpriseProject>> enterprise = Work.of(List.of());
    StoreState store = StoreState.ready(StoreState.Store.SECRET_SERVICE);

    @Override
    public List<ConnectionEntry> entries() {
        return List.copyOf(kept);
    }

    @Override
    public List<Region> regions(String typed) {
        return Regions.search(typed);
    }

    @Override
    public Work<Opening> open(String connectionId) {
        heard.add("open " + connectionId);
        return opening;
    }

    @Override
    public Work<Opening> connect(Order order) {
        heard.add("connect " + described(order));
        return opening;
    }

    @Override
    public Work<Kept> save(Order order) {
        heard.add("save " + described(order));
        kept.removeIf(entry -> entry.id().equals(order.connection().id()));
        kept.add(new ConnectionEntry(order.connection(), false, order.remember(), false, null, 0));
        return Work.of(Kept.LASTING);
    }

    @Override
    public Work<Removal> remove(String connectionId) {
        heard.add("remove " + connectionId);
        return removal;
    }

    @Override
    public Work<StoreState> tryStore() {
        return Work.of(store);
    }

    @Override
    public Work<StoreState> unlockStore() {
        heard.add("unlock");
        store = StoreState.ready(StoreState.Store.SECRET_SERVICE);
        return Work.of(store);
    }

    @Override
    public Work<List<EnterpriseProject>> enterpriseProjects(Order order) {
        heard.add("enterprise projects");
        return enterprise;
    }

    @Override
    public Work<ProbeReport> probe(Order order, Duration clockOffset, ProbeListener listener) {
        heard.add("probe " + described(order));
        CountDownLatch never = new CountDownLatch(1);
        return Workers.virtual("probe")
                .start(() -> {
                    never.await();
                    throw new IllegalStateException("never");
                });
    }

    @Override
    public Work<Findings> find() {
        return findings;
    }

    @Override
    public Work<Findings> find(Path file) {
        heard.add("find " + file.getFileName());
        return findings;
    }

    @Override
    public Work<ConnectionsFile.Content> read(Path file) {
        heard.add("read " + file.getFileName());
        return content;
    }

    @Override
    public Work<Integer> export(
            Path file, Collection<Connection> connections, boolean withIdentities) {
        heard.add(
                "export "
                        + file.getFileName()
                        + " "
                        + connections.stream().map(Connection::name).toList()
                        + " "
                        + withIdentities);
        return Work.of(connections.size());
    }

    @Override
    public void leave() {
        heard.add("leave");
    }

    private static String described(Order order) {
        Connection connection = order.connection();
        Identity identity = connection.identity();
        return "%s %s [%s] %s %s%s remember=%s secret=%s"
                .formatted(
                        connection.name(),
                        connection.region(),
                        connection.projectId(),
                        order.generation(),
                        identity.accessKey(),
                        identity.user(),
                        order.remember(),
                        order.signIn().isPresent());
    }
}
