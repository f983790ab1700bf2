package glassgrad.training;

/** How the learning rate changes from update to update. */
public sealed interface Schedule {
    String FIELD = "training.schedule";

    Schedule CONSTANT = new Constant();

    /** The name by which a recipe calls it. */
    String name();

    /** The learning rate of update k, when the recipe's own is {@code rate}. */
    double rate(double rate, int k);

    /** Always the recipe's rate. */
    record Constant() implements Schedule {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public double rate(double rate, int k) {
            return rate;
        }
    }

    /** From the recipe's rate along a straight line to {@code end} at update {@code steps}, and {@code end} after that. */
    record Linear(double end, int steps) implements Schedule {
        public Linear {
            checkEnd(end);
            checkSteps("steps", "The schedule's steps", steps);
        }

        @Override
        public String name() {
            return "linear";
        }

        @Override
        public double rate(double rate, int k) {
            return k >= steps ? end : rate + (end - rate) * k / steps;
        }
    }

    /** The recipe's rate times {@code factor} to the power of the number of whole stretches of {@code every} updates. */
    record Steps(int every, double factor) implements Schedule {
        public Steps {
            checkSteps("every", "The updates between two steps of the schedule", every);
            if (!(factor > 0 && factor <= 1)) {
                throw new InvalidInput(
                        Settings.SCHEDULE.field() + ".factor",
                        "The schedule's factor must be a number, more than 0 and at most 1.");
            }
        }

        @Override
        public String name() {
            return "step";
        }

        @Override
        public double rate(double rate, int k) {
            int whole = k / every;
            return rate * StrictMath.pow(factor, whole);
        }
    }

    /** From the recipe's rate along half a wave of the cosine to {@code end} at update {@code steps}, and {@code end} after that. */
    record Cosine(double end, int steps) implements Schedule {
        public Cosine {
            checkEnd(end);
            checkSteps("steps", "The schedule's steps", steps);
        }

        @Override
        public String name() {
            return "cosine";
        }

        @Override
        public double rate(double rate, int k) {
            return k >= steps ? end : end + (rate - end) * (1 + StrictMath.cos(Math.PI * k / steps)) / 2;
        }
    }

    private static void checkEnd(double end) {
        if (!(end >= 0 && end <= Settings.LEARNING_RATE.max())) {
            throw new InvalidInput(
                    Settings.SCHEDULE.field() + ".end",
                    "The learning rate at the end must be a number, at least 0 and at most %,.0f."
                            .formatted(Settings.LEARNING_RATE.max()));
        }
    }

    private static void checkSteps(String name, String title, int steps) {
        if (steps < 1 || steps > Limits.STEPS) {
            throw new InvalidInput(
                    Settings.SCHEDULE.field() + "." + name,
                    "%s must be a whole number, at least 1 and at most %,d.".formatted(title, Limits.STEPS));
        }
    }
}
