package org.workspaceadmin.ui.setup;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * An application step by step. Going back loses nothing; going on judges the step's inputs and
 * names the first broken one; the request is shown before it is sent, and sent once.
 */
public final class WizardViewModel {
    private final SetupContext context;
    private final SetupForm form;
    private final SetupFields fields;
    private final NetworkViewModel network;
    private final CheckViewModel check;
    private final DirectoryViewModel directory;
    private final SetupDraft draft;
    private final ReadOnlyObjectWrapper<SetupStep> step =
            new ReadOnlyObjectWrapper<>(SetupStep.KIND);
    private final ReadOnlyObjectWrapper<List<SetupStep>> steps = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper submitting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable String> operationId =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Work<?> work;

    /**
     * A wizard with what was typed before, if anything.
     *
     * @param context what it works with
     */
    public WizardViewModel(SetupContext context) {
        this.context = context;
        form = new SetupForm(context.generation());
        draft = new SetupDraft(context.connectionId(), context.remembered(), context.remember());
        draft.load(form);
        fields = new SetupFields(form, context.lists());
        network = new NetworkViewModel(context, form);
        SignInAttempts attempts = new SignInAttempts();
        check = new CheckViewModel(context, form, attempts);
        directory = new DirectoryViewModel(context, form, attempts, false);
        form.kindProperty().subscribe(kind -> steps.set(SetupStep.of(kind, context.generation())));
    }

    /** What is typed. */
    public SetupForm form() {
        return form;
    }

    /** Rules of an input. */
    public RuleField<?> field(DomainField field) {
        return fields.of(field);
    }

    /** The rules of every input. */
    SetupFields fields() {
        return fields;
    }

    /** The inputs of a step, from top to bottom. */
    public List<DomainField> fields(SetupStep of) {
        return fields.of(of);
    }

    /** The networks to choose from. */
    public NetworkViewModel network() {
        return network;
    }

    /** What the service finds when it tries the controller. */
    public CheckViewModel check() {
        return check;
    }

    /** What this workstation finds of the directory. */
    public DirectoryViewModel directory() {
        return directory;
    }

    /** What would be sent, by the service's names, without the password. */
    public List<Field> describe() {
        ApplyOrder order = form.order();
        return order == null ? List.of() : context.operations().describe(new Draft.Apply(order));
    }

    /** The step to go back to when the application failed. */
    public SetupStep toCorrect() {
        List<SetupStep> all = steps.get();
        return all.contains(SetupStep.DOMAIN) ? SetupStep.DOMAIN : SetupStep.NETWORK;
    }

    /** The step on screen. */
    public ReadOnlyObjectProperty<SetupStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** All steps in order, by the kind of domain. */
    public ReadOnlyObjectProperty<List<SetupStep>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** What would be sent; there from the review on. */
    public ReadOnlyObjectProperty<@Nullable Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Why the application could not be written down. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the intent is being written down. */
    public ReadOnlyBooleanProperty submittingProperty() {
        return submitting.getReadOnlyProperty();
    }

    /** The operation that was begun, null before. */
    public ReadOnlyObjectProperty<@Nullable String> operationIdProperty() {
        return operationId.getReadOnlyProperty();
    }

    /**
     * Goes on, if the step is complete.
     *
     * @return the input to correct first; null when it went on, or when what is wrong is no input
     */
    public @Nullable DomainField next() {
        SetupStep now = step.get();
        if (now == SetupStep.KIND && form.kindProperty().get() == null) {
            return DomainField.TYPE;
        }
        List<DomainField> shown = fields.of(now);
        shown.forEach(field -> fields.of(field).left());
        for (DomainField field : shown) {
            if (fields.of(field).blocks()) {
                return field;
            }
        }
        if (now == SetupStep.NETWORK && network.blocked()) {
            return DomainField.SUBNETS;
        }
        draft.save(form);
        List<SetupStep> all = steps.get();
        go(all.get(Math.min(all.indexOf(now) + 1, all.size() - 1)));
        return null;
    }

    /** Goes back; everything typed stays. */
    public void back() {
        List<SetupStep> all = steps.get();
        int at = all.indexOf(step.get());
        if (at > 0) {
            go(all.get(at - 1));
        }
    }

    /**
     * Goes to a step that was passed before, for example to correct what the service refused.
     *
     * @param to one of {@link #stepsProperty()}
     */
    public void go(SetupStep to) {
        step.set(to);
        if (to == SetupStep.NETWORK) {
            network.shown();
        }
        if (to == SetupStep.REVIEW) {
            replan();
        }
    }

    /** Writes the application down and sends it, once. */
    public void submit() {
        Plan ready = plan.get();
        if (ready == null || !ready.sendable() || submitting.get()) {
            return;
        }
        problem.set(null);
        submitting.set(true);
        work =
                context.operations()
                        .submit(ready, "")
                        .then(
                                context.ui().ui(),
                                id -> {
                                    submitting.set(false);
                                    form.forgetPassword();
                                    operationId.set(id);
                                    go(SetupStep.PROGRESS);
                                },
                                failure -> {
                                    submitting.set(false);
                                    problem.set(ProblemText.problemOf(failure));
                                });
    }

    /** The service works: what was typed is not needed any more. */
    void done() {
        draft.forget(form);
    }

    /** Keeps what was typed, never the password, and ends what is being asked. */
    public void stop() {
        draft.save(form);
        network.stop();
        check.stop();
        directory.stop();
        Work<?> running = work;
        if (running != null && !submitting.get()) {
            running.cancel();
        }
    }

    private void replan() {
        ApplyOrder order = form.order();
        if (order == null) {
            plan.set(null);
            return;
        }
        char[] secret = form.passwordProperty().get().toCharArray();
        if (secret.length > 0 && !(order.domain() instanceof DomainSettings.LiteAs)) {
            context.secret().accept(secret);
        }
        Arrays.fill(secret, '\0');
        plan.set(context.operations().plan(context.connectionId(), new Draft.Apply(order)));
    }
}
