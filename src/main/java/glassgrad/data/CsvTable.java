package glassgrad.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as people have it in a file: values between commas, semicolons or tabs, quoted or not, with a header or without.
 *
 * <p>One bad line costs itself and no other: each is read alone, and goes on over the next only within quotes.
 *
 * @param separator what stands between two cells
 * @param names of the columns: the header's, or "column 1"
 * @param rows all that have as many cells as there are columns
 * @param dropped the lines that were not taken
 */
public record CsvTable(char separator, List<String> names, List<Row> rows, List<Dropped> dropped) {
    /** A quoted cell reaches over so many lines at most; one without an end would otherwise take all that follow. */
    private static final int LINES_IN_QUOTES = 20;

    /** So many lines show how cells are separated. */
    private static final int LOOKED_AT = 50;

    private static final int MOST_LINES = 10_000;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");

    /**
     * The cells of one line, or of several within quotes.
     *
     * @param line where it begins, counted from 1
     */
    public record Row(int line, List<String> cells) {}

    /**
     * A line that was not taken.
     *
     * @param line counted from 1
     * @param reason in a sentence
     */
    public record Dropped(int line, String text, String reason) {
        private static final int SHOWN = 80;

        public Dropped {
            text = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        }
    }

    public CsvTable {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        dropped = List.copyOf(dropped);
    }

    /** Reads any text; one without a cell is a table without rows. */
    public static CsvTable read(String text) {
        String[] lines = text.replaceFirst("^\uFEFF", "").split("\\R", -1);
        char separator = separator(lines);
        List<Row> all = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        int at = 0;
        while (at < lines.length) {
            if (at >= MOST_LINES) {
                String reason = "From here on nothing was read: there can be %,d lines at most.".formatted(MOST_LINES);
                dropped.add(new Dropped(at + 1, lines[at], reason));
                break;
            }
            at += lines[at].isBlank() ? 1 : readRow(lines, at, separator, all, dropped);
        }
        int columns = commonWidth(all);
        List<String> names = new ArrayList<>();
        if (!all.isEmpty() && isHeader(all, columns, separator)) {
            names.addAll(all.remove(0).cells);
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : all) {
            if (row.cells.size() == columns) {
                rows.add(row);
            } else {
                String reason = "It has %s, the others have %d.".formatted(cells(row.cells.size()), columns);
                dropped.add(new Dropped(row.line, lines[row.line - 1], reason));
            }
        }
        dropped.sort((a, b) -> Integer.compare(a.line, b.line));
        return new CsvTable(separator, unique(names, columns), rows, dropped);
    }

    /** What a cell says, as a number; empty if it says none. A comma is a decimal comma where it does not separate cells. */
    public OptionalDouble number(String cell) {
        return number(cell, separator);
    }

    private static OptionalDouble number(String cell, char separator) {
        String plain = cell.strip().replace('−', '-');
        boolean isDecimalComma = plain.indexOf(',') == plain.lastIndexOf(',')
                && plain.indexOf('.') < 0
                && (separator != ',' || !THOUSANDS.matcher(plain).matches());
        String point = isDecimalComma ? plain.replace(',', '.') : plain;
        return NUMBER.matcher(point).matches() ? OptionalDouble.of(Double.parseDouble(point)) : OptionalDouble.empty();
    }

    /** How many lines were read. */
    private static int readRow(String[] lines, int at, char separator, List<Row> rows, List<Dropped> dropped) {
        StringBuilder joined = new StringBuilder(lines[at]);
        int most = Math.min(lines.length, at + LINES_IN_QUOTES);
        for (int end = at + 1; ; end++) {
            List<String> cells = cells(joined.toString(), separator);
            if (!cells.isEmpty()) {
                rows.add(new Row(at + 1, cells));
                return end - at;
            }
            if (end >= most) {
                dropped.add(new Dropped(at + 1, lines[at], "Its quotes do not end, or stand within a cell."));
                return 1;
            }
            joined.append('\n').append(lines[end]);
        }
    }

    /** Empty if the quotes are not closed. */
    private static List<String> cells(String line, char separator) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The one that the most lines have, and equally often. */
    private static char separator(String[] lines) {
        char best = ',';
        int most = 0;
        for (char separator : SEPARATORS) {
            Map<Long, Integer> lengths = new HashMap<>();
            for (int i = 0; i < Math.min(lines.length, LOOKED_AT); i++) {
                long count =
                        unquoted(lines[i]).chars().filter(c -> c == separator).count();
                if (count > 0) {
                    lengths.merge(count, 1, Integer::sum);
                }
            }
            int alike = lengths.values().stream().mapToInt(n -> n).max().orElse(0);
            // Decimal commas are as regular as semicolons: where both are, it is the semicolons that separate.
            if (alike > most || (alike == most && alike > 0)) {
                best = separator;
                most = alike;
            }
        }
        return best;
    }

    private static String unquoted(String line) {
        return line.replaceAll("\"[^\"]*\"", "");
    }

    private static int commonWidth(List<Row> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.cells.size(), 1, Integer::sum));
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Whether the first row has no number, and another has one. */
    private static boolean isHeader(List<Row> rows, int columns, char separator) {
        return rows.get(0).cells.size() == columns
                && hasNoNumber(rows.get(0), separator)
                && rows.stream().skip(1).anyMatch(row -> !hasNoNumber(row, separator));
    }

    private static boolean hasNoNumber(Row row, char separator) {
        return row.cells.stream().noneMatch(cell -> number(cell, separator).isPresent());
    }

    /** Names that are missing are made up, and those that stand twice told apart. */
    private static List<String> unique(List<String> header, int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String given = i < header.size() ? header.get(i).strip() : "";
            String name = given.isEmpty() ? "column " + (i + 1) : given;
            String told = name;
            for (int n = 2; names.contains(told); n++) {
                told = "%s (%d)".formatted(name, n);
            }
            names.add(told);
        }
        return Collections.unmodifiableList(names);
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : String.format(Locale.ROOT, "%d cells", count);
    }
}
