package glassgrad.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class BoardQueryTest {
    private static final Board DEFAULT = new Board("x + 1", Map.of("x", 3.0), false, "x", List.of("x"), 0.01, null);

    @ParameterizedTest
    @NullAndEmptySource
    void an_address_that_says_nothing_is_the_default(String query) {
        assertEquals(new BoardQuery.Reading(DEFAULT, null), BoardQuery.read(query, DEFAULT));
    }

    @Test
    void a_board_that_was_written_is_read_back_the_same() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1_000; i++) {
            Board board = RandomBoards.next(random);
            BoardQuery.Reading back = BoardQuery.read(BoardQuery.write(board, 0.01), DEFAULT);
            assertNull(back.problem());
            assertEquals(board, back.board());
            assertEquals(
                    List.copyOf(board.inputs().entrySet()),
                    List.copyOf(back.board().inputs().entrySet()));
        }
    }

    @Test
    void a_link_is_readable() {
        String query = "source=L+=+a*b&inputs=a:2,b:-3&overwrite=on&selected=a&leaves=a,b&rate=0.1";
        Board board = BoardQuery.read(query, DEFAULT).board();
        assertEquals("L = a*b", board.source());
        assertEquals(query, BoardQuery.write(board, 0.01));
    }

    @Test
    void a_source_alone_takes_nothing_over_from_the_default() {
        Board board = BoardQuery.read("source=x", DEFAULT).board();
        assertEquals(new Board("x", Map.of(), false, null, null, 0.01, null), board);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source=a&inputs=a:x            | inputs    | \"x\" is not a number.",
                "source=a&inputs=a              | inputs    | \"a\" is no input: write a:2,b:-3.",
                "source=a&inputs=a:1,a:2        | inputs    | \"a\" is given twice.",
                "source=a&inputs=a:1,           | inputs    | \"\" is no input: write a:2,b:-3.",
                "source=a&overwrite=yes         | overwrite | \"yes\" must be on or off.",
                "source=a&rate=fast             | rate      | \"fast\" is not a number.",
                "source=a&leaves=a,,b           | leaves    | A name has at least 1 and at most 200 characters.",
                "source=a&colour=red            | colour    | \"colour\" means nothing here.",
                "inputs=a:1                     | source    | The address does not say which expression: ?source=a*b is missing.",
            })
    void what_cannot_be_read_is_named_and_the_rest_is_kept(String query, String key, String message) {
        BoardQuery.Reading read = BoardQuery.read(query, DEFAULT);
        assertNotNull(read.problem());
        assertEquals(key, read.problem().field());
        assertEquals(message, read.problem().getMessage());
        assertEquals(query.startsWith("source") ? "a" : "x + 1", read.board().source());
    }

    @Test
    void an_address_that_is_none_opens_the_default_and_says_why() {
        BoardQuery.Reading read = BoardQuery.read("source=%zz", DEFAULT);
        assertEquals(DEFAULT, read.board());
        assertNotNull(read.problem());
    }
}
