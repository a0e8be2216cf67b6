package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.TargetState;

/** Failed targets grouped by what they failed of. */
public final class Causes {
    /** Stands for a target's own name where texts differ in nothing else. */
    private static final String NAME = "…";

    private Causes() {}

    /**
     * What a target failed of.
     *
     * @param code the code, empty when the service gave none
     * @param text without a code: the service's text, the target's own name and id left out
     */
    public record Key(String code, String text) {}

    /**
     * Targets that failed of the same.
     *
     * @param key of what
     * @param count how many
     * @param example the first of them
     */
    public record Group(Key key, int count, TargetState example) {}

    /**
     * The cause of a target that failed.
     *
     * @param target a target with outcome FAILED
     */
    public static Key key(TargetState target) {
        if (!target.code().isEmpty()) {
            return new Key(target.code(), "");
        }
        String text = target.message().strip();
        for (String own : List.of(target.target().name(), target.target().id())) {
            if (!own.isEmpty()) {
                text = text.replace(own, NAME);
            }
        }
        return new Key("", text);
    }

    /**
     * Groups what failed.
     *
     * @param targets an operation's
     * @return the most frequent cause first; of equal ones the first seen
     */
    public static List<Group> of(List<TargetState> targets) {
        Map<Key, Integer> counts = new LinkedHashMap<>();
        Map<Key, TargetState> examples = new LinkedHashMap<>();
        for (TargetState target : targets) {
            if (target.outcome() == Outcome.FAILED) {
                Key key = key(target);
                counts.merge(key, 1, Integer::sum);
                examples.putIfAbsent(key, target);
            }
        }
        List<Group> groups = new ArrayList<>();
        examples.forEach(
                (key, example) -> groups.add(new Group(key, counts.getOrDefault(key, 1), example)));
        groups.sort(Comparator.comparingInt(Group::count).reversed());
        return groups;
    }
}
