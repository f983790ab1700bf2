package glassgrad.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glassgrad.web.LiveServer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {
    @RegisterExtension
    static final LiveServer LIVE = new LiveServer();

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:7070", "http://127.0.0.1:7070/", "http://[::1]:7070"})
    void a_server_on_this_machine_may_be_put_under_load(String url) throws IOException {
        assertEquals(7070, Load.address(url).getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:7070", "http://0.0.0.0:7070", "https://localhost:7070", "localhost:7070"})
    void no_other_server_may(String url) {
        assertThrows(IllegalArgumentException.class, () -> Load.address(url));
    }

    @Test
    void every_student_gets_what_she_asked_for() throws IOException {
        try (School school = new School(Load.address(LIVE.url()))) {
            school.fill(20);
            // The restless ones have scrubbed and edited after 20 answers.
            while (school.latencies().count() < 20 * 25) {
                school.play(1, TimeUnit.MILLISECONDS);
            }
            assertEquals("", school.firstFailure());
        }
    }

    @Test
    void a_server_that_is_not_there_is_a_failure() throws IOException {
        try (School school = new School(Load.address("http://localhost:1"))) {
            school.fill(1);
            while (school.failures() == 0) {
                school.play(1, TimeUnit.MILLISECONDS);
            }
            assertEquals(0, school.latencies().count());
        }
    }
}
