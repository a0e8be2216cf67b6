package org.workspaceadmin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptForReportsTest {
    private static final Instant NOW = FakeSources.NOW;

    @Test
    void theNewestFailuresAreKeptWithTheirStacks() {
        UncaughtFailures failures = new UncaughtFailures();
        for (int i = 0; i <= UncaughtFailures.MOST; i++) {
            failures.add(NOW.plusSeconds(i), "t" + i, new IllegalStateException("number " + i));
        }
        assertThat(failures.entries()).hasSize(UncaughtFailures.MOST);
        assertThat(failures.entries().getFirst().thread()).isEqualTo("t1");
        assertThat(failures.entries().getLast().stack())
                .startsWith("java.lang.IllegalStateException: number " + UncaughtFailures.MOST)
                .contains("KeptForReportsTest");
    }

    @Test
    void aLongStackIsCut() {
        UncaughtFailures failures = new UncaughtFailures();
        failures.add(NOW, "t", new IllegalStateException("x".repeat(100_000)));
        assertThat(failures.entries().getFirst().stack()).hasSizeLessThan(10_000).endsWith("…");
    }

    @Test
    void ofEachConnectionTheLastTestIsKept() {
        ConnectionTests tests = new ConnectionTests();
        tests.add("a", NOW, List.of("first"));
        tests.add("b", NOW, List.of("other"));
        tests.add("a", NOW.plusSeconds(1), List.of("second"));
        assertThat(tests.entries())
                .extracting(TestedConnection::connection, t -> t.lines().getFirst())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", "other"),
                        org.assertj.core.groups.Tuple.tuple("a", "second"));
        for (int i = 0; i < ConnectionTests.MOST; i++) {
            tests.add("c" + i, NOW, List.of());
        }
        assertThat(tests.entries()).hasSize(ConnectionTests.MOST);
        assertThat(tests.entries().getFirst().connection()).isEqualTo("c0");
    }
}
