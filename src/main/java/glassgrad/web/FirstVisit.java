package glassgrad.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own visit to its page, as soon as it listens: classes load and code warms up, so that the first person waits
 * as little as all others.
 */
final class FirstVisit implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstVisit.class);

    private static final int MILLIS = 10_000;

    private final int port;

    private FirstVisit(int port) {
        this.port = port;
    }

    /** Returns at once: nobody waits for this visit. */
    static void to(int port) {
        Thread visitor = new Thread(new FirstVisit(port), "first-visit");
        visitor.setDaemon(true);
        visitor.start();
    }

    @Override
    public void run() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("Nobody was at home", e);
        }
    }
}
