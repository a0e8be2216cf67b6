package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.CidrCheck;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.rules.domain.Cidr;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/** The networks to choose from, and what is wrong with those chosen. */
public final class NetworkViewModel {
    /** What speaks against a subnet. */
    public enum Trouble {
        /** It lies in the range the service keeps for itself. */
        RESERVED,
        /** It overlaps another chosen one. */
        OVERLAPS,
        /** The service says that it collides with its management ranges. */
        CONFLICT,
        /** Desktops get no address there. */
        NO_DHCP,
        /** No free address. */
        FULL,
        /** It was chosen, and the service does not list it any more. */
        VANISHED
    }

    private final SetupContext context;
    private final SetupForm form;
    private final Choices<Vpc> vpcs;
    private final Choices<Subnet> subnets;
    private final Choices<AvailabilityZone> zones;
    private final ReadOnlyObjectWrapper<Map<String, List<Trouble>>> troubles =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> checkProblem =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<String, Integer>> free =
            new ReadOnlyObjectWrapper<>(Map.of());
    private List<String> conflicts = List.of();
    private @Nullable Work<?> check;
    private @Nullable Work<?> counting;

    NetworkViewModel(SetupContext context, SetupForm form) {
        this.context = context;
        this.form = form;
        vpcs = new Choices<>(context.ui().ui());
        subnets = new Choices<>(context.ui().ui());
        zones = new Choices<>(context.ui().ui());
        form.vpcIdProperty().subscribe((was, is) -> vpcChanged(is));
        form.subnetIds().addListener((ListChangeListener<String>) change -> subnetsChanged());
        subnets.stateProperty()
                .subscribe(state -> {
                    stopCounting();
                    free.set(Map.of());
                    judge();
                    if (state == Choices.State.LOADED) {
                        count(List.copyOf(subnets.items()), 0);
                    }
                });
    }

    /** VPCs. */
    public Choices<Vpc> vpcs() {
        return vpcs;
    }

    /** Subnets of the chosen VPC. */
    public Choices<Subnet> subnets() {
        return subnets;
    }

    /** Availability zones, v1.0. */
    public Choices<AvailabilityZone> zones() {
        return zones;
    }

    /** What speaks against each chosen subnet, by its id. */
    public ReadOnlyObjectProperty<Map<String, List<Trouble>>> troublesProperty() {
        return troubles.getReadOnlyProperty();
    }

    /** How many addresses are free, by subnet; one that is not told, or not yet, is missing. */
    public ReadOnlyObjectProperty<Map<String, Integer>> freeProperty() {
        return free.getReadOnlyProperty();
    }

    /** Why the service could not be asked for conflicts; the others are judged all the same. */
    public ReadOnlyObjectProperty<@Nullable Problem> checkProblemProperty() {
        return checkProblem.getReadOnlyProperty();
    }

    /** The step is on screen: asks for what is not there yet. */
    void shown() {
        if (vpcs.stateProperty().get() == Choices.State.IDLE) {
            vpcs.ask(context.reading()::vpcs);
        }
        if (form.generation() == Generation.V1
                && zones.stateProperty().get() == Choices.State.IDLE) {
            zones.ask(context.reading()::zones);
        }
        if (subnets.stateProperty().get() == Choices.State.IDLE) {
            vpcChanged(form.vpcIdProperty().get());
        }
    }

    /** Nothing is asked any more. */
    void stop() {
        vpcs.stop();
        subnets.stop();
        zones.stop();
        if (check != null) {
            check.cancel();
        }
        stopCounting();
    }

    private void stopCounting() {
        if (counting != null) {
            counting.cancel();
            counting = null;
        }
    }

    /**
     * One subnet after the other: the lists name free addresses only in some regions, and the call
     * that does tells of one subnet (api/workspace.md). Where it is refused once it is for all.
     */
    private void count(List<Subnet> listed, int at) {
        if (at == listed.size()) {
            return;
        }
        Subnet subnet = listed.get(at);
        Integer told = subnet.freeAddresses();
        if (told != null) {
            counted(subnet.id(), told);
            count(listed, at + 1);
            return;
        }
        counting =
                context.reading()
                        .freeAddresses(subnet.id())
                        .then(
                                context.ui().ui(),
                                number -> {
                                    counted(subnet.id(), number);
                                    count(listed, at + 1);
                                },
                                failure -> {
                                    Problem.Kind kind = ProblemText.problemOf(failure).kind();
                                    // Only a subnet of its own can be missing.
                                    if (kind == Problem.Kind.NOT_FOUND) {
                                        count(listed, at + 1);
                                    }
                                });
    }

