package org.workspaceadmin.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.fleet.health.HealthListener;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.DirectoryDoor.Offer;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.operation.ForecastRow.Outcome;

/**
 * Rejoining desktops to the AD domain (api/desktops.md section 5), with a forecast of each target
 * where there is a directory to ask. The forecast forbids nothing.
 */
public final class RejoinViewModel extends OperationViewModel {
    /** A directory read longer ago than this is read again when the dialog opens. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(RejoinViewModel.class);

    private final FrameBatch<Boolean> news;
    private final HealthListener listener;
    private final Map<String, Desktop> takenOut = new LinkedHashMap<>();
    private Work<List<ForecastRow>> judging = Work.of(List.of());
    private List<ForecastRow> forecast = List.of();

    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     */
    public RejoinViewModel(DialogContext context, Collection<Desktop> chosen) {
        super(context, OperationKind.REJOIN_DOMAIN, chosen);
        news = context.ui().batch(several -> judge());
        listener =
                new HealthListener() {
                    @Override
                    public void changed(Set<String> desktopIds) {
                        news.add(true);
                    }

                    @Override
                    public void standing(DirectoryStanding standing) {
                        news.add(true);
                    }
                };
    }

    @Override
    public void start() {
        DirectoryDoor door = context().directory();
        if (door != null) {
            DirectoryHealth health = door.health();
            health.addListener(listener);
            Instant asOf = health.standing().asOf();
            if (asOf != null && asOf.plus(FRESH).isBefore(context().ui().timer().instant())) {
                health.refresh();
            }
        }
        super.start();
        planProperty().subscribe(plan -> judge());
    }

    @Override
    public void stop() {
        super.stop();
        judging.cancel();
        DirectoryDoor door = context().directory();
        if (door != null) {
            door.health().removeListener(listener);
        }
    }

    /** What a rejoin of each target will come to, the worst first; none without a directory. */
    List<ForecastRow> forecast() {
        return forecast;
    }

    /** How many targets have an outcome. */
    int count(Outcome outcome) {
        return (int) forecast.stream().filter(each -> each.outcome() == outcome).count();
    }

    /** How many were left out because they would have failed. */
    int takenOut() {
        return takenOut.size();
    }

    /** The standing of the directory, null when there is none to ask. */
    @Nullable DirectoryStanding standing() {
        DirectoryDoor door = context().directory();
        return door == null || door.offerProperty().get() == Offer.CLOUD_DIRECTORY
                ? null
                : door.health().standing();
    }

    /** Shows Directory access. */
    void connect() {
        DirectoryDoor door = context().directory();
        if (door != null) {
            door.open();
        }
    }

    /** Leaves out those that will fail. */
    void leaveOutFailing() {
        Set<String> failing =
                forecast.stream()
                        .filter(each -> each.outcome() == Outcome.FAILS)
                        .map(ForecastRow::desktopId)
                        .collect(Collectors.toSet());
        List<Desktop> staying = new ArrayList<>();
        for (Desktop each : desktops().values()) {
            if (failing.contains(each.id())) {
                takenOut.put(each.id(), each);
            } else {
                staying.add(each);
            }
        }
        replace(staying);
    }

    /** Takes those that were left out back. */
    void takeBack() {
        List<Desktop> all = new ArrayList<>(desktops().values());
        all.addAll(takenOut.values());
        takenOut.clear();
        replace(all);
    }

    /** Works the forecast out anew, in the background: there may be thousands of targets. */
    private void judge() {
        DirectoryDoor door = context().directory();
        Plan plan = planProperty().get();
        if (door == null || plan == null || !isOpen()) {
            return;
        }
        judging.cancel();
        List<Target> targets = plan.targets();
        boolean directory = door.offerProperty().get() == Offer.OFFERED;
        judging =
                context()
                        .ui()
                        .workers()
                        .start(() -> rows(targets, door.health(), directory))
                        .then(
                                context().ui().ui(),
                                rows -> {
                                    if (isOpen() && !rows.equals(forecast)) {
                                        forecast = rows;
                                        review();
                                    }
                                },
                                failure -> LOG.error("foretelling a rejoin failed", failure));
    }

    private List<ForecastRow> rows(
            List<Target> targets, DirectoryHealth health, boolean directory) {
        List<ForecastRow> rows = new ArrayList<>(targets.size());
        for (Target target : targets) {
            DesktopRow row = context().fleet().row(target.id()).orElse(null);
            if (row != null) {
                rows.add(
                        ForecastRow.of(
                                target.id(), target.name(), health.forecast(row), directory));
            }
        }
        rows.sort(ForecastRow.WORST_FIRST);
        return List.copyOf(rows);
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        return new Draft.Rejoin(now);
    }

    @Override
    public List<Line> consequences(Plan now) {
        List<Line> lines = new ArrayList<>();
        int failing = count(Outcome.FAILS);
        if (failing > 0) {
            lines.add(Line.danger("operation.rejoin.failing", failing));
        }
        lines.add(Line.plain("operation.rejoin.does"));
        lines.add(Line.plain("operation.rejoin.restart"));
        if (!now.disturbed().isEmpty()) {
            lines.add(Line.warning("operation.sessions", now.disturbed().size()));
        }
        lines.add(Line.plain("operation.rejoin.follow"));
        return lines;
    }

    @Override
    public Line title(int count) {
        return Line.plain("operation.rejoin.title", count);
    }

    @Override
    public Line action(int count) {
        return Line.plain("operation.rejoin.action", count);
    }

    @Override
    public boolean destructive() {
        return false;
    }
}
