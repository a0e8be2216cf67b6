package org.workspaceadmin.operation.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.list.ListTable.Heading;
import org.workspaceadmin.operation.list.NameList.Columns;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.Violation;

class NameListTest {
    /** Users a to e with a desktop each, f with two. */
    private static final List<Desktop> FLEET =
            List.of(
                    SomeDesktops.of("1", "PC-1", "a", "10.0.0.1"),
                    SomeDesktops.of("2", "PC-2", "b", "10.0.0.2"),
                    SomeDesktops.of("3", "PC-3", "c", "10.0.0.3"),
                    SomeDesktops.of("4", "PC-4", "d", "10.0.0.4"),
                    SomeDesktops.of("5", "PC-5", "e", "10.0.0.5"),
                    SomeDesktops.of("6", "PC-6", "f", "10.0.0.6"),
                    SomeDesktops.of("7", "PC-7", "f", "10.0.0.7"));

    private static List<NameRow> users(String text) throws ListFault {
        ListTable table = ListTable.of(text, Heading.RECOGNIZE);
        return NameList.handovers(table, Columns.of(table), new FleetIndex(FLEET), Directory.LOCAL);
    }

    private static List<NameRow> renames(String text) throws ListFault {
        ListTable table = ListTable.of(text, Heading.RECOGNIZE);
        return NameList.renames(table, Columns.of(table), new FleetIndex(FLEET));
    }

    private static List<String> rules(NameRow row) {
        return row.violations().stream().map(Violation::rule).toList();
    }

    // ---- user names -----------------------------------------------------------------------

    @Test
    void goodRowsBecomeOneRequestEachWithEveryDesktopTouched() throws ListFault {
        List<NameRow> rows = users("old,new\na,x\nf,y\n");

        assertThat(rows).allMatch(NameRow::good);
        Draft.ChangeUserNames draft = NameList.changes(rows, true);
        assertThat(draft.rows())
                .extracting(Draft.Handover::change)
                .containsExactly(
                        new UserNameChange("a", "", "x", "", true),
                        new UserNameChange("f", "", "y", "", true));
        assertThat(draft.rows().get(1).desktops()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,x\nb,x'       | HANDOVER-NEW-TWICE | HANDOVER-NEW-TWICE",
                "'a,x\nA,y'       | HANDOVER-OLD-TWICE | HANDOVER-OLD-TWICE",
                "'a,b\nb,x'       | HANDOVER-CHAIN     | ''",
                "'b,x\na,b'       | ''                 | HANDOVER-CHAIN",
                "'a,b\nb,a'       | HANDOVER-SWAP      | HANDOVER-SWAP",
                "'a,f\nb,x'       | HANDOVER-NEW-EXISTS| ''",
                "'zz,x\nb,y'      | HANDOVER-NO-DESKTOP| ''",
                "'a,a\nb,y'       | USERNAME-SAME      | ''",
                "'a,x@y@\nb,y'    | USERNAME-WITH-DOMAIN | ''",
                "'a,\nb,y'        | USERNAME-REQUIRED  | ''"
            })
    void collisionsAreNamedRowByRow(String text, String first, String second) throws ListFault {
        List<NameRow> rows = users(text);

        assertThat(String.join(" ", rules(rows.get(0)))).isEqualTo(first);
        assertThat(String.join(" ", rules(rows.get(1)))).isEqualTo(second);
    }

    @Test
    void ofAChainOnlyTheEndCanBeSent() throws ListFault {
        List<NameRow> rows = users("a,b\nb,c\nc,x\n");

        assertThat(rows).extracting(NameRow::good).containsExactly(false, false, true);
        assertThat(rows.get(1).violations().getFirst().arguments()).containsExactly("c", "x");
    }

    @Test
    void aCircleOfThreeIsRefusedAsAWhole() throws ListFault {
        List<NameRow> rows = users("a,b\nb,c\nc,a\nd,x");

        assertThat(rows.subList(0, 3)).allMatch(r -> rules(r).contains("HANDOVER-CIRCLE"));
        assertThat(rows.get(3).good()).isTrue();
    }

    @Test
    void aRowSaidTwiceIsPassedOver() throws ListFault {
        List<NameRow> rows = users("a,x\n A , X \n");

        assertThat(rows).extracting(NameRow::firstLine).containsExactly(0, 1);
        assertThat(NameList.changes(rows, false).rows()).hasSize(1);
    }

    @Test
    void domainsAreTakenOffTheNames() throws ListFault {
        List<NameRow> rows = users("CORP\\a,x@new.example.com\n");

        assertThat(rows.getFirst().good()).isTrue();
        assertThat(NameList.changes(rows, false).rows().getFirst().change())
                .isEqualTo(new UserNameChange("a", "CORP", "x", "new.example.com", false));
    }

