package org.workspaceadmin.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.connection.secret.StoreState.Kind;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KeyRingStoreTest {
    private static final String NAME = "connection/1/token";

    private final FakeRing ring = new FakeRing();
    private final KeyRingStore store =
            new KeyRingStore(ring, Duration.ofSeconds(20), Duration.ofSeconds(20));

    @Test
    void isUntriedUntilItWasTriedForReal() {
        assertThat(store.state().kind()).isEqualTo(Kind.UNTRIED);

        assertThat(store.tryOut().isReady()).isTrue();

        assertThat(ring.entries).as("the trial leaves nothing").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_135, 1_136, 1_137, 1_200, 2_336, 2_337, 5_000, 60_000})
    void givesBackSecretsOfEveryLength(int length) {
        char[] secret = text(length, 7).toCharArray();

        assertThat(store.store(NAME, secret)).isEqualTo(Kept.LASTING);

        assertThat(store.read(NAME)).hasValueSatisfying(s -> assertThat(s).isEqualTo(secret));
        assertThat(ring.entries.values()).allMatch(part -> part.length() <= Parts.LONGEST);
        assertThat(store.delete(NAME)).isTrue();
        assertThat(ring.entries).isEmpty();
    }

    @Test
    void neverCutsACharacterInTwo() {
        for (int shift = 0; shift < 2; shift++) {
            char[] secret = ("x".repeat(shift) + "🔑".repeat(2_000)).toCharArray();

            assertThat(store.store(NAME, secret)).isEqualTo(Kept.LASTING);

            assertThat(ring.entries.values())
                    .hasSizeGreaterThan(3)
                    .noneMatch(p -> Character.isHighSurrogate(p.charAt(p.length() - 1)));
            assertThat(store.read(NAME)).hasValueSatisfying(s -> assertThat(s).isEqualTo(secret));
        }
    }

    @Test
    void refusesWhatIsTooLongAndKeepsWhatWasThere() {
        store.store(NAME, "before".toCharArray());

        assertThat(store.store(NAME, text(100_000, 1).toCharArray())).isEqualTo(Kept.NOT);

        assertThat(read()).contains("before");
        assertThat(store.state().isReady()).isTrue();
    }

    @Test
    void leavesNoPartOfALongerSecretBehind() {
        for (int length : new int[] {9_000, 3_000, 100, 7_000, 5}) {
            store.store(NAME, text(length, length).toCharArray());

            assertThat(read()).contains(text(length, length));
            int parts = length <= 1_136 ? 1 : 1 + (length - 1_136 + 1_199) / 1_200;
            assertThat(ring.entries).hasSize(parts);
        }
    }

    @Test
    void findsTheOldTheNewOrNothingWhereverAnOverwriteBreaksOff() {
        String old = text(4_000, 1);
        String fresh = text(5_000, 2);
        store.store(NAME, old.toCharArray());
        Map<String, String> before = new TreeMap<>(ring.entries);
        List<Optional<String>> seen = new ArrayList<>();
        boolean whole = false;
        for (int calls = 0; !whole; calls++) {
            ring.entries.clear();
            ring.entries.putAll(before);
            ring.failAfter(calls, new NullPointerException("from the library"));
            whole = store.store(NAME, fresh.toCharArray()) == Kept.LASTING;
            ring.recover();
            seen.add(read());

            assertThat(store.delete(NAME)).isTrue();
            assertThat(ring.entries).as("left over after call " + calls).isEmpty();
        }
        assertThat(seen)
                .contains(Optional.of(old), Optional.of(fresh))
                .allMatch(s -> s.isEmpty() || s.get().equals(old) || s.get().equals(fresh));
    }

    @Test
    void findsTheWholeOrNothingWhereverADeletionBreaksOff() {
        String secret = text(4_000, 1);
        store.store(NAME, secret.toCharArray());
        Map<String, String> before = new TreeMap<>(ring.entries);
        boolean whole = false;
        for (int calls = 0; !whole; calls++) {
            ring.entries.clear();
            ring.entries.putAll(before);
            ring.failAfter(calls, new IllegalStateException());
            whole = store.delete(NAME);
            ring.recover();

            assertThat(read()).isIn(Optional.of(secret), Optional.empty());
            assertThat(store.delete(NAME)).isTrue();
            assertThat(ring.entries).isEmpty();
        }
    }

    @Test
    void takesNoValueThatSomebodyElseChanged() {
        store.store(NAME, text(3_000, 1).toCharArray());
        String part = NAME + "#a2";
        assertThat(ring.entries).containsKey(part);

        ring.entries.computeIfPresent(part, (name, text) -> 'X' + text.substring(1));
        assertThat(read()).isEmpty();

        ring.entries.remove(part);
        assertThat(read()).isEmpty();

        ring.entries.put(NAME, "typed by hand");
        assertThat(read()).isEmpty();
        assertThat(store.state().isReady()).isTrue();
    }

    @Test
    void turnsWhateverIsThrownIntoAState() {
        for (Throwable thrown :
                List.of(
                        new NullPointerException("locked"),
                        new UnsatisfiedLinkError("no library"),
                        new java.io.IOException("x"))) {
            ring.failAfter(0, thrown);

            assertThat(store.store(NAME, "secret".toCharArray())).isEqualTo(Kept.NOT);
            assertThat(store.state().kind()).isEqualTo(Kind.FAILED);
            assertThat(read()).isEmpty();
            assertThat(store.delete(NAME)).isFalse();
            assertThat(store.tryOut().kind()).isEqualTo(Kind.FAILED);

            ring.recover();
            assertThat(read()).isEmpty();
            assertThat(store.state().kind()).as("being there is not enough").isEqualTo(Kind.FAILED);
            assertThat(store.tryOut().isReady()).isTrue();
        }
    }

    @Test
    void doesNotTouchALockedStore() {
        ring.state(Kind.LOCKED);
        ring.failAfter(0, new AssertionError("touched"));

        assertThat(store.tryOut().kind()).isEqualTo(Kind.LOCKED);
        assertThat(store.store(NAME, "secret".toCharArray())).isEqualTo(Kept.NOT);
        assertThat(read()).isEmpty();
        assertThat(store.delete(NAME)).isFalse();
        assertThat(store.state().kind()).isEqualTo(Kind.LOCKED);
    }

    @Test
    void givesUpOnAStoreThatHangsAndComesBackWithIt() {
        KeyRingStore hasty = new KeyRingStore(ring, Duration.ofMillis(50), Duration.ofMillis(50));
        ring.hang();

        for (int i = 0; i < 2 * TimeBox.STUCK_AT_MOST; i++) {
            assertThat(hasty.store(NAME, "secret".toCharArray())).isEqualTo(Kept.NOT);
            assertThat(hasty.state().kind()).isEqualTo(Kind.NOT_ANSWERING);
        }
        long stuck =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("key-store"))
                        .count();
        assertThat(stuck).isLessThanOrEqualTo(TimeBox.STUCK_AT_MOST);

        ring.release();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!hasty.tryOut().isReady()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void logsAndReportsNoSecret() {
        ring.failAfter(0, new IllegalStateException("marker-secret-1234"));
        store.store(NAME, "marker-secret-1234".toCharArray());
        assertThat(store.state().toString()).doesNotContain("marker");
    }

    private Optional<String> read() {
        return store.read(NAME).map(String::new);
    }

    private static String text(int length, int seed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append(Integer.toString((i + 1) * (seed + 31), 36)).append('密');
        }
        return text.substring(0, length);
    }
}
