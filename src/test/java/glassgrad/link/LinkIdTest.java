package glassgrad.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.training.RandomRecipes;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkIdTest {
    /** By Python: hashlib.sha256 and base64.b32encode, its letters replaced by ours. */
    @Test
    void an_id_is_the_digest_of_the_moment() {
        assertEquals("rjx4P5jW4WRW56qvPvm2m62xR69r8hc82F4Hm8pm7vx5h66FVvr", LinkId.lettersOf(Moment.DEFAULT));
        assertEquals(
                "McPh3JfQQRXx6v7qcqP5Cvc7Hpg3FRCWFvpGH4FFFmGCx9GwQX2",
                LinkId.lettersOf(MomentQuery.read("step=7&rate=0.1")));
    }

    @Test
    void its_letters_make_no_words_and_none_looks_like_another() {
        assertEquals(32, LinkId.ALPHABET.chars().distinct().count());
        assertTrue(LinkId.ALPHABET.matches("[^aeiouAEIOU0O1lI]*"));
        assertTrue(LinkId.isOne("CFGHJMPQRV"));
        for (String other : new String[] {"", "CFGHJMPQR", "CFGHJMPQRV!", "CFGHJMPQRA", "../../etc/passwd"}) {
            assertFalse(LinkId.isOne(other), other);
        }
    }

    @Test
    void other_moments_have_other_ids() {
        Set<String> ids = new HashSet<>();
        RandomRecipes.of(5, 2_000)
                .forEach(recipe -> ids.add(
                        LinkId.lettersOf(new Moment(recipe, 1, View.DEFAULT)).substring(0, LinkId.SHORTEST)));
        assertTrue(ids.size() >= 1_990, ids.size() + " ids of 2,000 recipes, of which a few are the same");
    }

    @Test
    void the_whole_text_of_a_moment_says_every_setting_and_is_read_as_that_moment() {
        RandomRecipes.of(6, 500).forEach(recipe -> {
            Moment moment = new Moment(recipe, 9, View.DEFAULT);
            String whole = MomentQuery.writeWhole(moment);
            assertEquals(moment, MomentQuery.read(whole), whole);
            assertTrue(whole.contains("rate=") && whole.contains("seed=") && whole.contains("step=9"), whole);
        });
    }

    @Test
    void a_delete_code_is_never_given_twice_and_not_kept() {
        String code = DeleteCode.next();
        assertNotEquals(code, DeleteCode.next());
        assertEquals(20, code.length());
        // Python: hashlib.sha256(b"abc").hexdigest()
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", DeleteCode.digest("abc"));
    }
}