    /** A second formulation: walk from every row along the arrows and see where it leads. */
    @Test
    void chainsCirclesAndTwinsAreWhatWalkingFinds() throws ListFault {
        int circles = 0;
        int chains = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            List<String[]> pairs = new ArrayList<>();
            Set<String> said = new HashSet<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                String[] pair = {name(random), name(random)};
                if (said.add(pair[0] + '>' + pair[1])) {
                    pairs.add(pair);
                }
            }
            String text =
                    pairs.stream().map(p -> String.join(",", p)).collect(Collectors.joining("\n"));
            ListTable table = ListTable.of(text, Heading.NO, ',');
            List<NameRow> rows =
                    NameList.handovers(
                            table, new Columns(0, 1), new FleetIndex(FLEET), Directory.LOCAL);
            for (int i = 0; i < pairs.size(); i++) {
                String[] pair = pairs.get(i);
                boolean moves = !pair[0].equals(pair[1]);
                boolean back = moves && reaches(pairs, pair[1], pair[0], new HashSet<>());
                boolean waits = moves && pairs.stream().anyMatch(p -> p[0].equals(pair[1]));
                List<String> rules = rules(rows.get(i));
                circles += back ? 1 : 0;
                chains += !back && waits ? 1 : 0;
                assertThat(rules.contains("HANDOVER-SWAP") || rules.contains("HANDOVER-CIRCLE"))
                        .as("seed %s row %s of %s", seed, i, text)
                        .isEqualTo(back);
                assertThat(rules.contains("HANDOVER-CHAIN"))
                        .as("seed %s row %s of %s", seed, i, text)
                        .isEqualTo(!back && waits);
                assertThat(rules.contains("HANDOVER-OLD-TWICE"))
                        .isEqualTo(pairs.stream().filter(p -> p[0].equals(pair[0])).count() > 1);
                assertThat(rules.contains("HANDOVER-NEW-TWICE"))
                        .isEqualTo(pairs.stream().filter(p -> p[1].equals(pair[1])).count() > 1);
            }
            sentInAnyOrderNothingMeets(rows);
        }
        assertThat(circles).isGreaterThan(100);
        assertThat(chains).isGreaterThan(100);
    }

    /** What is let through can be carried out in any order without two users' desktops mixing. */
    private static void sentInAnyOrderNothingMeets(List<NameRow> rows) {
        List<NameRow> good = rows.stream().filter(NameRow::good).toList();
        Set<String> ends = new HashSet<>();
        for (NameRow row : good) {
            assertThat(ends.add(row.wanted())).isTrue();
            assertThat(good).noneMatch(other -> other.old().equals(row.wanted()));
        }
    }

    private static boolean reaches(
            List<String[]> pairs, String from, String to, Set<String> visited) {
        if (from.equals(to)) {
            return true;
        }
        return visited.add(from)
                && pairs.stream()
                        .anyMatch(p -> p[0].equals(from) && reaches(pairs, p[1], to, visited));
    }

    private static String name(Random random) {
        return Character.toString("abcdefgh".charAt(random.nextInt(8)));
    }

    @Test
    void aChainOfFiftyThousandIsJudgedWithoutRunningOutOfStack() throws ListFault {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ListTable.MOST_ROWS; i++) {
            text.append('u').append(i).append(",u").append(i + 1).append('\n');
        }
        List<NameRow> rows = users(text.toString());

        assertThat(rows).hasSize(ListTable.MOST_ROWS);
        assertThat(rules(rows.getFirst())).contains("HANDOVER-CHAIN");
        assertThat(rules(rows.getLast())).doesNotContain("HANDOVER-CHAIN");
    }

    // ---- new names of desktops ------------------------------------------------------------

    @Test
    void desktopsAreRenamedByNameIdAddressOrUser() throws ListFault {
        List<NameRow> rows = renames("desktop,new name\npc-1,A-1\n2,A-2\n10.0.0.3,A-3\nd,A-4\n");

        assertThat(rows).allMatch(NameRow::good);
        assertThat(NameList.rename(rows).names())
                .extracting(n -> n.desktop().id() + '>' + n.name())
                .containsExactly("1>A-1", "2>A-2", "3>A-3", "4>A-4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'PC-1,X\nPC-2,x'        | RENAME-NAME-TWICE | RENAME-NAME-TWICE",
                "'PC-1,X\n1,Y'           | RENAME-TWICE      | RENAME-TWICE",
                "'PC-1,PC-2\nPC-2,X'     | RENAME-CHAIN      | ''",
                "'PC-1,PC-2\nPC-2,PC-1'  | RENAME-SWAP       | RENAME-SWAP",
                "'PC-1,pc-7\nPC-2,X'     | RENAME-TAKEN      | ''",
                "'PC-1,PC-1\nPC-2,X'     | RENAME-SAME       | ''",
                "'PC-1,pc-1\nPC-2,X'     | ''                | ''",
                "'PC-1,a_b\nPC-2,桌面桌面桌面桌面1' | RENAME-CHARSET | RENAME-LEN RENAME-START",
                "'f,X\nnobody,Y'         | LIST-SEVERAL-DESKTOPS | LIST-NO-DESKTOP"
            })
    void newNamesAreUniqueAndFollowTheRule(String text, String first, String second)
            throws ListFault {
        List<NameRow> rows = renames(text);

        assertThat(String.join(" ", rules(rows.get(0)))).isEqualTo(first);
        assertThat(String.join(" ", rules(rows.get(1)))).isEqualTo(second);
    }

    @Test
    void columnsAreFoundByTheirHeadings() throws ListFault {
        assertThat(columns("user,new name,desktop\nx,y,z")).isEqualTo(new Columns(2, 1));
        assertThat(columns("新名称,桌面名称\nx,y")).isEqualTo(new Columns(1, 0));
        assertThat(columns("x,y\nz,w")).isEqualTo(new Columns(0, 1));
        assertThat(columns("new,comment\nx,y")).isEqualTo(new Columns(1, 0));
    }

    private static Columns columns(String text) throws ListFault {
        return Columns.of(ListTable.of(text, Heading.RECOGNIZE));
    }
}
