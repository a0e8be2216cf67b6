package org.workspaceadmin.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    @Test
    void writesAFileThatASpreadsheetReadsAsUtf8() {
        Sheet sheet = new Sheet(List.of("Name", "OU"), List.of(List.of("FIN-1", "OU=财务,DC=x")));

        assertThat(sheet.csv()).isEqualTo("\uFEFFName,OU\r\nFIN-1,\"OU=财务,DC=x\"\r\n");
    }

    @Test
    void quotesWhatNeedsIt() {
        Sheet sheet =
                new Sheet(List.of("a"), List.of(List.of("say \"hi\""), List.of("two\nlines")));

        assertThat(sheet.csv()).isEqualTo("\uFEFFa\r\n\"say \"\"hi\"\"\"\r\n\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"})
    void disarmsFormulas(String cell) {
        Sheet sheet = new Sheet(List.of("a"), List.of(List.of(cell)));

        assertThat(parse(sheet.csv()).get(1)).containsExactly("'" + cell);
        assertThat(sheet.tabbed().lines().toList().get(1)).startsWith("'");
    }

    @Test
    void leavesOrdinaryCellsAlone() {
        Sheet sheet = new Sheet(List.of("a", "b"), List.of(List.of("FIN-1", "10.0.0.1")));

        assertThat(sheet.tabbed()).isEqualTo("a\tb\nFIN-1\t10.0.0.1");
    }

    @Test
    void aTabOrLineEndInsideACellCannotBreakTheTable() {
        Sheet sheet = new Sheet(List.of("a", "b"), List.of(List.of("x\ty", "1\r\n2")));

        assertThat(sheet.tabbed()).isEqualTo("a\tb\nx y\t1 2");
    }

    @Test
    void everyCellSurvivesTheWay() {
        Random random = new Random(3);
        String alphabet = "ab,\"\r\n =-;\t名";
        for (int i = 0; i < 2_000; i++) {
            List<List<String>> rows = new ArrayList<>();
            for (int r = 0; r < 3; r++) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < 3; c++) {
                    StringBuilder cell = new StringBuilder("x");
                    for (int n = random.nextInt(6); n > 0; n--) {
                        cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    cells.add(cell.toString());
                }
                rows.add(cells);
            }
            List<String> header = List.of("one", "two", "three");

            List<List<String>> read = parse(new Sheet(header, rows).csv());

            assertThat(read.getFirst()).isEqualTo(header);
            assertThat(read.subList(1, read.size())).isEqualTo(rows);
        }
    }

    /** Reads CSV by the grammar of RFC 4180, character by character. */
    private static List<List<String>> parse(String csv) {
        assertThat(csv).startsWith("\uFEFF");
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    assertThat(csv.charAt(++i)).isEqualTo('\n');
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
