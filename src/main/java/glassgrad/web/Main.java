package glassgrad.web;

import glassgrad.store.Store;
import glassgrad.store.StoreUnavailable;
import glassgrad.training.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Starts the server, as the environment's variables say; or moves links: {@code export FILE} writes all that the store keeps,
 * {@code import FILE} takes it over into this one.
 */
public final class Main {
    private static final String USAGE = "Without words it starts the server. \"export FILE\" writes all links that are"
            + " kept as lines of JSON, \"import FILE\" takes them over.";

    private Main() {}

    public static void main(String[] args) {
        // Sentences and names with numbers in them read the same on every machine.
        Locale.setDefault(Locale.ROOT);
        try {
            Environment environment = new Environment(System.getenv());
            if (args.length == 0) {
                serve(environment);
            } else if (args.length == 2 && (args[0].equals("export") || args[0].equals("import"))) {
                move(environment, args[0].equals("export"), Path.of(args[1]));
            } else {
                throw new CannotStart(USAGE);
            }
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            // Threads of a half-started server would keep the process alive.
            System.exit(1);
        }
    }

    private static void serve(Environment environment) {
        Server server = Server.start(environment.port(), new Runs(), environment.store(), environment.visitors());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        System.out.println("Glassgrad is ready: http://localhost:" + server.port());
        FirstVisit.to(server.port());
    }

    private static void move(Environment environment, boolean out, Path file) {
        try (Store store = environment.store()) {
            String where = store.place().orElse("");
            if (out) {
                Transfer.End end = Transfer.export(store, file);
                System.out.printf("%,d links of %s are in %s, sha256 %s%n", end.links(), where, file, end.sha256());
            } else {
                Transfer.Imported imported = Transfer.read(store, file);
                System.out.printf(
                        "%,d links of %s are in %s now; %,d were there before%n",
                        imported.added(), file, where, imported.known());
            }
        } catch (StoreUnavailable | Transfer.Damaged e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read or written.", e);
        }
    }
}
