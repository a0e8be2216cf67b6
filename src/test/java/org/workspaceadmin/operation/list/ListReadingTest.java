package org.workspaceadmin.operation.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.operation.list.ListTable.Heading;
import org.workspaceadmin.operation.list.ListTable.Row;

class ListReadingTest {
    private static final String TEXT = "名称,用户\nFIN-0012,林一\n";

    private static byte[] bytes(String text, String charset, int... mark) {
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] all = new byte[mark.length + body.length];
        for (int i = 0; i < mark.length; i++) {
            all[i] = (byte) mark[i];
        }
        System.arraycopy(body, 0, all, mark.length, body.length);
        return all;
    }

    private static void fails(ListFault.Kind kind, int line, String text) {
        assertThatThrownBy(() -> ListTable.of(text, Heading.RECOGNIZE))
                .asInstanceOf(InstanceOfAssertFactories.type(ListFault.class))
                .satisfies(
                        f -> assertThat(f.kind()).isEqualTo(kind),
                        f -> assertThat(f.line()).isEqualTo(line));
    }

    private static List<List<String>> cells(String text) throws ListFault {
        return ListTable.of(text, Heading.RECOGNIZE).rows().stream().map(Row::cells).toList();
    }

    // ---- encodings ------------------------------------------------------------------------

    @Test
    void aByteOrderMarkDecides() throws ListFault {
        assertThat(ListText.of(bytes(TEXT, "UTF-8", 0xEF, 0xBB, 0xBF)))
                .isEqualTo(new ListText(TEXT, StandardCharsets.UTF_8));
        assertThat(ListText.of(bytes(TEXT, "UTF-16LE", 0xFF, 0xFE)))
                .isEqualTo(new ListText(TEXT, StandardCharsets.UTF_16LE));
        assertThat(ListText.of(bytes(TEXT, "UTF-16BE", 0xFE, 0xFF)))
                .isEqualTo(new ListText(TEXT, StandardCharsets.UTF_16BE));
        assertThat(ListText.of(bytes(TEXT, "GB18030", 0x84, 0x31, 0x95, 0x33)))
                .isEqualTo(new ListText(TEXT, Charset.forName("GB18030")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void withoutAMarkTheEncodingIsRecognized(String charset) throws ListFault {
        assertThat(ListText.of(bytes(TEXT, charset)))
                .isEqualTo(new ListText(TEXT, Charset.forName(charset)));
    }

    @Test
    void plainAsciiAndNothingAreUtf8() throws ListFault {
        assertThat(ListText.of(bytes("PC-1\r\n", "US-ASCII")).text()).isEqualTo("PC-1\r\n");
        assertThat(ListText.of(new byte[0]).text()).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13, 'I', 'H', (byte) 0xFF, 0};
        byte[] neither = {'a', (byte) 0xFF, (byte) 0xFF, 'b'};
        byte[] brokenMarked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3, '('};
        for (byte[] bytes : List.of(picture, neither, brokenMarked)) {
            assertThatThrownBy(() -> ListText.of(bytes))
                    .asInstanceOf(InstanceOfAssertFactories.type(ListFault.class))
                    .extracting(ListFault::kind)
                    .isEqualTo(ListFault.Kind.NOT_TEXT);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> ListText.of(new byte[ListText.MOST_BYTES + 1]))
                .asInstanceOf(InstanceOfAssertFactories.type(ListFault.class))
                .extracting(ListFault::kind)
                .isEqualTo(ListFault.Kind.TOO_LARGE);
    }

    // ---- rows and cells -------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"'a,b\nc,d'!,", "'a;b\nc;d'!;", "'a\tb\nc\td'!'\t'", "'a|b\nc|d'!|"})
    void separatorsAreRecognized(String text, String separator) throws ListFault {
        ListTable table = ListTable.of(text, Heading.RECOGNIZE);

        assertThat(table.separator()).isEqualTo(separator.charAt(0));
        assertThat(cells(text)).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void aSeparatorInsideQuotesPartsNothing() throws ListFault {
        assertThat(cells("\"Lin, Anna\";a\n\"Wu, Bo\";b\n"))
                .containsExactly(List.of("Lin, Anna", "a"), List.of("Wu, Bo", "b"));
    }

    @Test
    void fullWidthCommasPartCellsToo() throws ListFault {
        assertThat(cells("旧甲，新甲\n旧乙，新乙\n"))
                .containsExactly(List.of("旧甲", "新甲"), List.of("旧乙", "新乙"));
    }

    @Test
    void theSeparatorASpreadsheetNamesIsTaken() throws ListFault {
        ListTable table = ListTable.of("sep=;\r\na,1;b\r\n", Heading.RECOGNIZE);

        assertThat(table.rows()).containsExactly(new Row(2, List.of("a,1", "b")));
    }

    @Test
    void plainLinesAreOneCellEach() throws ListFault {
        ListTable table = ListTable.of("PC-1\r\n\n  # gone\nPC 2 \n\"PC-3\"", Heading.NO);

        assertThat(table.separator()).isEqualTo(Separators.NONE);
        assertThat(table.rows())
                .containsExactly(
                        new Row(1, List.of("PC-1")),
                        new Row(4, List.of("PC 2")),
                        new Row(5, List.of("PC-3")));
    }

    @Test
    void quotesCommentsAndBlankLinesKeepTheNumbersOfLines() throws ListFault {
        String text = "# it's a \"comment\nPC-1,\"two\nlines, \"\"quoted\"\"\"\n\n , \nPC-2,b\n";

        assertThat(ListTable.of(text, Heading.RECOGNIZE).rows())
                .containsExactly(
                        new Row(2, List.of("PC-1", "two\nlines, \"quoted\"")),
                        new Row(6, List.of("PC-2", "b")));
    }

    @Test
    void theApostropheOfOurOwnExportsIsTakenOff() throws ListFault {
        assertThat(cells("'-PC-1,'=x\nPC-2,'plain\n"))
                .containsExactly(List.of("-PC-1", "=x"), List.of("PC-2", "'plain"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Computer name,User\nPC-1,a', true",
        "'桌面名称,用户名\nPC-1,a', true",
        "'PC-0,z\nPC-1,a', false",
        "'old,new\na,b', true"
    })
    void aHeadingIsRecognizedByItsWords(String text, boolean headed) throws ListFault {
        ListTable table = ListTable.of(text, Heading.RECOGNIZE);

        assertThat(table.headings().isEmpty()).isNotEqualTo(headed);
        assertThat(table.rows()).hasSize(headed ? 1 : 2);
        assertThat(ListTable.of(text, Heading.NO).rows()).hasSize(2);
        assertThat(ListTable.of(text, Heading.YES).rows()).hasSize(1);
    }

    @Test
    void brokenQuotesAreToldWithTheirLine() {
        fails(ListFault.Kind.QUOTES, 2, "a,b\nc,\"d\ne,f\n");
        fails(ListFault.Kind.QUOTES, 2, "a,b\n\"c\"d,e\n");
    }

    @Test
    void aQuoteInsideAPlainCellIsALetter() throws ListFault {
        assertThat(cells("5\" disk,a\nPC-2,b\n"))
                .containsExactly(List.of("5\" disk", "a"), List.of("PC-2", "b"));
    }

    @Test
    void nothingButCommentsIsEmpty() {
        fails(ListFault.Kind.EMPTY, 0, "");
        fails(ListFault.Kind.EMPTY, 0, "# a\n\n  \n");
        fails(ListFault.Kind.EMPTY, 0, "# a,b\n,,\n");
    }

    @Test
    void fiftyThousandRowsAreTakenAndNotOneMore() throws ListFault {
        String rows =
                IntStream.range(0, ListTable.MOST_ROWS)
                        .mapToObj(i -> "PC-" + i + ",u")
                        .collect(Collectors.joining("\n", "name,user\n", ""));

        assertThat(ListTable.of(rows, Heading.RECOGNIZE).rows()).hasSize(ListTable.MOST_ROWS);
        assertThatThrownBy(() -> ListTable.of(rows + "\nx,y", Heading.RECOGNIZE))
                .asInstanceOf(InstanceOfAssertFactories.type(ListFault.class))
                .extracting(ListFault::kind)
                .isEqualTo(ListFault.Kind.TOO_MANY_ROWS);
    }

    /** What a writer of its own writes in any dialect and encoding is read back as it was. */
    @Test
    void anyTableWrittenInAnyDialectIsReadBack() throws ListFault {
        String alphabet = "ab1 -_.\"',;\t|\n桌面é😀";
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            char separator = ",;\t|".charAt(random.nextInt(4));
            String end = List.of("\n", "\r\n").get(random.nextInt(2));
            int width = 2 + random.nextInt(3);
            List<List<String>> table = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int r = 0; r < 1 + random.nextInt(20); r++) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < width; c++) {
                    String cell = cell(random, alphabet, c == 0);
                    cells.add(cell);
                    boolean quote =
                            random.nextInt(4) == 0
                                    || cell.indexOf(separator) >= 0
                                    || cell.matches("(?s).*[\"\n].*");
                    text.append(c == 0 ? "" : separator)
                            .append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
                }
                table.add(cells);
                text.append(end);
                if (random.nextInt(5) == 0) {
                    text.append(random.nextBoolean() ? "# note" + end : end);
                }
            }
            String charset = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030").get(seed % 4);
            String read = ListText.of(bytes("\uFEFF" + text, charset)).text();
            assertThat(ListTable.of(read, Heading.NO, separator).rows())
                    .as("seed %s", seed)
                    .extracting(Row::cells)
                    .isEqualTo(table);
        }
    }

    /** A cell as reading leaves it: without blanks at its ends, and no comment in the first. */
    private static String cell(Random random, String alphabet, boolean first) {
        int[] points = alphabet.codePoints().toArray();
        String cell =
                random.ints(random.nextInt(8), 0, points.length)
                        .mapToObj(i -> Character.toString(points[i]))
                        .collect(Collectors.joining())
                        .strip();
        String free = cell.matches("(?s)'[=+@-].*") ? "x" + cell : cell;
        return first && free.isEmpty() ? "x" : free;
    }
}
