package org.workspaceadmin.cloud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The query of one request, encoded and sorted by name and then by value: the wire and the string
 * to sign hold the same text, which every signer of the vendor computes alike (the Java one keeps
 * the order of repeated values, the Go one sorts them).
 */
final class QueryString {
    private record Pair(String name, String value) {}

    private final List<Pair> pairs = new ArrayList<>();

    /** Adds a decoded name and value. */
    QueryString add(String name, String value) {
        pairs.add(new Pair(PercentCode.encode(name), PercentCode.encode(value)));
        return this;
    }

    /** Adds a value unless it is empty. */
    QueryString addIfPresent(String name, String value) {
        return value.isEmpty() ? this : add(name, value);
    }

    /** {@code a=1&b=2}, empty without parameters. */
    String text() {
        List<Pair> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparing(Pair::name).thenComparing(Pair::value));
        StringBuilder out = new StringBuilder();
        for (Pair p : sorted) {
            out.append(out.isEmpty() ? "" : "&").append(p.name).append('=').append(p.value);
        }
        return out.toString();
    }
}
