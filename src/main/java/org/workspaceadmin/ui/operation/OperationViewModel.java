package org.workspaceadmin.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.operation.Price;
import org.workspaceadmin.operation.Reasons;
import org.workspaceadmin.operation.Way;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.GuardViewModel;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * What all operation dialogs share: the chosen desktops, the plan that follows every change of a
 * field and of the fleet, the typed confirmation, and the submission. Lives on the UI thread.
 */
public abstract class OperationViewModel {
    /** Above this many targets a plan is worked out in the background. */
    static final int LARGE = 1_000;

    /** How long a change waits for the next one before a large plan is worked out. */
    static final Duration DEBOUNCE = Duration.ofMillis(150);

    private final DialogContext context;
    private final OperationKind kind;
    private final Set<FormField> touched = EnumSet.noneOf(FormField.class);
    private final ReadOnlyObjectWrapper<@Nullable Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper planning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper submitting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Line> blocker = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final StringProperty confirmation = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ChosenDesktops chosen;
    private final HowToSend how;
    private final GuardViewModel guard;
    private Consumer<String> onSubmitted = id -> {};
    private Consumer<String> onShowJob = id -> {};
    private Timer.@Nullable Cancel waiting;
    private @Nullable Work<Plan> work;
    private List<AffectedRow> rows = List.of();
    private int sessions;
    private boolean open;

    /**
     * Prepares a dialog; nothing happens before {@link #start}.
     *
     * @param context what it works with
     * @param kind which operation
     * @param chosen the desktops chosen
     */
    protected OperationViewModel(
            DialogContext context, OperationKind kind, Collection<Desktop> chosen) {
        this.context = context;
        this.kind = kind;
        this.chosen = new ChosenDesktops(context.ui().ui());
        this.chosen.set(chosen);
        how = new HowToSend(context.ui().timer().instant(), ZoneId.systemDefault());
        guard = new GuardViewModel(context.connectionId(), context.operations(), context.ui());
    }

    /** Whether the connection is read-only, and unlocking it from inside the dialog. */
    public GuardViewModel guard() {
        return guard;
    }

    /** In which waves, until how many failures, and when. */
    public HowToSend howToSend() {
        return how;
    }

    /** What is wrong with that; null when nothing is. */
    @Nullable Line sendMistake() {
        return how.mistake(context.ui().timer().instant());
    }

    /** The draft as the fields stand now. */
    protected abstract Draft draft(List<Desktop> now);

    /**
     * What it will do to users, in the order of reading.
     *
     * @param now the plan
     */
    public abstract List<Line> consequences(Plan now);

    /**
     * The dialog's title as a sentence.
     *
     * @param count how many desktops it acts on
     */
    public abstract Line title(int count);

    /**
     * What the button that does it says.
     *
     * @param count how many desktops it acts on
     */
    public abstract Line action(int count);

    /** Whether it destroys something or throws users out, so that it must be typed. */
    public abstract boolean destructive();

    /** Starts listening and planning; once. */
    public void start() {
        open = true;
        confirmation.addListener((o, was, is) -> review());
        reason.addListener((o, was, is) -> review());
        replanOn(how.all());
        guard.writableProperty().addListener((o, was, is) -> review());
        chosen.onMoved(this::replan);
        context.fleet().addListener(chosen);
        replan();
    }

    /** Ends everything the dialog waits for. */
    public void stop() {
        open = false;
        guard.close();
        context.fleet().removeListener(chosen);
        cancelPlanning();
    }

    /**
     * Who hears of the new operation's id after it was written down.
     *
     * @param listener called on the UI thread
     */
    public void onSubmitted(Consumer<String> listener) {
        onSubmitted = listener;
    }

    /**
     * Who shows a job.
     *
     * @param listener takes an operation's id, on the UI thread
     */
    public void onShowJob(Consumer<String> listener) {
        onShowJob = listener;
    }

    /** Shows the open job that has a desktop of this plan. */
    void showJob(String operationId) {
        onShowJob.accept(operationId);
    }

