package dev.gatehouse.server;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.Terminate;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A PostgreSQL client that keeps every byte it is given after its login.
final class WireClient implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private boolean loggedIn;

    private WireClient(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
    }

    /// Logs in as `part` and reads up to the first ReadyForQuery.
    static WireClient connect(RunningDemo demo, DemoPart part) throws IOException {
        return connect(
                demo.port(),
                demo.certificateAuthority(),
                demo.token(part),
                List.of("user", demo.user(part), "database", "shop", "application_name", "wire"));
    }

    /// The same at any gateway.
    ///
    /// @param startup names and values of the startup message
    static WireClient connect(int port, Path authority, String secret, List<String> startup) throws IOException {
        var plain = new Socket("localhost", port);
        plain.setSoTimeout(30_000);
        plain.getOutputStream().write(new byte[] {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f});
        if (plain.getInputStream().read() != 'S') {
            throw new IOException("the gateway does not speak TLS");
        }
        var tls = (SSLSocket) trusting(authority).getSocketFactory().createSocket(plain, "localhost", port, true);
        var client = new WireClient(tls);
        client.logIn(secret, startup);
        return client;
    }

    static SSLContext trusting(Path authority) throws IOException {
        try (InputStream file = Files.newInputStream(authority)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "demo", CertificateFactory.getInstance("X.509").generateCertificate(file));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    private void logIn(String secret, List<String> startup) throws IOException {
        var words = new ByteArrayOutputStream();
        for (String word : startup) {
            words.writeBytes((word + "\0").getBytes(StandardCharsets.UTF_8));
        }
        words.write(0);
        socket.getOutputStream()
                .write(ByteBuffer.allocate(8 + words.size())
                        .putInt(8 + words.size())
                        .putInt(196608)
                        .put(words.toByteArray())
                        .array());
        expect('R', 3);
        byte[] password = (secret + "\0").getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream()
                .write(ByteBuffer.allocate(5 + password.length)
                        .put((byte) 'p')
                        .putInt(4 + password.length)
                        .put(password)
                        .array());
        byte[] answer = next();
        if (answer[0] == 'E') {
            throw new ProtocolContract.NotLetIn(new String(answer, StandardCharsets.UTF_8));
        }
        received.writeBytes(answer);
        loggedIn = true;
        upTo('Z');
    }

    private void expect(char type, int code) throws IOException {
        byte[] message = next();
        if (message[0] != type || ByteBuffer.wrap(message, 5, 4).getInt() != code) {
            throw new IOException("another answer than expected: " + new String(message, StandardCharsets.UTF_8));
        }
    }

    private byte[] next() throws IOException {
        byte[] header = in.readNBytes(5);
        if (header.length < 5) {
            throw new IOException("the gateway closed the connection");
        }
        byte[] body = in.readNBytes(ByteBuffer.wrap(header, 1, 4).getInt() - 4);
        if (loggedIn) {
            received.writeBytes(header);
            received.writeBytes(body);
        }
        return ByteBuffer.allocate(header.length + body.length)
                .put(header)
                .put(body)
                .array();
    }

    void send(FrontendMessage... messages) throws IOException {
        var out = new MessageWriter();
        for (FrontendMessage message : messages) {
            message.encode(out);
        }
        socket.getOutputStream().write(out.array(), 0, out.size());
    }

    /// Reads up to and with the next message of this type.
    void upTo(char type) throws IOException {
        while (next()[0] != type) {
            // Kept by next().
        }
    }

    /// Says goodbye and reads whatever still comes.
    void leave() throws IOException {
        send(new Terminate());
        received.writeBytes(in.readAllBytes());
    }

    /// Reads whatever still comes.
    void awaitEnd() throws IOException {
        received.writeBytes(in.readAllBytes());
    }

    /// Every byte since the login was accepted.
    byte[] received() {
        return received.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
