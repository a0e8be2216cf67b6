package org.workspaceadmin.ui.connection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.connection.transfer.ConnectionsFile.Content;
import org.workspaceadmin.connection.transfer.ConnectionsFile.Faulty;
import org.workspaceadmin.connection.transfer.ConnectionsFile.Reason;
import org.workspaceadmin.connection.transfer.Findings;
import org.workspaceadmin.connection.transfer.Found;
import org.workspaceadmin.connection.transfer.Unreadable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.ProblemText;

/** What could be taken over, shown before it is. Closing it wipes the secrets that were found. */
final class ImportViewModel implements AutoCloseable {
    private final ConnectionActions actions;
    private final ConnectionsViewModel page;
    private final UiExecutor ui;
    private final Timer timer;
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Unreadable> unreadable = FXCollections.observableArrayList();
    private final ObservableList<Faulty> faulty = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Content.@Nullable NotRead> notRead =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper wanted = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable StoreState> store = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty remember = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final List<Findings> open = new ArrayList<>();

    ImportViewModel(
            ConnectionActions actions, ConnectionsViewModel page, UiExecutor ui, Timer timer) {
        this.actions = actions;
        this.page = page;
        this.ui = ui;
        this.timer = timer;
    }

    /** What may be taken. */
    ObservableList<ImportRow> rows() {
        return rows;
    }

    /** Files of other tools that could not be read. */
    ObservableList<Unreadable> unreadable() {
        return unreadable;
    }

    /** Entries of a colleague's file that are no connections. */
    ObservableList<Faulty> faulty() {
        return faulty;
    }

    /** Why the chosen file was not read, null unless it was not. */
    ReadOnlyObjectProperty<Content.@Nullable NotRead> notReadProperty() {
        return notRead.getReadOnlyProperty();
    }

    /** Whether places are looked at. */
    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** How many are wanted. */
    ReadOnlyIntegerProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** What is known of the key store, null while it is tried. */
    ReadOnlyObjectProperty<@Nullable StoreState> storeProperty() {
        return store.getReadOnlyProperty();
    }

    /** Whether the secrets that were found are remembered. */
    BooleanProperty rememberProperty() {
        return remember;
    }

    /** Why something failed. */
    ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    /** Whether a secret was found with something that is wanted. */
    boolean secretsWanted() {
        return rows.stream()
                .anyMatch(row ->
                        row instanceof ImportRow.Tool tool
                                && row.wantedProperty().get()
                                && tool.found().hasSecret());
    }

    /** Looks into the environment and the usual files. */
    void look() {
        actions.tryStore().then(ui, store::set, failure -> store.set(null));
        look(actions.find());
    }

    /**
     * Reads a file that was chosen: a colleague's, or one of another tool.
     *
     * @param file which
     */
    void read(Path file) {
        looking.set(true);
        notRead.set(null);
        actions.read(file)
                .then(
                        ui,
                        content -> {
                            looking.set(false);
                            switch (content) {
                                case Content.Offer offer -> {
                                    offer.incoming().forEach(i -> add(new ImportRow.Shared(i)));
                                    faulty.setAll(offer.faulty());
                                }
                                case Content.NotRead not -> {
                                    if (not.reason() == Reason.NOT_OURS) {
                                        look(actions.find(file));
                                    } else {
                                        notRead.set(not);
                                    }
                                }
                            }
                        },
                        this::failed);
    }

    /** Unlocks the key store. */
    void unlockStore() {
        store.set(null);
        actions.unlockStore().then(ui, store::set, failure -> store.set(null));
    }

    /**
     * Goes on in the editor, with what was found filled in.
     *
     * @param row which
     */
    void complete(ImportRow row) {
        Optional<SignIn> signIn =
                row instanceof ImportRow.Tool tool ? tool.found().signIn(timer) : Optional.empty();
        try {
            page.add(row.draft().freeOf(kept()), Optional.of(row.identity()), signIn);
        } finally {
            signIn.ifPresent(SignIn::close);
        }
    }

    /**
     * Keeps everything that is wanted.
     *
     * @param done hears when all of it is kept
     */
    void take(Runnable done) {
        problem.set(null);
        List<Connection> all = new ArrayList<>(kept());
        List<Work<?>> saving = new ArrayList<>();
        for (ImportRow row : rows) {
            if (row.wantedProperty().get() && row.complete()) {
                row.order(all, remember.get(), timer)
                        .ifPresent(order -> {
                            try (order) {
                                all.removeIf(c -> c.id().equals(order.connection().id()));
                                all.add(order.connection());
                                saving.add(actions.save(order));
                            }
                        });
            }
        }
        next(saving, 0, done);
    }

    @Override
    public void close() {
        open.forEach(Findings::close);
        open.clear();
    }

    private void next(List<Work<?>> saving, int at, Runnable done) {
        if (at == saving.size()) {
            page.refresh();
            done.run();
        } else {
            saving.get(at).then(ui, saved -> next(saving, at + 1, done), this::failed);
        }
    }

    private void look(Work<Findings> finding) {
        looking.set(true);
        finding.then(
                ui,
                findings -> {
                    looking.set(false);
                    open.add(findings);
                    for (Found found : findings.found()) {
                        add(new ImportRow.Tool(found));
                    }
                    unreadable.addAll(findings.unreadable());
                },
                this::failed);
    }

    private void add(ImportRow row) {
        row.wantedProperty().subscribe(now -> count());
        rows.add(row);
        count();
    }

    private void count() {
        wanted.set((int) rows.stream().filter(row -> row.wantedProperty().get()).count());
    }

    private List<Connection> kept() {
        return actions.entries().stream().map(ConnectionEntry::connection).toList();
    }

    private void failed(Throwable failure) {
        looking.set(false);
        problem.set(ProblemText.problemOf(failure));
    }
}
