package glassgrad.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.data.Sample;
import glassgrad.training.InvalidInput;
import glassgrad.training.RandomRecipes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class CompactTest {
    @Test
    void a_short_address_stays_as_it_is() {
        String query = "points=0,0:1;1,1:-1&layers=8&rate=0.1";
        assertEquals(query, Compact.of(query));
        assertEquals("", Compact.of(""));
    }

    @Test
    void a_long_address_becomes_shorter_and_says_the_same() {
        String query = "points=" + points(200) + "&layers=8&rate=0.1&step=7";
        String compact = Compact.of(query);
        assertTrue(compact.startsWith("z=1."), compact);
        assertTrue(compact.endsWith("&layers=8&rate=0.1&step=7"), compact);
        assertTrue(compact.length() < query.length() * 2 / 3, compact.length() + " of " + query.length());
        assertEquals(MomentQuery.read(query), MomentQuery.read(compact));
    }

    @Test
    void two_thousand_samples_fit_into_an_address() {
        String query = "points=" + points(2_000) + "&layers=8";
        String compact = Compact.of(query);
        assertTrue(compact.length() < Compact.MOST_CHARACTERS, compact.length() + " characters");
        assertEquals(MomentQuery.read(query), MomentQuery.read(compact));
    }

    @Test
    void every_moment_is_the_same_by_its_compact_address() {
        RandomRecipes.of(11, 500).forEach(recipe -> {
            Moment moment = new Moment(recipe, 3, View.DEFAULT);
            assertEquals(moment, MomentQuery.read(Compact.of(MomentQuery.write(moment))));
        });
    }

    @Test
    void an_expression_may_be_long_too() {
        String source =
                IntStream.range(0, 200).mapToObj(i -> "v" + i + " = a + b;\n").collect(Collectors.joining());
        Board board = new Board(source, Map.of(), false, null, null, 0.01, null);
        String compact = Compact.of(BoardQuery.write(board, 0.01));
        assertTrue(compact.startsWith("z=1.") && compact.length() < 1_500, compact);
        assertEquals(source, BoardQuery.read(compact, board).board().source());
    }

    @Test
    void samples_that_compress_too_well_to_be_believed_are_written_plainly() {
        String query = "points=" + "0,0:1;".repeat(5_999) + "0,0:1";
        assertEquals(query, Compact.of(query));
    }

    @Test
    void what_was_written_a_version_ago_is_read_for_ever() {
        // Written by zlib's raw deflate: points=0,0:1;1,1:-1
        assertEquals(MomentQuery.read("points=0,0:1;1,1:-1"), MomentQuery.read("z=1.K8jPzCsptjXQMbAytDbUMbTSNQQA"));
    }

    @Test
    void every_stage_has_its_own_refusal() {
        refused("z=2.abc", "does not know");
        refused("z=", "does not know");
        refused("z=1." + "A".repeat(Compact.MOST_CHARACTERS), "at most 60,000 characters");
        refused("z=1.***", "base64url");
        refused("z=1.A", "base64url");
        refused("z=1._____w", "deflate");
        refused("z=1." + base64(new byte[0]), "cut off");
        String whole = field("points=" + points(50));
        refused(whole.substring(0, whole.length() - 8), "cut off");
        refused("z=1." + base64(joined(deflated("points=0,0:1"), new byte[] {1, 2, 3})), "after its end");
        refused(field("points=" + "0,0:1;".repeat(100_000)), "100 times");
        refused(field("layers=8"), "not \"layers\"");
        refused(field("z=1.K8jPzCsptjXQMbAytDbUMbTSNQQA"), "not \"z\"");
        refused(field("points=0,0:1&points=0,0:1"), "twice");
        refused(field("points=0,\u00e9"), "no address has");
        refused(field("points=%zz"), "broken escape");
    }

    @Test
    void what_is_said_inside_and_outside_is_said_twice() {
        InvalidInput e =
                assertThrows(InvalidInput.class, () -> MomentQuery.read(field("points=0,0:1") + "&points=1,1:1"));
        assertEquals("points", e.field());
    }

    @Test
    void wrong_numbers_inside_are_refused_by_their_own_name() {
        InvalidInput e = assertThrows(InvalidInput.class, () -> MomentQuery.read(field("points=0,x:1")));
        assertTrue(e.field().startsWith("points"), e.field());
    }

    @Test
    void rubbish_is_refused_and_never_anything_else() {
        SplittableRandom random = new SplittableRandom(3);
        String good = field("points=" + points(20));
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(good);
            int changes = 1 + random.nextInt(3);
            for (int k = 0; k < changes; k++) {
                int at = "z=1.".length() + random.nextInt(text.length() - "z=1.".length());
                text.setCharAt(at, "ABCDEFghijkl0123_-".charAt(random.nextInt(18)));
            }
            try {
                MomentQuery.read(text.toString());
            } catch (InvalidInput refused) {
                assertTrue(refused.getMessage().length() < 400, refused.getMessage());
            }
        }
    }

    private static void refused(String query, String why) {
        InvalidInput e = assertThrows(InvalidInput.class, () -> MomentQuery.read(query), query);
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    private static String points(int count) {
        SplittableRandom random = new SplittableRandom(count);
        List<Sample> samples = IntStream.range(0, count)
                .mapToObj(i -> new Sample(
                        List.of(random.nextDouble() * 6 - 3, random.nextDouble() * 6 - 3),
                        List.of(i % 2 == 0 ? 1.0 : -1.0)))
                .toList();
        return PointsText.write(samples);
    }

    private static String field(String words) {
        return "z=1." + base64(deflated(words));
    }

    private static byte[] deflated(String words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            out.write(words.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