    /** What it will do, in which waves, when, and what is known of its price. */
    List<Line> happens(Plan now, Function<Instant, String> exact) {
        List<Line> lines = new ArrayList<>(consequences(now));
        List<Integer> sizes = now.waves().stream().map(Plan.Wave::targets).toList();
        lines.addAll(HowToSend.lines(now.way(), sizes, exact));
        Price price = now.price();
        switch (price.kind()) {
            case NONE -> {}
            case ON_ORDER -> lines.add(Line.plain("operation.price.order", price.orderId()));
            case UNKNOWN -> lines.add(Line.warning("operation.price.unknown"));
        }
        return lines;
    }

    /** Which operation. */
    public OperationKind kind() {
        return kind;
    }

    /** The plan of what the fields say now; null before the first one is there. */
    public ReadOnlyObjectProperty<@Nullable Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Moves with every change worth drawing: plan, touched fields, confirmation, submission. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** How many of the chosen desktops disappeared from the fleet while the dialog was open. */
    public ReadOnlyIntegerProperty goneProperty() {
        return chosen.goneProperty();
    }

    /** Whether a large plan is being worked out. */
    public ReadOnlyBooleanProperty planningProperty() {
        return planning.getReadOnlyProperty();
    }

    /** Whether the intent is being written down. */
    public ReadOnlyBooleanProperty submittingProperty() {
        return submitting.getReadOnlyProperty();
    }

    /** Why it cannot be submitted now; null when it can. */
    public ReadOnlyObjectProperty<@Nullable Line> blockerProperty() {
        return blocker.getReadOnlyProperty();
    }

    /** Why the last submission failed; null when none did. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the operator typed to confirm. */
    public StringProperty confirmationProperty() {
        return confirmation;
    }

    /** Whether the reason is longer than the record takes. */
    boolean reasonTooLong() {
        return reason.get().strip().length() > Reasons.LONGEST;
    }

    /** Whether the reason may not stay empty. */
    public boolean reasonNeeded() {
        Plan now = plan.get();
        return now != null && now.reasonNeeded();
    }

    /** Why the operator does it, for the record. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** The desktops as last known, by id, in the order chosen. */
    public Map<String, Desktop> desktops() {
        return chosen.byId();
    }

    /** How many desktops it acts on by the present plan. */
    public int count() {
        Plan now = plan.get();
        return now == null ? chosen.byId().size() : affected(now);
    }

    /**
     * What has to be typed: the number of desktops, for one desktop its name.
     *
     * @return empty when nothing has to be typed
     */
    public String wanted() {
        Plan now = plan.get();
        if (!destructive() || now == null) {
            return "";
        }
        int count = affected(now);
        return count == 1 ? onlyName(now) : Integer.toString(count);
    }

    /** The rows of the list of who is affected and who is left out. */
    public List<AffectedRow> rows() {
        return rows;
    }

    /** How many of the affected desktops have a session on them. */
    public int sessions() {
        return sessions;
    }

    /** What is to be shown under a field. */
    public FieldCheck check(FormField field) {
        if (!touched.contains(field)) {
            return FieldCheck.UNTOUCHED;
        }
        return FieldCheck.of(violationsOf(field));
    }

    /** What is wrong with a field, touched or not. */
    public List<Violation> violationsOf(FormField field) {
        return violations().stream().filter(v -> FormField.of(v) == field).toList();
    }

    /** What concerns the whole and no single field; shown at once. */
    public List<Violation> general() {
        return violations().stream().filter(v -> FormField.of(v) == FormField.DESKTOPS).toList();
    }

    /**
     * A field was left or changed for good: from now on it shows what is wrong with it.
     *
     * @param field which
     */
    public void touch(FormField field) {
        if (touched.add(field)) {
            bump();
        }
    }

    /** Submits the plan, or shows everything that is still wrong. */
    public void submit() {
        touched.addAll(EnumSet.allOf(FormField.class));
        Plan now = plan.get();
        if (now == null || blocker.get() != null || submitting.get()) {
            bump();
            return;
        }
        problem.set(null);
        submitting.set(true);
        review();
        context.operations()
                .submit(now, reason.get().strip())
                .then(
                        context.ui().ui(),
                        id -> {
                            submitting.set(false);
                            onSubmitted.accept(id);
                        },
                        failure -> {
                            submitting.set(false);
                            problem.set(ProblemText.problemOf(failure));
                            review();
                        });
    }

    /** Where the list of desktops stands; only a user-name change has to ask for it. */
    public Loading listing() {
        return Loading.LOADED;
    }

    /** Why that list could not be read; null when it could. */
    public @Nullable Problem listingProblem() {
        return null;
    }