    private void counted(String subnetId, int number) {
        Map<String, Integer> more = new HashMap<>(free.get());
        more.put(subnetId, number);
        free.set(Map.copyOf(more));
        judge();
    }

    /** Whether something makes the request pointless. */
    boolean blocked() {
        return troubles.get().values().stream()
                .flatMap(List::stream)
                .anyMatch(t -> t != Trouble.NO_DHCP && t != Trouble.FULL);
    }

    private void vpcChanged(String id) {
        List<String> chosen = List.copyOf(form.subnetIds());
        if (id.isBlank()) {
            subnets.clear();
            return;
        }
        boolean listed = vpcs.items().stream().anyMatch(v -> v.id().equals(id));
        if (listed || vpcs.stateProperty().get() != Choices.State.LOADED) {
            subnets.ask(() -> context.reading().subnets(id));
        } else {
            // Typed by hand, and not finished perhaps: asked once the operator leaves the input.
            subnets.clear();
        }
        if (!chosen.isEmpty() && subnets.items().stream().noneMatch(s -> chosen.contains(s.id()))) {
            judge();
        }
    }

    /** Asks for the subnets of a VPC that was typed by hand. */
    void vpcTyped() {
        String id = form.vpcIdProperty().get();
        if (!id.isBlank()) {
            subnets.ask(() -> context.reading().subnets(id));
        }
    }

    private void subnetsChanged() {
        conflicts = List.of();
        judge();
        askConflicts();
    }

    private void askConflicts() {
        if (check != null) {
            check.cancel();
            check = null;
        }
        checkProblem.set(null);
        List<String> ranges =
                chosen().stream().map(Subnet::cidr).filter(c -> !c.isEmpty()).toList();
        if (form.generation() == Generation.V1 || ranges.isEmpty()) {
            return;
        }
        check =
                context.reading()
                        .checkCidr(ranges, "")
                        .then(
                                context.ui().ui(),
                                this::conflicts,
                                failure -> {
                                    Problem why = ProblemText.problemOf(failure);
                                    // A region without the call is no fault of anybody.
                                    checkProblem.set(
                                            why.kind() == Problem.Kind.NOT_OFFERED ? null : why);
                                });
    }

    private void conflicts(CidrCheck answer) {
        conflicts = answer.conflicts();
        judge();
    }

    private List<Subnet> chosen() {
        return subnets.items().stream().filter(s -> form.subnetIds().contains(s.id())).toList();
    }

    private void judge() {
        Map<String, List<Trouble>> found = new HashMap<>();
        List<Subnet> chosen = chosen();
        for (Subnet subnet : chosen) {
            List<Trouble> own = new ArrayList<>();
            Optional<Cidr> range = Cidr.parse(subnet.cidr());
            if (range.isPresent() && range.get().overlaps(Cidr.RESERVED)) {
                own.add(Trouble.RESERVED);
            }
            if (range.isPresent() && overlapsAnother(subnet, range.get(), chosen)) {
                own.add(Trouble.OVERLAPS);
            }
            if (conflicts.contains(subnet.cidr())) {
                own.add(Trouble.CONFLICT);
            }
            if (Boolean.FALSE.equals(subnet.dhcp())) {
                own.add(Trouble.NO_DHCP);
            }
            if (Integer.valueOf(0).equals(free.get().get(subnet.id()))) {
                own.add(Trouble.FULL);
            }
            if (!own.isEmpty()) {
                found.put(subnet.id(), List.copyOf(own));
            }
        }
        if (subnets.stateProperty().get() == Choices.State.LOADED) {
            for (String id : form.subnetIds()) {
                if (subnets.items().stream().noneMatch(s -> s.id().equals(id))) {
                    found.put(id, List.of(Trouble.VANISHED));
                }
            }
        }
        troubles.set(Map.copyOf(found));
    }

    private static boolean overlapsAnother(Subnet subnet, Cidr range, List<Subnet> chosen) {
        return chosen.stream()
                .filter(other -> !other.id().equals(subnet.id()))
                .flatMap(other -> Cidr.parse(other.cidr()).stream())
                .anyMatch(range::overlaps);
    }
}
