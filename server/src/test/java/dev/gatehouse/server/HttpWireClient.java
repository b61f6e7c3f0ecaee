package dev.gatehouse.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/// An HTTP client that sends what it is told, byte for byte, and keeps every byte it is given.
final class HttpWireClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private HttpWireClient(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
    }

    static HttpWireClient connect(int port, Path authority) throws IOException {
        var socket =
                (SSLSocket) WireClient.trusting(authority).getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(30_000);
        return new HttpWireClient(socket);
    }

    void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends a request and reads its whole answer, which must say how long it is.
    String ask(String request) throws IOException {
        send(request);
        return answer();
    }

    String answer() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the gateway closed the connection after: " + head);
            }
            received.write(next);
            head.append((char) next);
        }
        var lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 16, lower.indexOf("\r\n", at)));
        byte[] body = in.readNBytes(length);
        received.writeBytes(body);
        if (body.length < length) {
            throw new EOFException("the gateway closed the connection in the middle of an answer");
        }
        return head + new String(body, StandardCharsets.UTF_8);
    }

    /// Reads whatever still comes.
    void awaitEnd() throws IOException {
        received.writeBytes(in.readAllBytes());
    }

    byte[] received() {
        return received.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
