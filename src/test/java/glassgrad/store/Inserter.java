package glassgrad.store;

import java.nio.file.Path;

/** A process that keeps one link after another, and says of each that it is kept, until it is killed. */
final class Inserter {
    private Inserter() {}

    public static void main(String[] args) {
        Place place = args[0].startsWith("postgres:") ? Place.at(args[0]) : Place.in(Path.of(args[0]));
        try (Store store = Store.at(place)) {
            Links links = store.links();
            for (int number = 0; ; number++) {
                StoredLink link = LinksTest.link(args[1] + "-" + number, "step=" + number);
                if (!links.insert(link)) {
                    throw new IllegalStateException(link.id() + " is taken.");
                }
                System.out.println(link.id());
            }
        }
    }
}
