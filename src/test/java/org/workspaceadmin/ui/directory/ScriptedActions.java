package org.workspaceadmin.ui.directory;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.connection.network.DirectoryTrust;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.directory.SignInTrial;
import org.workspaceadmin.task.Work;

/** A program that answers what a test says, and records what it was asked. */
final class ScriptedActions implements DirectoryActions {
    final List<String> asked = new ArrayList<>();
    final List<DirectoryData> opened = new ArrayList<>();
    DirectoryData data = DirectoryData.NONE;
    Proposal proposal = new Proposal(Kind.NOT_TOLD, DirectoryData.NONE);
    boolean remembered;
    boolean passwordKnown;
    StoreState store = StoreState.ready(StoreState.Store.SECRET_SERVICE);
    Supplier<Work<SignInTrial.Result>> trial = () -> Work.failed(new IllegalStateException());

    @Override
    public DirectoryData data() {
        return data;
    }

    @Override
    public boolean remembered() {
        return remembered;
    }

    @Override
    public boolean passwordKnown() {
        return passwordKnown;
    }

    @Override
    public Work<Proposal> proposal() {
        return Work.of(proposal);
    }

    @Override
    public Work<StoreState> tryStore() {
        return Work.of(store);
    }

    @Override
    public Work<StoreState> unlockStore() {
        return Work.of(store);
    }

    @Override
    public Work<SignInTrial.Result> test(Order order) {
        asked.add("test " + order.data().account() + " " + typed(order));
        return trial.get();
    }

    @Override
    public Work<Kept> open(Order order) {
        asked.add("open " + typed(order) + (order.remember() ? " remember" : ""));
        opened.add(order.data());
        passwordKnown = true;
        return Work.of(order.remember() ? Kept.LASTING : Kept.NOT);
    }

    @Override
    public Work<Boolean> shut() {
        asked.add("shut");
        passwordKnown = false;
        return Work.of(true);
    }

    @Override
    public Work<List<X509Certificate>> certificates(Path file) {
        return Work.of(DirectoryTrust.read(file.toString()));
    }

    private static String typed(Order order) {
        return order.password().map(secret -> secret.text()).orElse("(known)");
    }
}
