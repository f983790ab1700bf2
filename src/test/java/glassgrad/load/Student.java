package glassgrad.load;

import java.io.IOException;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one student does: opens the notebook's run with a seed of her own and plays it, ten steps a request. A restless one
 * also goes back to earlier frames, and changes the learning rate somewhere in the past to play on from there.
 */
final class Student {
    static final int STEPS_A_REQUEST = 10;

    /** A restless student's round, in requests: so many of playing, then of scrubbing, then one edit. */
    private static final int PLAYED = 10;

    private static final int SCRUBBED = 9;

    private static final Pattern RUN = Pattern.compile("\"run\":\"([0-9a-f]{32})\"");
    private static final String STEP = "\"step\":";

    private final int seed;
    private final boolean restless;
    private final Random random;

    private String run = "";
    private int asked;
    private int reached;
    private int wanted;
    private boolean opening;
    private boolean playing;

    Student(int seed, boolean restless) {
        this.seed = seed;
        this.restless = restless;
        random = new Random(seed);
    }

    byte[] nextRequest() {
        playing = false;
        int turn = asked++ % (PLAYED + SCRUBBED + 1);
        opening = run.isEmpty() || (restless && turn == PLAYED + SCRUBBED);
        if (run.isEmpty()) {
            return open("[]", 0);
        }
        if (opening) {
            int step = random.nextInt(reached + 1);
            String rate = "0.0" + (1 + random.nextInt(9));
            return open("[{\"step\":%d,\"set\":{\"training.learningRate\":%s}}]".formatted(step, rate), step);
        }
        if (restless && turn >= PLAYED) {
            wanted = random.nextInt(reached + 1);
            return Connection.request("GET", "/api/runs/" + run + "/frames/" + wanted, "");
        }
        wanted = reached + STEPS_A_REQUEST;
        String steps = "{\"from\":" + reached + ",\"to\":" + wanted + "}";
        playing = true;
        return Connection.request("POST", "/api/runs/" + run + "/steps", steps);
    }

    /** Whether the answer is what was asked for: that step, or, from a server that is short of time, one on the way there. */
    boolean accepts(Connection.Answer answer) throws IOException {
        if (answer.status != 200) {
            return false;
        }
        if (opening) {
            Matcher id = RUN.matcher(answer.text());
            if (!id.find()) {
                return false;
            }
            run = id.group(1);
            return true;
        }
        int step = stepOf(answer.text());
        if (!playing) {
            return step >= 0 && step <= wanted;
        }
        boolean isOnTheWay = step >= reached && step <= wanted;
        reached = Math.max(reached, step);
        return isOnTheWay;
    }

    private byte[] open(String edits, int step) {
        reached = step;
        String recipe = "{\"network\":{\"seed\":" + seed + "},\"edits\":" + edits + "}";
        return Connection.request("POST", "/api/runs", recipe);
    }

    private static int stepOf(String frame) {
        int at = frame.indexOf(STEP) + STEP.length();
        int end = frame.indexOf(',', at);
        return at < STEP.length() || end < 0 ? -1 : Integer.parseInt(frame, at, end, 10);
    }
}
