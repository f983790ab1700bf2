package glassgrad.training;

/** How the learning rate changes from update to update. */
public sealed interface Schedule {
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
        private static final String FIELD = "training.schedule";

        public Linear {
            if (!(end >= 0 && end <= Settings.LEARNING_RATE.max())) {
                throw new InvalidInput(
                        FIELD + ".end",
                        "The learning rate at the end must be a number, at least 0 and at most %,.0f."
                                .formatted(Settings.LEARNING_RATE.max()));
            }
            if (steps < 1 || steps > Limits.STEPS) {
                throw new InvalidInput(
                        FIELD + ".steps",
                        "The schedule's steps must be a whole number, at least 1 and at most %,d."
                                .formatted(Limits.STEPS));
            }
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
}
