package glassgrad.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import glassgrad.explain.Diagnosis;
import glassgrad.explain.Explanation;
import glassgrad.explain.Health;
import glassgrad.explain.Mistake;
import glassgrad.explain.Update;
import glassgrad.store.StoredLink;
import glassgrad.training.Frame;
import io.javalin.http.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** JSON in and out, as strict as JSON can be: nothing is guessed, dropped or converted. */
final class Json {
    static final String TYPE = "application/json";

    /** The deepest recipe has 5 levels. */
    static final int MAX_DEPTH = 16;

    static final int MAX_TEXT = 100_000;
    static final int MAX_DIGITS = 400;
    static final int MAX_NAME = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(NumberJson.MODULE)
            .addModule(ScheduleJson.MODULE)
            .withConfigOverride(Problem.class, Json::withoutNulls)
            .withConfigOverride(Frame.class, Json::withoutNulls)
            .withConfigOverride(StoredLink.class, Json::withoutNulls)
            .withConfigOverride(Answers.Data.class, Json::withoutNulls)
            .withConfigOverride(Answers.StepsAnswer.class, Json::withoutNulls)
            .withConfigOverride(Explanation.Forward.class, Json::withoutNulls)
            .withConfigOverride(Explanation.Backward.class, Json::withoutNulls)
            .withConfigOverride(Update.class, Json::withoutNulls)
            .withConfigOverride(Update.Row.class, Json::withoutNulls)
            .withConfigOverride(Health.Finding.class, Json::withoutNulls)
            .withConfigOverride(Health.LayerHealth.class, Json::withoutNulls)
            .withConfigOverride(Diagnosis.class, Json::withoutNulls)
            .withConfigOverride(Mistake.class, Json::withoutNulls)
            .withConfigOverride(ExplanationRoutes.UpdateAnswer.class, Json::withoutNulls)
            .withConfigOverride(ExpressionRoutes.Answer.class, Json::withoutNulls)
            .build();

    private Json() {}

    /** @throws Refused if the body is not JSON, or not the JSON of this type */
    static <T> T read(Context request, Class<T> type) {
        return parse(Body.text(request), type);
    }

    /** @throws Refused if a text is not JSON, or not the JSON of this type */
    static <T> T parse(String text, Class<T> type) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonText.check(parser);
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new Refused(JsonProblems.of(e));
        }
    }

    static void answer(Context request, Object value) {
        request.contentType(TYPE);
        Gzip.send(request, MAPPER.writeValueAsBytes(value));
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static void withoutNulls(MutableConfigOverride type) {
        type.setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(MAX_DIGITS)
                        .maxNameLength(MAX_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                // Double.toString differs between JDK 17 and 19; this writer gives the shortest digits on each.
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
    }
}
