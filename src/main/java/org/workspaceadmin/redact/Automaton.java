package org.workspaceadmin.redact;

import java.util.Arrays;
import java.util.Collection;

/**
 * Finds many words in one pass (Aho and Corasick): the work grows with the length of the text
 * alone, however many words there are and however they overlap. Immutable.
 */
final class Automaton {
    private static final int ROOT = 0;
    private static final long FREE = 0;

    private final long[] keys;
    private final int[] targets;
    private final int mask;
    private final int[] fallback;
    private final int[] ending;

    /** Hears of words found. */
    @FunctionalInterface
    interface Found {
        /**
         * A word ends here; it is the longest one that does.
         *
         * @param last index of its last character in the view
         * @param length its length
         */
        void word(int last, int length);
    }

    private Automaton(long[] keys, int[] targets, int[] fallback, int[] ending) {
        this.keys = keys;
        this.targets = targets;
        this.mask = keys.length - 1;
        this.fallback = fallback;
        this.ending = ending;
    }

    /** An automaton for these words; empty ones are ignored. */
    static Automaton of(Collection<char[]> words) {
        return new Building(words.stream().mapToInt(w -> w.length).sum() + 1).build(words);
    }

    /**
     * Goes through a text once.
     *
     * @param view the text
     * @param found hears of every position where a word ends
     * @return how many look-ups that took, at most two for each character
     */
    long scan(View view, Found found) {
        long lookUps = 0;
        int node = ROOT;
        for (int i = 0; i < view.length(); i++) {
            char c = view.charAt(i);
            int next = next(node, c);
            lookUps++;
            while (next < 0) {
                if (node == ROOT) {
                    next = ROOT;
                } else {
                    node = fallback[node];
                    next = next(node, c);
                    lookUps++;
                }
            }
            node = next;
            if (ending[node] > 0) {
                found.word(i, ending[node]);
            }
        }
        return lookUps;
    }

    private int next(int node, char c) {
        return find(keys, targets, mask, node, c);
    }

    private static int find(long[] keys, int[] targets, int mask, int node, char c) {
        long key = key(node, c);
        int slot = slot(key, mask);
        while (keys[slot] != FREE) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private static long key(int node, char c) {
        return ((long) (node + 1) << 16) | c;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    /** Grows the tree of words, then adds where to go on after a mismatch. */
    private static final class Building {
        private final long[] keys;
        private final int[] targets;
        private final int mask;
        private final int[] fallback;
        private final int[] ending;
        private final int[] parent;
        private final char[] arriving;
        private final int[] depth;
        private int nodes = 1;

        Building(int most) {
            int size = Integer.highestOneBit(Math.max(8, most)) * 4;
            keys = new long[size];
            targets = new int[size];
            mask = size - 1;
            fallback = new int[most];
            ending = new int[most];
            parent = new int[most];
            arriving = new char[most];
            depth = new int[most];
        }

        Automaton build(Collection<char[]> words) {
            words.forEach(this::add);
            Integer[] shallowFirst = new Integer[nodes - 1];
            Arrays.setAll(shallowFirst, i -> i + 1);
            Arrays.sort(shallowFirst, (a, b) -> Integer.compare(depth[a], depth[b]));
            for (int node : shallowFirst) {
                fallback[node] = fallbackOf(node);
                ending[node] = Math.max(ending[node], ending[fallback[node]]);
            }
            return new Automaton(
                    keys, targets, Arrays.copyOf(fallback, nodes), Arrays.copyOf(ending, nodes));
        }

        private void add(char[] word) {
            int node = ROOT;
            for (char c : word) {
                int next = find(keys, targets, mask, node, c);
                if (next < 0) {
                    next = nodes++;
                    parent[next] = node;
                    arriving[next] = c;
                    depth[next] = depth[node] + 1;
                    put(key(node, c), next);
                }
                node = next;
            }
            ending[node] = word.length;
        }

        private int fallbackOf(int node) {
            if (parent[node] == ROOT) {
                return ROOT;
            }
            int from = fallback[parent[node]];
            int to = find(keys, targets, mask, from, arriving[node]);
            while (to < 0 && from != ROOT) {
                from = fallback[from];
                to = find(keys, targets, mask, from, arriving[node]);
            }
            return Math.max(to, ROOT);
        }

        private void put(long key, int target) {
            int slot = slot(key, mask);
            while (keys[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            targets[slot] = target;
        }
    }
}
