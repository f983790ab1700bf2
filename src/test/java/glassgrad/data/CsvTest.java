package glassgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.CsvTable.Dropped;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final CsvSamples.Most MOST = new CsvSamples.Most(2000, 10, 1e6);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y,label\n1.5,-2,1\n0.25,3,-1",
                "x;y;label\r\n1,5;-2;1\r\n0,25;3;-1\r\n",
                "x\ty\tlabel\n1,5\t−2\t1\n\n0.25\t3\t-1\n",
                "\uFEFF\"x\", \"y\", \"label\"\n\"1.5\", -2, 1\n  0.25, \"3\", -1",
                "x;y;label\n1.5;-2;1\n2.5e-1;3;-1",
                "1.5,-2,1\n0.25,3,-1"
            })
    void the_same_numbers_come_out_of_every_common_way_to_write_them(String text) {
        CsvTable table = CsvTable.read(text);
        CsvSamples read = CsvSamples.ofNumbers(table, List.of(0, 1), List.of(2), MOST);
        assertEquals(
                List.of(Sample.of(new double[] {1.5, -2}, 1), Sample.of(new double[] {0.25, 3}, -1)), read.samples());
        assertEquals(List.of(), read.dropped());
        assertEquals(
                text.contains("label") ? List.of("x", "y", "label") : List.of("column 1", "column 2", "column 3"),
                table.names());
    }

    @Test
    void a_line_that_cannot_be_taken_is_named_with_its_reason_and_the_others_stay() {
        CsvTable table = CsvTable.read("""
                a,b,y
                1,2,3
                4,five,6
                7,8
                9,,1
                1,"2,1
                2,3,4
                1e9,1,1
                "1,000",2,3
                5,6,7,8
                8,9,10""");
        CsvSamples read = CsvSamples.ofNumbers(table, List.of(0, 1), List.of(2), MOST);
        assertEquals(
                List.of(
                        Sample.of(new double[] {1, 2}, 3),
                        Sample.of(new double[] {2, 3}, 4),
                        Sample.of(new double[] {8, 9}, 10)),
                read.samples());
        assertEquals(
                List.of(
                        new Dropped(3, "4, five, 6", "\"five\" in b is not a number."),
                        new Dropped(4, "7,8", "It has 2 cells, the others have 3."),
                        new Dropped(5, "9, , 1", "The cell of b is empty."),
                        new Dropped(6, "1,\"2,1", "Its quotes do not end, or stand within a cell."),
                        new Dropped(8, "1e9, 1, 1", "1e9 in a is not between -1,000,000 and 1,000,000."),
                        new Dropped(9, "1,000, 2, 3", "\"1,000\" in a is not a number."),
                        new Dropped(10, "5,6,7,8", "It has 4 cells, the others have 3.")),
                read.dropped());
    }

    @Test
    void a_quoted_cell_may_hold_separators_quotes_and_ends_of_lines() {
        CsvTable table = CsvTable.read("x,\"name, or \"\"label\"\"\"\n1,\"red\nand blue\"\n2,green\n");
        assertEquals(List.of("x", "name, or \"label\""), table.names());
        CsvSamples read = CsvSamples.ofClasses(table, List.of(0), 1, MOST);
        assertEquals(List.of("red\nand blue", "green"), read.classes());
        assertEquals(List.of(Sample.of(new double[] {1}, -1), Sample.of(new double[] {2}, 1)), read.samples());
    }

    @Test
    void three_classes_have_an_output_each() {
        CsvTable table = CsvTable.read("1,a\n2,b\n3,c\n4,b");
        CsvSamples read = CsvSamples.ofClasses(table, List.of(0), 1, MOST);
        assertEquals(List.of("a", "b", "c"), read.classes());
        assertEquals(List.of(0.0, 1.0, 0.0), read.samples().get(3).y());
    }

    @Test
    void what_is_beyond_a_limit_is_dropped_with_the_limit() {
        CsvTable table = CsvTable.read("1,a\n2,b\n3,c\n4,a\n5,b");
        CsvSamples.Most small = new CsvSamples.Most(3, 2, 1e6);
        CsvSamples read = CsvSamples.ofClasses(table, List.of(0), 1, small);
        assertEquals(3, read.samples().size());
        assertEquals(
                List.of(
                        new Dropped(3, "3, c", "\"c\" would be one class more than the 2 that there can be."),
                        new Dropped(5, "5, b", "There can be 3 samples at most.")),
                read.dropped());
    }

    @Test
    void columns_of_one_name_are_told_apart_and_nameless_ones_are_counted() {
        assertEquals(
                List.of("x", "x (2)", "column 3"), CsvTable.read("x,x,\n1,2,3").names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\"", "\"\"\"", ",,,", "\0", ";", "a"})
    void rubbish_is_a_table_without_samples(String text) {
        CsvTable table = CsvTable.read(text);
        List<Integer> none = List.of();
        assertTrue(table.rows().stream()
                .allMatch(row -> table.number(row.cells().get(0)).isEmpty()));
        assertTrue(CsvSamples.ofNumbers(table, none, none, MOST).classes().isEmpty());
    }

    @Test
    void a_very_long_file_is_read_to_its_limit() {
        CsvTable table = CsvTable.read("1,2\n".repeat(200_000));
        assertEquals(10_000, table.rows().size());
        assertEquals(
                "From here on nothing was read: there can be 10,000 lines at most.",
                table.dropped().get(0).reason());
    }
}
