package glassgrad.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassgrad.web.Client.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ExportRoutesTest {
    @RegisterExtension
    static final LiveServer SERVER = new LiveServer();

    private Client client = SERVER.client();
    private String run = "";

    @BeforeEach
    void open() {
        client = SERVER.client();
        run = client.post("/api/runs", "{}").json().get("run").asString();
    }

    @ParameterizedTest
    @CsvSource({
        "python,         glassgrad_run.py,     text/x-python,            class Value",
        "pytorch,        glassgrad_pytorch.py, text/x-python,            import torch",
        "java,           GlassgradRun.java,    text/x-java,              MomentQuery.read",
        "samples.csv,    samples.csv,          text/csv,                 'set,x1,x2,x3,y'",
        "losses.csv,     losses.csv,           text/csv,                 'step,loss'",
        "parameters.csv, parameters.csv,       text/csv,                 'parameter,value,gradient'",
        "notebook,       glassgrad_run.ipynb,  application/x-ipynb+json, nbformat",
    })
    void a_run_is_written_as_a_file_with_a_name(String form, String file, String type, String words) {
        Answer answer = export(form, 5);
        assertEquals(200, answer.status(), answer.text());
        assertEquals("attachment; filename=\"" + file + "\"", answer.header("Content-Disposition"));
        assertEquals(type + ";charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.text().contains(words), answer.text());
    }

    @Test
    void a_notebook_has_the_form_that_jupyter_reads() {
        JsonNode notebook = export("notebook", 5).json();
        assertEquals(4, notebook.get("nbformat").asInt());
        assertEquals(
                "python3",
                notebook.get("metadata").get("kernelspec").get("name").asString());
        JsonNode code = notebook.get("cells").get(2);
        assertEquals("code", code.get("cell_type").asString());
        assertTrue(code.get("execution_count").isNull());
        assertEquals(0, code.get("outputs").size());
        assertEquals("import math\n", code.get("source").get(0).asString());
        JsonNode words = notebook.get("cells").get(0);
        assertEquals("markdown", words.get("cell_type").asString());
        assertTrue(words.toString().contains("/?step=5"), words.toString());
    }

    @Test
    void losses_are_those_of_the_run() {
        JsonNode steps = client.post("/api/runs/" + run + "/steps", "{\"to\": 12000, \"from\": 11999}")
                .json();
        while (steps.get("frame").get("step").asInt() < 12_000) {
            steps = client.post("/api/runs/" + run + "/steps", "{\"to\": 12000, \"from\": 11999}")
                    .json();
        }
        String[] lines = export("losses.csv", 12_000).text().split("\r\n", -1);
        assertEquals(12_003, lines.length);
        assertEquals(
                steps.get("losses").get(0).asDouble(), Double.parseDouble(lines[12_000].substring("11999,".length())));
    }

    @Test
    void what_is_no_form_is_refused_with_those_that_are() {
        Answer answer = export("excel", 5);
        assertEquals(400, answer.status());
        assertEquals("form", answer.json().get("field").asString());
        assertTrue(answer.json().get("detail").asString().contains("python, notebook, pytorch, java"));
    }

    private Answer export(String form, int step) {
        return client.get("/api/runs/%s/frames/%d/exports/%s".formatted(run, step, form));
    }
}
