package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The details pane: follows the selection while it is open, and asks the service about one desktop
 * once the operator rests on it. UI thread only.
 */
final class DetailsViewModel implements AutoCloseable {
    /** Moving through rows with the arrow keys must not send a request per row. */
    private static final Duration REST = Duration.ofMillis(180);

    /** What the pane shows. */
    sealed interface State {
        /** Nothing is selected. */
        record Nothing() implements State {}

        /** More than one is selected. */
        record Several(int count) implements State {}

        /** One desktop as the list knows it, while its details are asked for. */
        record Loading(DesktopItem item) implements State {}

        /** One desktop with every field the service sent. */
        record Shown(DesktopItem item, DesktopDetails details) implements State {}

        /** One desktop as the list knows it, and why there is no more. */
        record Failed(DesktopItem item, Problem problem) implements State {}
    }

    private final Fleet fleet;
    private final UiContext context;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private List<DesktopItem> selected = List.of();
    private Timer.Cancel rest = () -> {};
    private Work<DesktopDetails> loading = Work.failed(new IllegalStateException("not asked"));
    private boolean onScreen;

    DetailsViewModel(Fleet fleet, UiContext context) {
        this.fleet = fleet;
        this.context = context;
        open.subscribe((before, now) -> begin());
    }

    /** Whether the pane is open. */
    BooleanProperty openProperty() {
        return open;
    }

    /** What it shows. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The selection changed. */
    void select(List<DesktopItem> items) {
        boolean same = items.size() == 1 && selected.size() == 1 && items.equals(selected);
        selected = List.copyOf(items);
        if (!same) {
            begin();
        }
    }

    /** The screen is shown or hidden. */
    void watch(boolean shown) {
        onScreen = shown;
        if (!shown) {
            stop();
        } else if (state.get() instanceof State.Loading) {
            begin();
        }
    }

    /** Asks again after a failure. */
    void retry() {
        begin();
    }

    @Override
    public void close() {
        stop();
    }

    private void stop() {
        rest.cancel();
        loading.cancel();
    }

    private void begin() {
        stop();
        if (selected.isEmpty()) {
            state.set(new State.Nothing());
        } else if (selected.size() > 1) {
            state.set(new State.Several(selected.size()));
        } else {
            DesktopItem item = selected.getFirst();
            state.set(new State.Loading(item));
            if (open.get() && onScreen) {
                rest = context.timer().after(REST, () -> context.ui().execute(() -> load(item)));
            }
        }
    }

    private void load(DesktopItem item) {
        if (!(state.get() instanceof State.Loading now) || now.item() != item) {
            return;
        }
        loading =
                fleet.details(item.id())
                        .then(
                                context.ui(),
                                found -> state.set(new State.Shown(item, found)),
                                failure ->
                                        state.set(
                                                new State.Failed(
                                                        item, ProblemText.problemOf(failure))));
    }
}