    /** Asks for that list again. */
    public void ask() {
        replan();
    }

    /** What the dialog works with. */
    protected DialogContext context() {
        return context;
    }

    /** Whether the dialog is open. */
    protected boolean isOpen() {
        return open;
    }

    /** Violations of the plan, and those only the form can see. */
    protected List<Violation> violations() {
        Plan now = plan.get();
        return now == null ? List.of() : now.violations();
    }

    /** A sentence that stops the submission for a reason no plan knows; null when there is none. */
    protected @Nullable Line ownBlocker() {
        return null;
    }

    /** The targets to show; a user-name change shows desktops, though its target is a name. */
    protected List<Target> affectedTargets(Plan now) {
        return now.targets();
    }

    /** Replaces the chosen desktops, and plans again. */
    protected void replace(Collection<Desktop> others) {
        chosen.set(others);
        replan();
    }

    /** Plans again: at once when that is quick, else in the background after a moment of rest. */
    protected void replan() {
        cancelPlanning();
        if (!open) {
            return;
        }
        Draft draft = draft(List.copyOf(chosen.byId().values()));
        if (chosen.byId().size() <= LARGE) {
            accept(context.operations().plan(context.connectionId(), draft, how.way()));
            return;
        }
        Way way = how.way();
        planning.set(true);
        review();
        waiting =
                context.ui()
                        .timer()
                        .after(
                                plan.get() == null ? Duration.ZERO : DEBOUNCE,
                                () ->
                                        context.ui()
                                                .ui()
                                                .execute(() -> planInBackground(draft, way)));
    }

    /** Plans again whenever one of the given values changes. */
    protected void replanOn(Observable... values) {
        for (Observable value : values) {
            value.addListener(o -> replan());
        }
    }

    /** Works out anew why it cannot be submitted, and has everything drawn again. */
    protected void review() {
        blocker.set(findBlocker());
        bump();
    }

    private void planInBackground(Draft draft, Way way) {
        if (!open) {
            return;
        }
        work =
                context.ui()
                        .workers()
                        .start(() -> context.operations().plan(context.connectionId(), draft, way))
                        .then(
                                context.ui().ui(),
                                this::accept,
                                failure -> {
                                    planning.set(false);
                                    problem.set(ProblemText.problemOf(failure));
                                    review();
                                });
    }

    private void accept(Plan now) {
        planning.set(false);
        plan.set(now);
        rows = AffectedRow.of(affectedTargets(now), now.exclusions(), chosen.byId());
        sessions =
                (int)
                        rows.stream()
                                .filter(r -> r instanceof AffectedRow.Affected a && a.session())
                                .count();
        review();
    }

    private void cancelPlanning() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (work != null) {
            work.cancel();
            work = null;
        }
        planning.set(false);
    }

    private @Nullable Line findBlocker() {
        Plan now = plan.get();
        if (now == null || planning.get()) {
            return Line.plain("operation.blocker.planning");
        }
        if (submitting.get()) {
            return Line.plain("operation.blocker.submitting");
        }
        Line own = ownBlocker();
        if (own != null) {
            return own;
        }
        if (violations().stream().anyMatch(v -> v.level() == Violation.Level.ERROR)) {
            return Line.plain("operation.blocker.fields");
        }
        if (sendMistake() != null) {
            return Line.plain("operation.blocker.send");
        }
        if (!now.sendable()) {
            return Line.plain("operation.blocker.nobody");
        }
        if (!guard.writableProperty().get()) {
            return Line.plain("operation.blocker.guarded");
        }
        if (reasonTooLong()) {
            return Line.plain("operation.blocker.reasonLong", Reasons.LONGEST);
        }
        String wanted = wanted();
        if (!wanted.isEmpty() && !fold(wanted).equals(fold(confirmation.get()))) {
            return Line.plain("operation.blocker.confirm", wanted);
        }
        if (now.reasonNeeded() && reason.get().isBlank()) {
            return Line.plain("operation.blocker.reason");
        }
        return null;
    }

    private int affected(Plan now) {
        return affectedTargets(now).size();
    }

    private String onlyName(Plan now) {
        return affectedTargets(now).getFirst().name();
    }

    private void bump() {
        revision.set(revision.get() + 1);
    }

    /** Names of desktops are compared ignoring case. */
    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
