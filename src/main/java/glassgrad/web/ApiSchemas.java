package glassgrad.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas (2020-12) of records, as the server reads and writes them. */
final class ApiSchemas {
    private static final Map<String, Object> NUMBER =
            Map.of("oneOf", List.of(Map.of("type", "number"), Map.of("enum", List.of("NaN", "Infinity", "-Infinity"))));

    private final Map<String, Object> components = new TreeMap<>();

    /** All records that were asked for, and those within them, by their names. */
    Map<String, Object> components() {
        Map<String, Object> all = new TreeMap<>(components);
        all.put("Number", NUMBER);
        return all;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return Map.of();
        }
        if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return Map.of("type", "integer");
        }
        if (plain == double.class || plain == Double.class) {
            return reference("Number");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (plain == String.class || plain.isEnum()) {
            return Map.of("type", "string");
        }
        if (plain.isArray()) {
            return Map.of("type", "array", "items", of(plain.getComponentType()));
        }
        return plain.isRecord() ? reference(record(plain)) : Map.of();
    }

    private Map<String, Object> ofGeneric(ParameterizedType generic) {
        Type[] of = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return Map.of("type", "array", "items", of(of[0]));
        }
        return generic.getRawType() == Map.class
                ? Map.of("type", "object", "additionalProperties", of(of[1]))
                : Map.of();
    }

    /** Puts a record among the components; its name there. */
    private String record(Class<?> type) {
        String name = nameOf(type);
        if (!components.containsKey(name)) {
            // Taken before its parts are looked at: one of them may be of the same type.
            components.put(name, Map.of());
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            properties(type, properties, required);
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "object");
            schema.put("properties", properties);
            if (!required.isEmpty()) {
                schema.put("required", required);
            }
            components.put(name, schema);
        }
        return name;
    }

    private void properties(Class<?> type, Map<String, Object> properties, List<String> required) {
        for (RecordComponent part : type.getRecordComponents()) {
            if (part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                properties(part.getType(), properties, required);
                continue;
            }
            JsonProperty named = part.getAccessor().getAnnotation(JsonProperty.class);
            String name = named == null ? part.getName() : named.value();
            properties.put(name, of(part.getGenericType()));
            if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
    }

    /** "LinkJson.Made": the classes around it tell what it is about. */
    private static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : nameOf(around) + "." + type.getSimpleName();
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
