package glassgrad.web;

import glassgrad.store.Store;
import glassgrad.training.Runs;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A running server: what HTTP is allowed to do, and which routes answer. */
public final class Server implements AutoCloseable {
    static final int MAX_HEADER_BYTES = 64 * 1024;

    /** A client that neither sends nor takes a byte for so long is let go. */
    private static final int IDLE_MILLIS = 30_000;

    /** Requests in flight have so long to finish when the server stops; hosts commonly kill after 10 s. */
    private static final int STOP_MILLIS = 8_000;

    /** Connections on which nothing moves for so long do not hold up the stop. */
    private static final int STOP_IDLE_MILLIS = 2_000;

    /** The default lets a class that arrives at once wait for seconds. */
    private static final int ACCEPT_QUEUE = 2048;

    /**
     * Who asks for numbers keeps a processor busy: more threads would take the processors from each other, and from the
     * compiler, on which a server that has just started depends.
     */
    private static final int THREADS = 32;

    private final Javalin javalin;
    private final Store store;

    private Server(Javalin javalin, Store store) {
        this.javalin = javalin;
        this.store = store;
    }

    /**
     * Starts a server that listens on every interface.
     *
     * @param port where; 0 takes any free port
     * @throws CannotStart if the port is taken, or may not be used
     */
    public static Server start(int port) {
        return start(port, new Runs(), Store.off("This server keeps no links."), new Visitors(0));
    }

    /** Starts a server that keeps links in a store, which is the server's from then on. */
    static Server start(int port, Runs runs, Store store, Visitors visitors) {
        // Otherwise Jetty starts the whole management of the JVM to find this number: a tenth of a second.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        Javalin javalin = Javalin.create(config -> {
            configure(config, port);
            Problems.install(config);
            Routes.install(config, runs, store, visitors);
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            stopQuietly(javalin);
            throw new CannotStart(
                    "Port " + port + " cannot be used: another program has it, or this user may not open it."
                            + " Set PORT to choose another.",
                    e);
        }
        return new Server(javalin, store);
    }

    public int port() {
        return javalin.port();
    }

    /** Stops accepting, finishes the requests in flight, and stops: whoever takes longer than {@link #STOP_MILLIS} is cut off. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
        } finally {
            store.close();
        }
    }

    private static void configure(JavalinConfig config, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = Body.MAX_BYTES;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(Server::limit);
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setPort(port);
            connector.setAcceptQueueSize(ACCEPT_QUEUE);
            connector.setIdleTimeout(IDLE_MILLIS);
            connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
            return connector;
        });
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(new HttpProblems());
            server.insertHandler(eagerContent());
            server.insertHandler(new GracefulHandler());
        });
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("request");
        return threads;
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendDateHeader(false);
    }

    /** Bodies are read before a thread is given to the request: a slow sender holds no thread. */
    private static EagerContentHandler eagerContent() {
        // Each piece of a body is counted as at least so many bytes, since it may hold a buffer of its own.
        int overhead = 512;
        return new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(Body.MAX_BYTES, overhead, false));
    }

    private static void stopQuietly(Javalin javalin) {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            // It never started: there is nothing left to stop.
        }
    }
}
