package glassgrad.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One browser's HTTP/1.1 connection, kept alive, without blocking; one exchange at a time. */
final class Connection {
    /** An answer, as it came over the wire. */
    static final class Answer {
        final int status;
        private final boolean compressed;
        private final byte[] body;

        Answer(int status, boolean compressed, byte[] body) {
            this.status = status;
            this.compressed = compressed;
            this.body = body;
        }

        String text() throws IOException {
            if (!compressed) {
                return new String(body, UTF_8);
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(in.readAllBytes(), UTF_8);
            }
        }
    }

    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private @Nullable ByteBuffer unsent;

    /** Begins to connect. */
    Connection(Selector selector, InetSocketAddress address, Object owner) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        int interest = channel.connect(address) ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
        key = channel.register(selector, interest, owner);
    }

    /** A request as bytes, with the headers that a browser's would have. */
    static byte[] request(String method, String path, String body) {
        int length = body.getBytes(UTF_8).length;
        return (method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate, br\r\n"
                        + (length == 0 ? "" : "Content-Type: application/json\r\nContent-Length: " + length + "\r\n")
                        + "\r\n" + body)
                .getBytes(UTF_8);
    }

    void send(byte[] request) throws IOException {
        unsent = ByteBuffer.wrap(request);
        if (channel.isConnected()) {
            write();
        }
    }

    /** Goes on where the channel is ready; the answer, once it is whole. */
    @Nullable
    Answer proceed() throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            write();
        } else if (key.isWritable()) {
            write();
        }
        return key.isReadable() ? read() : null;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private void write() throws IOException {
        ByteBuffer left = unsent;
        if (left != null) {
            channel.write(left);
            if (!left.hasRemaining()) {
                unsent = null;
            }
        }
        key.interestOps(unsent == null ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private @Nullable Answer read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("The server closed the connection.");
        }
        byte[] bytes = in.array();
        int size = in.position();
        int headEnd = indexOf(bytes, HEAD_END, 0, size);
        if (headEnd >= 0) {
            String head = new String(bytes, 0, headEnd, ISO_8859_1).toLowerCase(Locale.ROOT);
            byte[] body = body(head, bytes, headEnd + HEAD_END.length, size);
            if (body != null) {
                in.clear();
                int status = Integer.parseInt(head, 9, 12, 10);
                return new Answer(status, head.contains("\r\ncontent-encoding: gzip"), body);
            }
        }
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
        }
        return null;
    }

    /** The whole body, or null if a part of it is still to come. */
    private static byte @Nullable [] body(String head, byte[] bytes, int from, int size) throws IOException {
        String field = "\r\ncontent-length: ";
        int at = head.indexOf(field);
        if (at < 0) {
            return unchunked(bytes, from, size);
        }
        int end = head.indexOf('\r', at + field.length());
        int length = Integer.parseInt(head, at + field.length(), end < 0 ? head.length() : end, 10);
        return size - from < length ? null : Arrays.copyOfRange(bytes, from, from + length);
    }

    private static byte @Nullable [] unchunked(byte[] bytes, int from, int size) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(size - from);
        int at = from;
        while (true) {
            int line = indexOf(bytes, LINE, at, size);
            if (line < 0) {
                return null;
            }
            int length = Integer.parseInt(new String(bytes, at, line - at, ISO_8859_1), 16);
            int next = line + 2 + length + 2;
            if (next > size) {
                return null;
            }
            if (length == 0) {
                return body.toByteArray();
            }
            body.write(bytes, line + 2, length);
            at = next;
        }
    }

    private static int indexOf(byte[] bytes, byte[] sought, int from, int to) {
        for (int i = from; i <= to - sought.length; i++) {
            int k = 0;
            while (k < sought.length && bytes[i + k] == sought[k]) {
                k++;
            }
            if (k == sought.length) {
                return i;
            }
        }
        return -1;
    }
}
