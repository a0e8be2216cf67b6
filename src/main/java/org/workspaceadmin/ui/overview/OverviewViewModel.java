package org.workspaceadmin.ui.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetChange;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.journal.OutcomeCount;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Figures of fleet and operations, worked out in the background at most twice a second, and only
 * while somebody looks.
 */
public final class OverviewViewModel implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(500);

    private final Fleet fleet;
    private final Operations operations;
    private final Function<Instant, List<OutcomeCount>> history;
    private final UiContext context;
    private final ZoneId zone;
    private final FleetListener listener;
    private final Operations.Subscription subscription;
    private final Object lock = new Object();
    private final Map<String, OperationState> open = new HashMap<>();
    private boolean looking;
    private boolean planned;
    private boolean taken;
    private boolean historyStale = true;
    private Timer.Cancel next = () -> {};

    private final ReadOnlyObjectWrapper<FleetFigures> desktops =
            new ReadOnlyObjectWrapper<>(FleetFigures.NONE);
    private final ReadOnlyObjectWrapper<FleetStatus> status;
    private final ReadOnlyObjectWrapper<JobFigures> jobs =
            new ReadOnlyObjectWrapper<>(JobFigures.NONE);
    private final ReadOnlyObjectWrapper<List<DayFigures>> days =
            new ReadOnlyObjectWrapper<>(List.of());

    /**
     * Figures that are worked out once somebody looks.
     *
     * @param fleet the desktops
     * @param operations what is under way
     * @param history how targets ended since a time; blocks
     * @param context threads and time
     * @param zone the operator's zone, which decides where a day ends
     */
    public OverviewViewModel(
            Fleet fleet,
            Operations operations,
            Function<Instant, List<OutcomeCount>> history,
            UiContext context,
            ZoneId zone) {
        this.fleet = fleet;
        this.operations = operations;
        this.history = history;
        this.context = context;
        this.zone = zone;
        status = new ReadOnlyObjectWrapper<>(fleet.status());
        listener =
                new FleetListener() {
                    @Override
                    public void changed(FleetChange change) {
                        plan();
                    }

                    @Override
                    public void status(FleetStatus now) {
                        plan();
                    }
                };
        fleet.addListener(listener);
        subscription = operations.subscribe(this::changed);
    }

    /** The fleet counted. */
    public ReadOnlyObjectProperty<FleetFigures> desktopsProperty() {
        return desktops.getReadOnlyProperty();
    }

    /** How fresh the fleet is. */
    public ReadOnlyObjectProperty<FleetStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What is under way. */
    public ReadOnlyObjectProperty<JobFigures> jobsProperty() {
        return jobs.getReadOnlyProperty();
    }

    /** The last days, oldest first; empty before they were read. */
    public ReadOnlyObjectProperty<List<DayFigures>> daysProperty() {
        return days.getReadOnlyProperty();
    }

    /** Somebody looks, or nobody does any more. */
    public void looking(boolean now) {
        fleet.watched(now);
        synchronized (lock) {
            looking = now;
            historyStale = true;
            if (!now) {
                next.cancel();
                planned = false;
            }
        }
        if (now) {
            plan(Duration.ZERO);
        }
    }

    /** Reads the fleet again. */
    public Work<Boolean> refresh() {
        return fleet.refresh();
    }

    private void changed(OperationState state) {
        synchronized (lock) {
            if (state.open()) {
                open.put(state.id(), state);
            } else {
                open.remove(state.id());
                historyStale = true;
            }
        }
        plan();
    }

    private void plan() {
        plan(REST);
    }

    private void plan(Duration after) {
        synchronized (lock) {
            if (!looking || planned) {
                return;
            }
            planned = true;
            next = context.timer().after(after, () -> context.workers().start(this::workOut));
        }
    }

    private boolean workOut() {
        List<OperationState> running;
        boolean days;
        boolean all;
        synchronized (lock) {
            planned = false;
            all = !taken;
            taken = true;
            running = new ArrayList<>(open.values());
            days = historyStale;
            historyStale = false;
        }
        if (all) {
            running = takeOpen();
        }
        FleetFigures counted = FleetFigures.of(fleet.rows());
        FleetStatus fresh = fleet.status();
        JobFigures underWay = JobFigures.of(running);
        List<DayFigures> past = days ? lastDays() : null;
        context.ui().execute(() -> show(counted, fresh, underWay, past));
        return true;
    }

    /** The first time, what was open before anybody subscribed. */
    private List<OperationState> takeOpen() {
        List<OperationState> before = operations.all();
        synchronized (lock) {
            for (OperationState state : before) {
                if (state.open()) {
                    open.putIfAbsent(state.id(), state);
                }
            }
            return new ArrayList<>(open.values());
        }
    }

    private List<DayFigures> lastDays() {
        LocalDate today = context.timer().instant().atZone(zone).toLocalDate();
        Instant since = today.minusDays(DayFigures.DAYS - 1L).atStartOfDay(zone).toInstant();
        return DayFigures.of(history.apply(since), today, zone);
    }

    private void show(
            FleetFigures counted,
            FleetStatus fresh,
            JobFigures underWay,
            @Nullable List<DayFigures> past) {
        status.set(fresh);
        desktops.set(counted);
        jobs.set(underWay);
        if (past != null) {
            days.set(past);
        }
    }

    @Override
    public void close() {
        looking(false);
        fleet.removeListener(listener);
        subscription.cancel();
    }
}
