package org.workspaceadmin.ui.notice;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.NoticePort;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Watches every operation of every connection and tells when one ended or waits for the operator:
 * in the window always, by the system if the settings say so. UI thread.
 */
public final class NoticesViewModel implements AutoCloseable {
    /** How long a good one stays. */
    static final Duration STAYS = Duration.ofSeconds(8);

    /** How many are shown at once; the oldest makes room. */
    static final int MOST = 3;

    private final Operations operations;
    private final UiContext context;
    private final NoticePort system;
    private final Supplier<SettingsValues.Notices> settings;
    private final Function<Notice, String> title;
    private final Function<Notice, String> text;
    private final Map<String, Notice.Why> told = new HashMap<>();
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private boolean looking;
    private Operations.@Nullable Subscription subscription;

    /**
     * Nothing is watched before {@link #start}.
     *
     * @param operations what is watched
     * @param context time and threads
     * @param system shows notices outside the window
     * @param settings whether it is to, and whether with a sound
     * @param title a notice in a few words
     * @param text the rest of it
     */
    public NoticesViewModel(
            Operations operations,
            UiContext context,
            NoticePort system,
            Supplier<SettingsValues.Notices> settings,
            Function<Notice, String> title,
            Function<Notice, String> text) {
        this.operations = operations;
        this.context = context;
        this.system = system;
        this.settings = settings;
        this.title = title;
        this.text = text;
    }

    /** Begins; what had ended or waited before is not told. */
    public void start() {
        FrameBatch<OperationState> batch = context.batch(changed -> changed.forEach(this::look));
        subscription = operations.subscribe(batch::add);
        for (OperationState state : operations.all()) {
            Notice.Why why = why(state);
            if (why != null) {
                told.put(state.id(), why);
            }
        }
    }

    /** What is shown now, newest last. */
    public ObservableList<Notice> shown() {
        return shown;
    }

    /** How many operations ended or stopped since the jobs were last looked at. */
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** A notice in a few words. */
    public String title(Notice notice) {
        return title.apply(notice);
    }

    /** The rest of it. */
    public String text(Notice notice) {
        return text.apply(notice);
    }

    /** Puts one away. */
    public void dismiss(Notice notice) {
        shown.remove(notice);
    }

    /**
     * The operator looks at the jobs, or does no more. Who looks sees everything there, and is not
     * told a second time over the rows.
     */
    public void looking(boolean now) {
        looking = now;
        if (now) {
            unseen.set(0);
            shown.clear();
        }
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
    }

    private void look(OperationState state) {
        Notice.Why why = why(state);
        if (why == null) {
            told.remove(state.id());
            return;
        }
        if (why == told.put(state.id(), why) || looking) {
            return;
        }
        Notice notice = new Notice(why, state, context.timer().instant());
        shown.removeIf(before -> before.state().id().equals(state.id()));
        shown.add(notice);
        while (shown.size() > MOST) {
            shown.removeFirst();
        }
        unseen.set(unseen.get() + 1);
        if (notice.good()) {
            context.timer().after(STAYS, () -> context.ui().execute(() -> dismiss(notice)));
        }
        SettingsValues.Notices wanted = settings.get();
        if (wanted.system()) {
            system.show(title.apply(notice), text.apply(notice), wanted.sound());
        }
    }

    /** Null while it goes on by itself. */
    private static Notice.@Nullable Why why(OperationState state) {
        return switch (state.phase()) {
            case SUCCEEDED -> Notice.Why.SUCCEEDED;
            case ENDED_WITH_FAILURES -> Notice.Why.FAILED;
            case UNKNOWN -> Notice.Why.UNKNOWN;
            case HELD ->
                    switch (state.sending().stage()) {
                        case BUDGET_SPENT -> Notice.Why.BUDGET_SPENT;
                        case TRIAL_ENDED -> Notice.Why.TRIAL_ENDED;
                        case MISSED -> Notice.Why.MISSED;
                        // The operator did it and need not be told.
                        case PAUSED -> null;
                        default -> Notice.Why.HELD;
                    };
            case SENDING, RUNNING, SCHEDULED -> null;
        };
    }
}
