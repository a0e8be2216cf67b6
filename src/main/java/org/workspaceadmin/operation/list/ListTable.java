package org.workspaceadmin.operation.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list as rows and cells. Blank lines and lines that begin with {@code #} are passed over; cells
 * lose the blanks around them and the apostrophe that exports put before what a spreadsheet would
 * take for a formula.
 *
 * @param separator what parts the cells; {@link Separators#NONE} where every line is one cell
 * @param headings cells of the row above the others; empty when there is none
 * @param rows the others
 */
public record ListTable(char separator, List<String> headings, List<Row> rows) {
    /** What spreadsheets write above a file to name its separator. */
    private static final Pattern HINT = Pattern.compile("(?i)sep=(.)\\R");

    private static final CsvFactory CSV = new CsvFactory();

    /** The most rows a list may have. */
    public static final int MOST_ROWS = 50_000;

    /** Copies the lists. */
    public ListTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param line where it begins in the text, from 1
     * @param cells at least one, and one of them not empty
     */
    public record Row(int line, List<String> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }

        /**
         * A cell.
         *
         * @param column from 0
         * @return its text, empty where the row is too short
         */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Whether the first row is a heading. */
    public enum Heading {
        /** Where its cells say so. */
        RECOGNIZE,
        /** It is. */
        YES,
        /** It is not. */
        NO
    }

    /**
     * Reads a text, its separator recognized.
     *
     * @param text pasted, or from a file
     * @param heading whether the first row is a heading
     * @return the table
     * @throws ListFault QUOTES, TOO_MANY_ROWS or EMPTY
     */
    public static ListTable of(String text, Heading heading) throws ListFault {
        Matcher hint = HINT.matcher(text);
        if (hint.lookingAt()) {
            // a spreadsheet's own line: a comment to us, so that the lines keep their numbers
            return of("#" + text, heading, hint.group(1).charAt(0));
        }
        return of(text, heading, Separators.of(text));
    }

    /**
     * Reads a text.
     *
     * @param separator what parts the cells
     * @throws ListFault QUOTES, TOO_MANY_ROWS or EMPTY
     */
    public static ListTable of(String text, Heading heading, char separator) throws ListFault {
        List<Row> rows = separator == Separators.NONE ? lines(text) : separated(text, separator);
        if (rows.isEmpty()) {
            throw new ListFault(ListFault.Kind.EMPTY, 0);
        }
        boolean headed =
                switch (heading) {
                    case YES -> true;
                    case NO -> false;
                    case RECOGNIZE -> Column.headings(rows.getFirst().cells());
                };
        if (rows.size() - (headed ? 1 : 0) > MOST_ROWS) {
            throw new ListFault(ListFault.Kind.TOO_MANY_ROWS, 0);
        }
        return headed
                ? new ListTable(separator, rows.getFirst().cells(), rows.subList(1, rows.size()))
                : new ListTable(separator, List.of(), rows);
    }

    /** How many columns the widest row has. */
    public int width() {
        return rows.stream().mapToInt(r -> r.cells().size()).max().orElse(headings.size());
    }

    private static List<Row> lines(String text) throws ListFault {
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String each : text.split("\r\n|\r|\n", -1)) {
            line++;
            String cell = clean(each);
            if (cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")) {
                cell = clean(cell.substring(1, cell.length() - 1).replace("\"\"", "\""));
            }
            if (!cell.isEmpty() && !cell.startsWith("#")) {
                add(rows, line, List.of(cell));
            }
        }
        return rows;
    }

    private static List<Row> separated(String text, char separator) throws ListFault {
        CsvSchema schema =
                CsvSchema.emptySchema().withColumnSeparator(separator).withQuoteChar('"');
        List<Row> rows = new ArrayList<>();
        for (Records.Piece piece : Records.of(text, separator)) {
            List<String> cells = new ArrayList<>();
            try (CsvParser parser = CSV.createParser(piece.text())) {
                parser.setSchema(schema);
                parser.enable(CsvParser.Feature.TRIM_SPACES);
                for (JsonToken token = parser.nextToken();
                        token != null;
                        token = parser.nextToken()) {
                    if (token == JsonToken.VALUE_STRING) {
                        cells.add(clean(parser.getText()));
                    }
                }
            } catch (JsonProcessingException e) {
                throw new ListFault(ListFault.Kind.QUOTES, piece.line());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                add(rows, piece.line(), cells);
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, int line, List<String> cells) throws ListFault {
        // one more than may be, for a heading
        if (rows.size() > MOST_ROWS) {
            throw new ListFault(ListFault.Kind.TOO_MANY_ROWS, line);
        }
        rows.add(new Row(line, cells));
    }

    private static String clean(String cell) {
        String bare = cell.strip();
        boolean guarded =
                bare.length() > 1 && bare.charAt(0) == '\'' && "=+-@".indexOf(bare.charAt(1)) >= 0;
        return guarded ? bare.substring(1) : bare;
    }
}
