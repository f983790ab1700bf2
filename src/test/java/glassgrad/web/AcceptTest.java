package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of RFC 9110, section 12.5.1. */
class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/vnd.graphviz                                   | true",
                "TEXT/VND.Graphviz                                   | true",
                "text/*                                              | true",
                "text/vnd.graphviz;charset=utf-8                     | true",
                "text/vnd.graphviz, */*                              | false",
                "text/vnd.graphviz, */*;q=0.8                        | true",
                "text/vnd.graphviz;q=0.5, application/json;q=0.4     | true",
                "text/vnd.graphviz;q=0.4, application/json;q=0.5     | false",
                "application/json;q=0.1, text/vnd.graphviz;q=0.2     | true",
                "text/vnd.graphviz;q=0                               | false",
                "text/vnd.graphviz;q=0, */*;q=0.1                    | false",
                "text/*, text/vnd.graphviz;q=0                       | false",
                "application/*;q=0, */*                              | true",
                "*/*                                                 | false",
                "''                                                  | false",
                "application/x-text/vnd.graphviz                     | false",
                "text/vnd.graphviz-else                              | false",
                "\"text/vnd.graphviz                                 | false",
                ";;;,,,                                              | false",
                "text/html, application/xhtml+xml, */*;q=0.8         | false",
            })
    void the_most_wanted_type_is_chosen_and_json_if_both_are_wanted_alike(String accept, boolean isDot) {
        assertEquals(isDot, Accept.prefers(accept, "text/vnd.graphviz", "application/json"));
    }

    @Test
    void without_the_header_it_is_json() {
        assertFalse(Accept.prefers((String) null, "text/vnd.graphviz", "application/json"));
    }
}
