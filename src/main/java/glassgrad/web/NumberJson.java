package glassgrad.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** A number as JSON: a number, or one of the three words for what JSON cannot write. */
final class NumberJson extends ValueDeserializer<Double> {
    static final SimpleModule MODULE = new SimpleModule("number").addDeserializer(Double.class, new NumberJson());

    private NumberJson() {}

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING ->
                switch (parser.getString()) {
                    case "NaN" -> Double.NaN;
                    case "Infinity" -> Double.POSITIVE_INFINITY;
                    case "-Infinity" -> Double.NEGATIVE_INFINITY;
                    default -> refuse(parser, context);
                };
            default -> refuse(parser, context);
        };
    }

    private static Double refuse(JsonParser parser, DeserializationContext context) {
        return (Double) context.handleUnexpectedToken(Double.class, parser);
    }
}
