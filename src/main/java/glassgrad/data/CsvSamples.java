package glassgrad.data;

import glassgrad.data.CsvTable.Dropped;
import glassgrad.data.CsvTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Samples made of a table.
 *
 * @param classes the names of the classes, in the order of their outputs; empty if the targets are numbers. Of two, the first
 *     is the target -1 and the second 1; more have an output each, which is 1 for its own class and 0 for the others.
 * @param dropped the lines that were not taken, those of the table among them
 */
public record CsvSamples(List<Sample> samples, List<String> classes, List<Dropped> dropped) {
    /** What can be taken: so many samples and classes, and numbers of this size either way. */
    public record Most(int samples, int classes, double magnitude) {}

    public CsvSamples {
        samples = List.copyOf(samples);
        classes = List.copyOf(classes);
        dropped = List.copyOf(dropped);
    }

    /** Whether most of a column's cells are numbers. */
    public static boolean isNumeric(CsvTable table, int column) {
        long numbers = table.rows().stream()
                .filter(row -> table.number(row.cells().get(column)).isPresent())
                .count();
        return 2 * numbers > table.rows().size();
    }

    /** Samples whose targets are numbers. */
    public static CsvSamples ofNumbers(CsvTable table, List<Integer> inputs, List<Integer> targets, Most most) {
        Reader reader = new Reader(table, most);
        for (Row row : table.rows()) {
            reader.take(row, inputs, () -> reader.numbers(row, targets));
        }
        return reader.done(List.of());
    }

    /** Samples whose target is the class that a column names. */
    public static CsvSamples ofClasses(CsvTable table, List<Integer> inputs, int target, Most most) {
        Set<String> named = new LinkedHashSet<>();
        for (Row row : table.rows()) {
            String name = row.cells().get(target).strip();
            if (!name.isEmpty() && named.size() < most.classes) {
                named.add(name);
            }
        }
        List<String> classes = List.copyOf(named);
        Reader reader = new Reader(table, most);
        for (Row row : table.rows()) {
            reader.take(row, inputs, () -> reader.classOf(row, target, classes));
        }
        return reader.done(classes);
    }

    private static final class Reader {
        private final CsvTable table;
        private final Most most;
        private final List<Sample> samples = new ArrayList<>();
        private final List<Dropped> dropped;

        Reader(CsvTable table, Most most) {
            this.table = table;
            this.most = most;
            dropped = new ArrayList<>(table.dropped());
        }

        void take(Row row, List<Integer> inputs, Targets targets) {
            try {
                Sample sample = new Sample(numbers(row, inputs), targets.read());
                if (samples.size() == most.samples) {
                    throw new Unreadable("There can be %,d samples at most.".formatted(most.samples));
                }
                samples.add(sample);
            } catch (Unreadable e) {
                dropped.add(new Dropped(row.line(), String.join(table.separator() + " ", row.cells()), e.reason));
            }
        }

        List<Double> numbers(Row row, List<Integer> columns) throws Unreadable {
            List<Double> numbers = new ArrayList<>();
            for (int column : columns) {
                String cell = row.cells().get(column).strip();
                String name = table.names().get(column);
                OptionalDouble number = table.number(cell);
                if (cell.isEmpty()) {
                    throw new Unreadable("The cell of %s is empty.".formatted(name));
                }
                if (number.isEmpty()) {
                    throw new Unreadable("\"%s\" in %s is not a number.".formatted(shortened(cell), name));
                }
                if (Math.abs(number.getAsDouble()) > most.magnitude) {
                    throw new Unreadable("%s in %s is not between -%3$,.0f and %3$,.0f."
                            .formatted(shortened(cell), name, most.magnitude));
                }
                numbers.add(number.getAsDouble());
            }
            return numbers;
        }

        List<Double> classOf(Row row, int column, List<String> classes) throws Unreadable {
            String name = row.cells().get(column).strip();
            int own = classes.indexOf(name);
            if (name.isEmpty()) {
                throw new Unreadable(
                        "The cell of %s is empty.".formatted(table.names().get(column)));
            }
            if (own < 0) {
                throw new Unreadable("\"%s\" would be one class more than the %d that there can be."
                        .formatted(shortened(name), most.classes));
            }
            if (classes.size() <= 2) {
                return List.of(own == 0 ? -1.0 : 1.0);
            }
            return IntStream.range(0, classes.size())
                    .mapToObj(k -> k == own ? 1.0 : 0.0)
                    .toList();
        }

        CsvSamples done(List<String> classes) {
            dropped.sort((a, b) -> Integer.compare(a.line(), b.line()));
            return new CsvSamples(samples, classes, dropped);
        }

        private static String shortened(String cell) {
            return cell.length() > 20 ? cell.substring(0, 20) + "…" : cell;
        }
    }

    @FunctionalInterface
    private interface Targets {
        List<Double> read() throws Unreadable;
    }

    /** A row that makes no sample. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        final String reason;

        Unreadable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
