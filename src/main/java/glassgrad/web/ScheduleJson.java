package glassgrad.web;

import glassgrad.training.InvalidInput;
import glassgrad.training.Schedule;
import glassgrad.training.Settings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** A schedule as JSON: "constant", or an object with a name and the numbers that belong to it. */
final class ScheduleJson {
    static final SimpleModule MODULE = new SimpleModule("schedule")
            .addDeserializer(Schedule.class, new Reader())
            .addSerializer(Schedule.class, new Writer());

    private static final String FIELD = Settings.SCHEDULE.field();

    private record Fields(
            @Nullable String name,
            @Nullable Double end,
            @Nullable Integer steps,
            @Nullable Integer every,
            @Nullable Double factor) {
        Schedule schedule() {
            switch (String.valueOf(name)) {
                case "linear", "cosine" -> {
                    double last = required("end", end, "A %s schedule needs the learning rate at its end.");
                    int count = required("steps", steps, "A %s schedule needs its number of steps.");
                    foreign("every", every);
                    foreign("factor", factor);
                    return "linear".equals(name) ? new Schedule.Linear(last, count) : new Schedule.Cosine(last, count);
                }
                case "step" -> {
                    foreign("end", end);
                    foreign("steps", steps);
                    return new Schedule.Steps(
                            required("every", every, "A %s schedule needs the number of updates between two steps."),
                            required("factor", factor, "A %s schedule needs the factor of each step."));
                }
                default -> {
                    return named(String.valueOf(name));
                }
            }
        }

        private <T> T required(String field, @Nullable T value, String message) {
            if (value == null) {
                throw new InvalidInput(FIELD + "." + field, message.formatted(name));
            }
            return value;
        }

        private void foreign(String field, @Nullable Object value) {
            if (value != null) {
                throw new InvalidInput(FIELD + "." + field, "A %s schedule has no \"%s\".".formatted(name, field));
            }
        }
    }

    private ScheduleJson() {}

    private static Schedule named(String name) {
        if (name.equals(Schedule.CONSTANT.name())) {
            return Schedule.CONSTANT;
        }
        throw new InvalidInput(
                FIELD,
                "The schedule must be \"constant\", or an object such as"
                        + " {\"name\": \"linear\", \"end\": 0.1, \"steps\": 100},"
                        + " {\"name\": \"cosine\", \"end\": 0, \"steps\": 100} or"
                        + " {\"name\": \"step\", \"every\": 50, \"factor\": 0.5}.");
    }

    private static final class Reader extends ValueDeserializer<Schedule> {
        @Override
        public Schedule deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return named(parser.getString());
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return context.readValue(parser, Fields.class).schedule();
            }
            return named("");
        }
    }

    private static final class Writer extends ValueSerializer<Schedule> {
        @Override
        public void serialize(Schedule schedule, JsonGenerator json, SerializationContext context) {
            if (schedule instanceof Schedule.Constant) {
                json.writeString(schedule.name());
                return;
            }
            json.writeStartObject();
            json.writeStringProperty("name", schedule.name());
            if (schedule instanceof Schedule.Linear linear) {
                json.writeNumberProperty("end", linear.end());
                json.writeNumberProperty("steps", linear.steps());
            } else if (schedule instanceof Schedule.Cosine cosine) {
                json.writeNumberProperty("end", cosine.end());
                json.writeNumberProperty("steps", cosine.steps());
            } else if (schedule instanceof Schedule.Steps steps) {
                json.writeNumberProperty("every", steps.every());
                json.writeNumberProperty("factor", steps.factor());
            }
            json.writeEndObject();
        }
    }
}
