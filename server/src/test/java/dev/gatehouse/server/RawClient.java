package dev.gatehouse.server;

import dev.gatehouse.demo.DemoLogin;
import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.auth.ScramClient;
import dev.gatehouse.postgres.auth.ScramException;
import dev.gatehouse.postgres.wire.Authentication;
import dev.gatehouse.postgres.wire.BackendKeyData;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.PasswordMessage;
import dev.gatehouse.postgres.wire.SaslInitialResponse;
import dev.gatehouse.postgres.wire.StartupMessage;
import dev.gatehouse.postgres.wire.StartupPacket;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocket;

/// A client that says exactly what a test wants, to the gateway or to a server directly, and shows what it is told.
final class RawClient implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final DataInputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
    }

    static RawClient plain(String host, int port) throws IOException {
        var socket = new Socket(host, port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        return new RawClient(socket);
    }

    /// TLS on this connection, from here on.
    ///
    /// @param inside what is offered as the protocol inside (ALPN)
    RawClient secured(RunningDemo demo, String... inside) throws IOException {
        var tls = (SSLSocket) WireClient.trusting(demo.certificateAuthority())
                .getSocketFactory()
                .createSocket(socket, "localhost", socket.getPort(), true);
        var parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(inside);
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return new RawClient(tls);
    }

    /// In TLS and logged in, up to and with the first ReadyForQuery.
    static RawClient gateway(RunningDemo demo, DemoPart part) throws IOException {
        var client = plain("localhost", demo.port()).secured(demo, "postgresql");
        client.send(new StartupMessage(0, startup(demo.user(part))));
        client.logIn(demo.token(part));
        return client;
    }

    /// The same at the demo's database itself.
    static RawClient direct(RunningDemo demo, DemoLogin login) throws IOException {
        var client = plain(demo.database().host(), demo.database().port());
        client.send(new StartupMessage(0, startup(login.user())));
        client.logIn(login.password());
        return client;
    }

    static Map<String, String> startup(String user) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("user", user);
        parameters.put("database", "shop");
        parameters.put("client_encoding", "UTF8");
        parameters.put("application_name", "raw");
        return parameters;
    }

    /// Proves itself as it is asked to; returns everything that came, ReadyForQuery included.
    List<BackendMessage> logIn(String password) throws IOException {
        var heard = new ArrayList<BackendMessage>();
        Optional<ScramClient> scram = Optional.empty();
        byte[] bytes = message();
        while (bytes[0] != 'Z' && bytes[0] != 'E') {
            var message = BackendMessage.decode(bytes, 0, bytes.length);
            heard.add(message);
            if (message instanceof Authentication asked) {
                scram = answer(asked, scram, password);
            }
            bytes = message();
        }
        heard.add(BackendMessage.decode(bytes, 0, bytes.length));
        return heard;
    }

    private Optional<ScramClient> answer(Authentication asked, Optional<ScramClient> scram, String password)
            throws IOException {
        try {
            switch (asked) {
                case Authentication.CleartextPassword _ -> send(PasswordMessage.of(Slice.utf8(password)));
                case Authentication.Sasl(List<String> mechanisms) -> {
                    var begun = ScramClient.choose(
                            mechanisms, Optional.empty(), UUID.randomUUID().toString());
                    send(new SaslInitialResponse(
                            begun.orElseThrow().mechanism().word(),
                            Optional.of(begun.get().first())));
                    return begun;
                }
                case Authentication.SaslContinue(Slice challenge) ->
                    send(new PasswordMessage(scram.orElseThrow().last(challenge, password.toCharArray())));
                default -> {}
            }
            return scram;
        } catch (ScramException broken) {
            throw new IOException(broken);
        }
    }

    void send(FrontendMessage... messages) throws IOException {
        var out = new MessageWriter();
        for (FrontendMessage message : messages) {
            message.encode(out);
        }
        send(out.toSlice());
    }

    void send(StartupPacket packet) throws IOException {
        var out = new MessageWriter();
        packet.encode(out);
        send(out.toSlice());
    }

    void send(SaslInitialResponse response) throws IOException {
        var out = new MessageWriter();
        response.encode(out);
        send(out.toSlice());
    }

    void send(Slice bytes) throws IOException {
        socket.getOutputStream().write(bytes.array(), bytes.offset(), bytes.length());
    }

    /// A single byte, as answers a request for encryption; -1 at the end.
    int letter() throws IOException {
        return in.read();
    }

    /// Sends nothing more.
    void leave() throws IOException {
        socket.shutdownOutput();
    }

    /// Everything up to the end of the connection.
    byte[] rest() throws IOException {
        return in.readAllBytes();
    }

    /// The next whole message.
    byte[] message() throws IOException {
        byte[] header = in.readNBytes(5);
        if (header.length < 5) {
            throw new IOException("the other end closed the connection");
        }
        byte[] body = in.readNBytes(ByteBuffer.wrap(header, 1, 4).getInt() - 4);
        return ByteBuffer.allocate(header.length + body.length)
                .put(header)
                .put(body)
                .array();
    }

    /// Everything up to and with so many messages of this type.
    byte[] upTo(char type, int count) throws IOException {
        var heard = new ByteArrayOutputStream();
        int seen = 0;
        while (seen < count) {
            byte[] message = message();
            heard.writeBytes(message);
            if (message[0] == type) {
                seen++;
            }
        }
        return heard.toByteArray();
    }

    static BackendKeyData key(List<BackendMessage> heard) {
        return heard.stream()
                .filter(BackendKeyData.class::isInstance)
                .map(BackendKeyData.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
