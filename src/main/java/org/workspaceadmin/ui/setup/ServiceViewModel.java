package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.ServiceChange;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.ServiceStatus;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/** The service of the project as it is, and what can be changed of it. */
public final class ServiceViewModel implements AutoCloseable {
    /** Where the reading stands. */
    public enum State {
        /** Not asked. */
        IDLE,
        /** Asked, nothing known before. */
        LOADING,
        /** Known. */
        LOADED,
        /** Could not be read. */
        FAILED,
        /** v1.0 has no call that tells it. */
        NOT_TOLD
    }

    private final SetupContext context;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable ServiceDetails> service =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LockStatus> lock = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable OperationState> change =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<String, String>> subnetNames =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final List<Work<?>> asked = new ArrayList<>();
    private final Operations.Subscription subscription;

    ServiceViewModel(SetupContext context) {
        this.context = context;
        if (context.generation() == Generation.V1) {
            state.set(State.NOT_TOLD);
        }
        subscription =
                context.operations().subscribe(o -> context.ui().ui().execute(() -> changed(o)));
    }

    /** Where the reading stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The service as last read, null before. */
    public ReadOnlyObjectProperty<@Nullable ServiceDetails> serviceProperty() {
        return service.getReadOnlyProperty();
    }

    /** Its lock as last read, null when not known. */
    public ReadOnlyObjectProperty<@Nullable LockStatus> lockProperty() {
        return lock.getReadOnlyProperty();
    }

    /** Name and range of the service's subnets by id; empty where they cannot be read. */
    public ReadOnlyObjectProperty<Map<String, String>> subnetNamesProperty() {
        return subnetNames.getReadOnlyProperty();
    }

    /** Why it could not be read or changed. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The last change of the service, null when none was begun. */
    public ReadOnlyObjectProperty<@Nullable OperationState> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** Whether there is no service, so that it can be applied for. */
    public boolean canApply() {
        ServiceDetails known = service.get();
        return state.get() == State.NOT_TOLD
                || (known != null
                        && (known.status().is(ServiceStatus.CLOSED)
                                || known.status().is(ServiceStatus.RECYCLED)
                                || known.status().is(ServiceStatus.SUBSCRIPTION_FAILED)));
    }

    /** Reads again. */
    public void refresh() {
        if (state.get() == State.NOT_TOLD) {
            return;
        }
        stop();
        problem.set(null);
        if (service.get() == null) {
            state.set(State.LOADING);
        }
        asked.add(
                context.reading()
                        .service()
                        .then(
                                context.ui().ui(),
                                found -> {
                                    service.set(found);
                                    state.set(State.LOADED);
                                    nameSubnets(found);
                                },
                                failure -> {
                                    problem.set(ProblemText.problemOf(failure));
                                    if (service.get() == null) {
                                        state.set(State.FAILED);
                                    }
                                }));
        asked.add(
                context.reading()
                        .lock()
                        .then(
                                context.ui().ui(),
                                lock::set,
                                // Shown as not known; a region may lack it.
                                failure -> lock.set(null)));
    }

    private void nameSubnets(ServiceDetails found) {
        if (found.vpcId().isEmpty() || found.subnetIds().isEmpty()) {
            return;
        }
        asked.add(
                context.reading()
                        .subnets(found.vpcId())
                        .then(
                                context.ui().ui(),
                                listed -> {
                                    Map<String, String> names = new HashMap<>();
                                    listed.forEach(
                                            s -> names.put(s.id(), s.name() + "  ·  " + s.cidr()));
                                    subnetNames.set(Map.copyOf(names));
                                },
                                // The ids are shown instead.
                                failure -> subnetNames.set(Map.of())));
    }

    /** Another way in. */
    public Draft access(String mode, String dedicated) {
        return new Draft.ChangeService(new ServiceChange.Access(mode, dedicated));
    }

    /** Other subnets. */
    public Draft subnets(List<String> ids) {
        return new Draft.ChangeService(new ServiceChange.Subnets(ids));
    }

    /**
     * New credentials of the administrator.
     *
     * @param account administrator account
     * @param typed its password; the caller wipes it
     */
    public Draft administrator(String account, char[] typed) {
        ServiceDetails known = service.get();
        String type = known == null ? "LOCAL_AD" : known.domain().type();
        return new Draft.ChangeService(
                new ServiceChange.DomainAdministrator(type, account, Secret.of(typed)));
    }

    /**
     * Other controllers for the same domain, or other data of them.
     *
     * @param form complete, with the password, which the caller forgets
     */
    public Draft controllers(SetupForm form) {
        return new Draft.ChangeService(new ServiceChange.Domain(form.companyDomain()));
    }

    /** What a draft would do. */
    public Plan plan(Draft draft) {
        return context.operations().plan(context.connectionId(), draft);
    }

    /**
     * Has a secret masked everywhere, before it is sent.
     *
     * @param typed the caller wipes it
     */
    public void willSend(char[] typed) {
        context.secret().accept(typed);
    }

    /**
     * Writes a change down and sends it, once.
     *
     * @param plan sendable
     * @param reason why
     */
    public void submit(Plan plan, String reason) {
        problem.set(null);
        asked.add(
                context.operations()
                        .submit(plan, reason)
                        .then(
                                context.ui().ui(),
                                id -> {},
                                failure -> problem.set(ProblemText.problemOf(failure))));
    }

    /** Ends what is being asked. */
    public void stop() {
        asked.forEach(Work::cancel);
        asked.clear();
    }

    private void changed(OperationState operation) {
        if (!operation.connectionId().equals(context.connectionId())
                || (operation.kind() != OperationKind.CHANGE_SERVICE
                        && operation.kind() != OperationKind.APPLY_SERVICE)) {
            return;
        }
        if (operation.kind() == OperationKind.CHANGE_SERVICE) {
            change.set(operation);
        }
        if (!operation.open()) {
            refresh();
        }
    }

    @Override
    public void close() {
        subscription.cancel();
        stop();
    }
}
