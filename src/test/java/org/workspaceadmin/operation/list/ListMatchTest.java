package org.workspaceadmin.operation.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.list.FleetIndex.Key;
import org.workspaceadmin.operation.list.ListMatch.MatchedRow;
import org.workspaceadmin.operation.list.ListMatch.Outcome;
import org.workspaceadmin.operation.list.ListTable.Heading;

class ListMatchTest {
    private static final Desktop A = SomeDesktops.of("id-a", "FIN-1", "a.lin", "10.0.0.1");
    private static final Desktop B = SomeDesktops.of("id-b", "FIN-2", "b.wu", "10.0.0.2");
    private static final Desktop C = SomeDesktops.of("id-c", "FIN-3", "b.wu", "10.0.0.3");

    private static ListMatch match(String text, Key key) throws ListFault {
        return ListMatch.of(
                ListTable.of(text, Heading.RECOGNIZE), 0, new FleetIndex(List.of(A, B, C)), key);
    }

    private static List<Outcome> outcomes(String text, Key key) throws ListFault {
        return match(text, key).rows().stream().map(MatchedRow::outcome).toList();
    }

    @Test
    void namesIdsAddressesAndUsersAreFoundIgnoringCase() throws ListFault {
        ListMatch match = match("fin-1\nID-B\n10.0.0.3", Key.ANY);

        assertThat(match.desktops(false)).containsExactly(A, B, C);
        assertThat(match("A.LIN", Key.ANY).desktops(false)).containsExactly(A);
    }

    @Test
    void aKindOfKeyFindsNothingElse() throws ListFault {
        String all = "fin-1\nid-a\n10.0.0.1\na.lin";
        assertThat(outcomes(all, Key.NAME))
                .containsExactly(
                        Outcome.MATCHED, Outcome.UNMATCHED, Outcome.UNMATCHED, Outcome.UNMATCHED);
        assertThat(outcomes(all, Key.ID)).containsSubsequence(Outcome.UNMATCHED, Outcome.MATCHED);
        assertThat(match(all, Key.ADDRESS).count(Outcome.MATCHED)).isOne();
        assertThat(match(all, Key.USER).count(Outcome.MATCHED)).isOne();
    }

    @Test
    void aUserWithSeveralDesktopsIsAmbiguousAndAllAreNamed() throws ListFault {
        ListMatch match = match("b.wu\nfin-1", Key.ANY);

        assertThat(match.of(Outcome.AMBIGUOUS).getFirst().desktops()).containsExactly(B, C);
        assertThat(match.desktops(false)).containsExactly(A);
        assertThat(match.desktops(true)).containsExactly(B, C, A);
    }

    @Test
    void aRowThatSaysOrMeansTheSameIsADuplicate() throws ListFault {
        ListMatch match = match("fin-1\nFIN-1\n\nid-a\nnobody\nNobody\nb.wu\nb.wu", Key.ANY);

        assertThat(match.rows())
                .extracting(MatchedRow::outcome)
                .containsExactly(
                        Outcome.MATCHED,
                        Outcome.DUPLICATE,
                        Outcome.DUPLICATE,
                        Outcome.UNMATCHED,
                        Outcome.DUPLICATE,
                        Outcome.AMBIGUOUS,
                        Outcome.DUPLICATE);
        assertThat(match.rows())
                .extracting(MatchedRow::firstLine)
                .containsExactly(0, 1, 1, 0, 5, 0, 7);
    }

    @Test
    void aUserWithADomainMatchesOnlyThatDomain() throws ListFault {
        assertThat(outcomes("CORP\\a.lin\na.lin@corp.example.com\nOTHER\\a.lin\n", Key.ANY))
                .containsExactly(Outcome.MATCHED, Outcome.DUPLICATE, Outcome.UNMATCHED);
    }

    @Test
    void aRowWithoutTextInTheColumnIsUnmatched() throws ListFault {
        ListTable table = ListTable.of("x,fin-1\ny\n,z\n", Heading.NO);
        ListMatch match = ListMatch.of(table, 1, new FleetIndex(List.of(A, B, C)), Key.ANY);

        assertThat(match.rows())
                .extracting(MatchedRow::outcome)
                .containsExactly(Outcome.MATCHED, Outcome.UNMATCHED, Outcome.UNMATCHED);
    }

    /**
     * A second formulation: every row against every desktop, one after the other, and every row
     * against all rows before it.
     */
    @Test
    void matchingIsWhatComparingEverythingWithEverythingFinds() throws ListFault {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Desktop> fleet =
                    IntStream.range(0, 1 + random.nextInt(25))
                            .mapToObj(i ->
                                    SomeDesktops.of(
                                            "i" + i,
                                            "n" + random.nextInt(12),
                                            pick(random, "u", 8),
                                            "10.0.0." + random.nextInt(20)))
                            .toList();
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                String word =
                        switch (random.nextInt(5)) {
                            case 0 -> "i" + random.nextInt(30);
                            case 1 -> "N" + random.nextInt(14);
                            case 2 -> pick(random, "U", 9);
                            case 3 -> "10.0.0." + random.nextInt(22);
                            default -> "nothing" + random.nextInt(3);
                        };
                words.add(word.isEmpty() ? "-" : word);
            }
            Key key = Key.values()[random.nextInt(Key.values().length)];

            ListMatch match =
                    ListMatch.of(
                            ListTable.of(String.join("\n", words), Heading.NO),
                            0,
                            new FleetIndex(fleet),
                            key);

            assertThat(match.rows()).as("seed %s", seed).hasSize(words.size());
            Set<String> named = new HashSet<>();
            Set<String> said = new HashSet<>();
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i).toLowerCase(Locale.ROOT);
                List<Desktop> found = fleet.stream().filter(d -> names(d, word, key)).toList();
                boolean again =
                        !said.add(word) || (found.size() == 1 && !named.add(found.getFirst().id()));
                Outcome expected =
                        again
                                ? Outcome.DUPLICATE
                                : found.isEmpty()
                                        ? Outcome.UNMATCHED
                                        : found.size() == 1 ? Outcome.MATCHED : Outcome.AMBIGUOUS;
                MatchedRow row = match.rows().get(i);
                assertThat(row.outcome()).as("seed %s row %s", seed, i).isEqualTo(expected);
                assertThat(row.desktops()).containsExactlyInAnyOrderElementsOf(found);
            }
            assertThat(match.desktops(false)).doesNotHaveDuplicates();
        }
    }

    private static String pick(Random random, String prefix, int of) {
        int n = random.nextInt(of);
        return n == 0 ? "" : prefix + n;
    }

    private static boolean names(Desktop d, String word, Key key) {
        boolean any = key == Key.ANY;
        return ((any || key == Key.ID) && d.id().toLowerCase(Locale.ROOT).equals(word))
                || ((any || key == Key.NAME) && d.name().toLowerCase(Locale.ROOT).equals(word))
                || ((any || key == Key.ADDRESS) && d.addresses().contains(word))
                || ((any || key == Key.USER)
                        && d.users().stream()
                                .map(AttachedUser::name)
                                .anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(word)));
    }
}
