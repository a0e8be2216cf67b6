package org.workspaceadmin.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a list of name changes get into each other's way. A row is an arrow from the old
 * name to the new one; names are compared ignoring case. Two rows can leave the same name or end at
 * the same; one can end where another begins (a chain), and arrows can run in a circle (a swap is
 * the shortest). Rows that keep their name count for nothing.
 */
final class NameGraph {
    private final List<String> olds;
    private final List<String> news;
    private final Map<String, List<Integer>> leaving = new HashMap<>();
    private final Map<String, List<Integer>> ending = new HashMap<>();
    private final Map<String, Integer> circle;

    /**
     * The rows, old and new names in the same order.
     *
     * @param olds the names that are given up
     * @param news the names that are taken
     */
    NameGraph(List<String> olds, List<String> news) {
        this.olds = olds.stream().map(NameGraph::fold).toList();
        this.news = news.stream().map(NameGraph::fold).toList();
        for (int row = 0; row < this.olds.size(); row++) {
            leaving.computeIfAbsent(this.olds.get(row), k -> new ArrayList<>()).add(row);
            ending.computeIfAbsent(this.news.get(row), k -> new ArrayList<>()).add(row);
        }
        circle = components();
    }

    /** How names are compared. */
    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a row keeps its name. */
    boolean keeps(int row) {
        return olds.get(row).equals(news.get(row));
    }

    /** The other rows with the same old name. */
    List<Integer> sameOld(int row) {
        return others(leaving.get(olds.get(row)), row);
    }

    /** The other rows with the same new name. */
    List<Integer> sameNew(int row) {
        return others(ending.get(news.get(row)), row);
    }

    /** The rows that begin where this one ends: it would have to wait for them. */
    List<Integer> next(int row) {
        return keeps(row) ? List.of() : others(leaving.get(news.get(row)), row);
    }

    /** Whether following the arrows from this row's new name leads back to its old one. */
    boolean inCircle(int row) {
        return !keeps(row) && Objects.equals(circle.get(olds.get(row)), circle.get(news.get(row)));
    }

    /** Every name with the number of its strongly connected component (Kosaraju's two walks). */
    private Map<String, Integer> components() {
        List<String> finished = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String name : olds) {
            walk(name, 0, leaving, news, seen, finished);
        }
        for (String name : news) {
            walk(name, 0, leaving, news, seen, finished);
        }
        Map<String, Integer> component = new HashMap<>();
        for (int i = finished.size() - 1; i >= 0; i--) {
            walk(finished.get(i), i, ending, olds, component, new ArrayList<>());
        }
        return component;
    }

    /** Walks in depth without recursion, because a list may be one chain of 50,000 rows. */
    private static void walk(
            String from,
            int mark,
            Map<String, List<Integer>> arrows,
            List<String> heads,
            Map<String, Integer> seen,
            List<String> finished) {
        if (seen.putIfAbsent(from, mark) != null) {
            return;
        }
        Deque<Step> path = new ArrayDeque<>();
        path.push(new Step(from));
        while (!path.isEmpty()) {
            Step step = path.peek();
            List<Integer> out = arrows.getOrDefault(step.name, List.of());
            if (step.taken == out.size()) {
                finished.add(path.pop().name);
                continue;
            }
            String head = heads.get(out.get(step.taken++));
            if (seen.putIfAbsent(head, mark) == null) {
                path.push(new Step(head));
            }
        }
    }

    private static final class Step {
        private final String name;
        private int taken;

        Step(String name) {
            this.name = name;
        }
    }

    private static List<Integer> others(@Nullable List<Integer> rows, int row) {
        if (rows == null) {
            return List.of();
        }
        return rows.stream().filter(r -> r != row).toList();
    }
}
