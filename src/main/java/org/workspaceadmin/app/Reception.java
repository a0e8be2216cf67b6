package org.workspaceadmin.app;

import java.util.List;
import java.util.function.Supplier;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionsScreen;
import org.workspaceadmin.ui.connection.ConnectionsViewModel;
import org.workspaceadmin.ui.welcome.WelcomeActions;
import org.workspaceadmin.ui.welcome.WelcomeView;
import org.workspaceadmin.ui.welcome.WelcomeViewModel;

/** The pages shown while no connection is open, and the ways between them. UI thread only. */
final class Reception implements WelcomeActions {
    private final ConnectionDesk desk;
    private final Supplier<Work<Boolean>> demo;
    private final StartPages pages;
    private final WelcomeViewModel first;
    private final WelcomeView welcome;
    private final ConnectionsViewModel model;
    private final ConnectionsScreen connections;

    /**
     * The pages.
     *
     * @param desk does what they ask for
     * @param demo starts the demo and opens it
     * @param pages where they are shown
     * @param context what every screen is given
     * @param overlay where dialogs are shown
     */
    Reception(
            ConnectionDesk desk,
            Supplier<Work<Boolean>> demo,
            StartPages pages,
            UiContext context,
            Overlay overlay) {
        this.desk = desk;
        this.demo = demo;
        this.pages = pages;
        model = new ConnectionsViewModel(desk, context.ui(), context.timer(), context.now());
        connections = new ConnectionsScreen(model, desk, context, overlay);
        first = new WelcomeViewModel(this, context.ui());
        welcome = new WelcomeView(first, this, context);
        pages.show(welcome);
    }

    /** Shows the first page. */
    void showWelcome() {
        pages.show(welcome);
    }

    /** Opens a kept connection from the first page, where its progress and problems are shown. */
    void openKept(String connectionId) {
        showWelcome();
        desk.entries().stream()
                .filter(entry -> entry.id().equals(connectionId))
                .findFirst()
                .ifPresent(first::open);
    }

    @Override
    public Work<Boolean> openDemo() {
        return demo.get();
    }

    @Override
    public List<ConnectionEntry> connections() {
        return desk.entries();
    }

    @Override
    public Work<Opening> open(String connectionId) {
        return desk.open(connectionId);
    }

    @Override
    public void askSignIn(Connection connection) {
        connections.askSignIn(connection);
    }

    @Override
    public void complete(Opening opening) {
        pages.show(connections);
        model.complete(opening);
    }

    @Override
    public void newConnection() {
        pages.show(connections);
        model.add();
    }

    @Override
    public void manageConnections() {
        pages.show(connections);
    }

    @Override
    public void importConnections() {
        pages.show(connections);
        connections.importConnections();
    }
}
