package glassgrad.explain;

import glassgrad.training.Deadline;
import glassgrad.training.Run;
import java.util.ArrayList;
import java.util.List;

/** Where two parameters were on the way to a step. */
final class Trail {
    static final int MOST = 200;

    private Trail() {}

    /** The two parameters after so many updates. */
    record Place(int step, double x, double y) {}

    /** At most {@link #MOST} places, nearly evenly spread, the first step's first and this step's last. */
    static List<Place> of(Run run, int step, int x, int y, Deadline deadline) {
        int distance = Math.max(1, (step + MOST - 2) / (MOST - 1));
        List<Place> places = new ArrayList<>();
        if (!isKept(run, step, distance)) {
            run.replay(step - 1, (at, values) -> {
                if (at % distance == 0 && at < step) {
                    places.add(new Place(at, values[x], values[y]));
                }
                return !deadline.isOver();
            });
        }
        int last = places.isEmpty() ? -1 : places.get(places.size() - 1).step;
        for (int wanted = last < 0 ? 0 : last + distance; wanted < step; wanted += distance) {
            int at = run.lastKept(wanted);
            if (at > last) {
                places.add(place(run, at, x, y));
                last = at;
            }
        }
        places.add(place(run, step, x, y));
        return places;
    }

    /** Whether so many of the steps are at hand that none needs to be computed again. */
    private static boolean isKept(Run run, int step, int distance) {
        return step > 0 && run.lastKept(distance) > 0 && step - run.lastKept(step - 1) <= distance;
    }

    private static Place place(Run run, int step, int x, int y) {
        double[] values = run.values(step);
        return new Place(step, values[x], values[y]);
    }
}
