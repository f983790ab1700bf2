package glassgrad.training;

/**
 * In which order an epoch goes through the samples, where a batch is smaller than all of them.
 *
 * @param name "given" or "shuffled", anew for each epoch
 * @param seed where the random orders start; an order follows from this and the number of its epoch alone
 */
public record Order(String name, long seed) {
    public static final Order GIVEN = new Order(Settings.ORDER.text(), (long) Settings.ORDER_SEED.number());

    public Order {
        Settings.ORDER.check(name);
        Settings.ORDER_SEED.check((double) seed);
    }

    boolean isShuffled() {
        return name.equals("shuffled");
    }
}
