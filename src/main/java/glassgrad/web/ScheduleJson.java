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

    private record Fields(
            @Nullable String name,
            @Nullable Double end,
            @Nullable Integer steps) {
        Schedule schedule() {
            String field = Settings.SCHEDULE.field();
            if (!"linear".equals(name)) {
                return named(String.valueOf(name));
            }
            if (end == null) {
                throw new InvalidInput(field + ".end", "A linear schedule needs the learning rate at its end.");
            }
            if (steps == null) {
                throw new InvalidInput(field + ".steps", "A linear schedule needs its number of steps.");
            }
            return new Schedule.Linear(end, steps);
        }
    }

    private ScheduleJson() {}

    private static Schedule named(String name) {
        if (name.equals(Schedule.CONSTANT.name())) {
            return Schedule.CONSTANT;
        }
        throw new InvalidInput(
                Settings.SCHEDULE.field(),
                "The schedule must be \"constant\", or an object such as"
                        + " {\"name\": \"linear\", \"end\": 0.1, \"steps\": 100}.");
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
            if (schedule instanceof Schedule.Linear linear) {
                json.writePOJO(new Fields(linear.name(), linear.end(), linear.steps()));
            } else {
                json.writeString(schedule.name());
            }
        }
    }
}
