package org.workspaceadmin.ui.operation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Budget;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.operation.Way;

/**
 * What the operator chose of waves, budget and time, as typed. Fields that do not count now are not
 * judged. Lives on the UI thread.
 */
public final class HowToSend {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");
    private static final int LONGEST = 6;

    private final BooleanProperty waves = new SimpleBooleanProperty();
    private final StringProperty trial = new SimpleStringProperty("5");
    private final StringProperty step = new SimpleStringProperty("100");
    private final StringProperty budget = new SimpleStringProperty("10");
    private final BooleanProperty percent = new SimpleBooleanProperty(true);
    private final BooleanProperty ready = new SimpleBooleanProperty(true);
    private final BooleanProperty ask = new SimpleBooleanProperty();
    private final BooleanProperty later = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("22:00");
    private final BooleanProperty maintenance = new SimpleBooleanProperty();
    private final ZoneId zone;

    /**
     * Nothing chosen yet: all at once, now.
     *
     * @param now for the date that is offered
     * @param zone the operator's
     */
    public HowToSend(Instant now, ZoneId zone) {
        this.zone = zone;
        date.set(now.atZone(zone).toLocalDate());
    }

    /** Whether to send in waves. */
    public BooleanProperty wavesProperty() {
        return waves;
    }

    /** Desktops of the first wave; empty for none. */
    public StringProperty trialProperty() {
        return trial;
    }

    /** Desktops of each following wave; empty for all that remain. */
    public StringProperty stepProperty() {
        return step;
    }

    /** How many may fail; empty for any number. */
    public StringProperty budgetProperty() {
        return budget;
    }

    /** Whether the budget is in percent. */
    public BooleanProperty percentProperty() {
        return percent;
    }

    /** Whether a wave has to be in order again. */
    public BooleanProperty readyProperty() {
        return ready;
    }

    /** Whether to ask after the first wave. */
    public BooleanProperty askProperty() {
        return ask;
    }

    /** Whether to start at a time. */
    public BooleanProperty laterProperty() {
        return later;
    }

    /** The day to start. */
    public ObjectProperty<@Nullable LocalDate> dateProperty() {
        return date;
    }

    /** The time of day to start, such as 22:00. */
    public StringProperty timeProperty() {
        return time;
    }

    /** Whether to take desktops in maintenance along. */
    public BooleanProperty maintenanceProperty() {
        return maintenance;
    }

    /** Everything the plan depends on. */
    Observable[] all() {
        return new Observable[] {
            waves, trial, step, budget, percent, ready, ask, later, date, time, maintenance
        };
    }

    /** What is wrong with what was typed; null when nothing is. */
    public @Nullable Line mistake(Instant now) {
        if (waves.get()) {
            if (number(trial.get()) < 0 || number(step.get()) < 0) {
                return Line.danger("operation.send.wrong.size");
            }
            if (number(trial.get()) == 0 && number(step.get()) == 0) {
                return Line.danger("operation.send.wrong.noWaves");
            }
            int allowed = number(budget.get());
            if (allowed < 0 || (percent.get() && allowed > 100)) {
                return Line.danger("operation.send.wrong.budget");
            }
        }
        if (!later.get()) {
            return null;
        }
        Instant start = start();
        if (start == null) {
            return Line.danger("operation.send.wrong.time");
        }
        return start.isAfter(now) ? null : Line.danger("operation.send.wrong.past");
    }

    /** What was chosen; what cannot be read counts as not chosen. */
    public Way way() {
        Pacing pacing = Pacing.AT_ONCE;
        if (waves.get()) {
            pacing =
                    Pacing.waves(Math.max(0, number(trial.get())), Math.max(0, number(step.get())))
                            .with(allowed())
                            .ready(ready.get())
                            .ask(ask.get());
        }
        return new Way(later.get() ? pacing.at(start()) : pacing, maintenance.get());
    }

    private Budget allowed() {
        int value = number(budget.get());
        if (budget.get().isBlank() || value < 0) {
            return Budget.UNLIMITED;
        }
        return percent.get() ? Budget.percent(Math.min(100, value)) : Budget.targets(value);
    }

    /** When it starts; null when date or time cannot be read. */
    private @Nullable Instant start() {
        LocalDate day = date.get();
        if (day == null) {
            return null;
        }
        try {
            LocalTime clock = LocalTime.parse(time.get().strip().replace('：', ':'), CLOCK);
            return ZonedDateTime.of(day, clock, zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number from 0; 0 for nothing typed, -1 for what is no number. */
    private static int number(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return 0;
        }
        boolean plain =
                digits.length() <= LONGEST && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : -1;
    }

    /** In which waves and when, for the list of what happens. */
    static List<Line> lines(Way way, List<Integer> sizes, Function<Instant, String> exact) {
        List<Line> lines = new ArrayList<>();
        Pacing pacing = way.pacing();
        int waves = sizes.size();
        if (pacing.inWaves() && waves > 1) {
            lines.add(
                    waves == 2
                            ? Line.plain("operation.send.twoWaves", sizes.get(0), sizes.get(1))
                            : Line.plain(
                                    "operation.send.waves", waves, sizes.get(0), sizes.get(1)));
            Budget budget = pacing.budget();
            if (budget.limited()) {
                int total = sizes.stream().mapToInt(Integer::intValue).sum();
                lines.add(Line.plain("operation.send.stops", budget.allowed(total)));
            }
        }
        Instant start = pacing.start();
        if (start != null) {
            lines.add(Line.warning("operation.send.startsAt", exact.apply(start)));
        }
        return lines;
    }
}
