package glassgrad.browser;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Chromium's own tracing says of the thread that draws the page; times are in microseconds. */
record Trace(List<Event> events) {
    private static final String FRAME = "FireAnimationFrame";
    private static final Set<String> FORCED = Set.of("Layout", "UpdateLayoutTree");

    record Event(String name, String thread, double start, double end, String from) {
        boolean within(Event other) {
            return thread.equals(other.thread) && start >= other.start && end <= other.end;
        }
    }

    static Trace of(byte[] json) {
        List<Event> all = StreamSupport.stream(
                        JsonMapper.shared().readTree(json).get("traceEvents").spliterator(), false)
                .filter(event -> event.path("ph").asString("").equals("X"))
                .map(Trace::event)
                .toList();
        Map<String, Long> frames = all.stream()
                .filter(event -> event.name.equals(FRAME))
                .collect(Collectors.groupingBy(Event::thread, Collectors.counting()));
        String busiest = frames.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        return new Trace(
                all.stream().filter(event -> event.thread.equals(busiest)).toList());
    }

    private static Event event(JsonNode event) {
        double start = event.path("ts").asDouble(0);
        String thread = event.path("pid") + ":" + event.path("tid");
        JsonNode call = event.path("args").path("beginData").path("stackTrace").path(0);
        String from = call.path("functionName").asString("") + " "
                + call.path("url").asString("") + ":" + call.path("lineNumber");
        return new Event(
                event.path("name").asString(""),
                thread,
                start,
                start + event.path("dur").asDouble(0),
                from);
    }

    /** How many callbacks of animation frames there were. */
    long frames() {
        return events.stream().filter(event -> event.name.equals(FRAME)).count();
    }

    /** Where styles or a layout were computed in the middle of such a callback, since it asked for what depends on them. */
    List<String> forced() {
        List<Event> frames =
                events.stream().filter(event -> event.name.equals(FRAME)).toList();
        return events.stream()
                .filter(event -> FORCED.contains(event.name) && frames.stream().anyMatch(event::within))
                .map(event -> event.name + " in " + event.from)
                .toList();
    }
}
