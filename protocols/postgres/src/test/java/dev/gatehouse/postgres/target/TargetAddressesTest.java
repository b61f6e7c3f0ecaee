package dev.gatehouse.postgres.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.wire.Authentication;
import dev.gatehouse.postgres.wire.BackendKeyData;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.NegotiateProtocolVersion;
import dev.gatehouse.postgres.wire.ParameterStatus;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.StartupMessage;
import dev.gatehouse.postgres.wire.StartupPacket;
import dev.gatehouse.postgres.wire.TransactionStatus;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/// A target with several addresses, servers of other versions, and one that stops at every byte of its answer.
class TargetAddressesTest {
    private static final TargetCredential ADA = TargetCredential.of("ada", "secret");
    private static final byte[] IN = bytes(
            new Authentication.Ok(),
            new ParameterStatus("server_version", "17.0"),
            new BackendKeyData(7, Slice.of(new byte[32])),
            new ReadyForQuery(TransactionStatus.IDLE));

    /// A server that answers each start-up packet by the client's minor version, and remembers those.
    private record Server(ServerSocket listening, List<Integer> minors) implements AutoCloseable {
        static Server answering(IntFunction<byte[]> answer) throws IOException {
            var server =
                    new Server(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), new CopyOnWriteArrayList<>());
            Thread.startVirtualThread(() -> server.serve(answer));
            return server;
        }

        private void serve(IntFunction<byte[]> answer) {
            while (!listening.isClosed()) {
                try (var socket = listening.accept()) {
                    var in = new DataInputStream(socket.getInputStream());
                    byte[] length = in.readNBytes(4);
                    byte[] packet =
                            Arrays.copyOf(length, ByteBuffer.wrap(length).getInt());
                    in.readFully(packet, 4, packet.length - 4);
                    var message = (StartupMessage) StartupPacket.decode(packet, 0, packet.length);
                    minors.add(message.minor());
                    socket.getOutputStream().write(answer.apply(message.minor()));
                } catch (IOException closed) {
                    // The test is over, or the client left.
                }
            }
        }

        Dialer dialer() {
            return TargetAddressesTest.dialer(listening.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    private static Dialer dialer(int port) {
        try {
            var tls = new ClientTls(ClientTls.Mode.DISABLE, SSLContext.getDefault());
            return new Dialer(InetAddress.getLoopbackAddress().getHostAddress(), port, tls, 5000);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(BackendMessage... messages) {
        var out = new MessageWriter();
        for (BackendMessage message : messages) {
            message.encode(out);
        }
        return out.toSlice().toBytes();
    }

    private static byte[] error(String sqlState) {
        return bytes(new ErrorResponse(Diagnostic.of("FATAL", sqlState, "no")));
    }

    private static TargetLoginResult logIn(Dialer dialer) throws IOException {
        return new TargetLogin(dialer, new SplittableRandom(1), 5000).connect(ADA, "shop", Map.of());
    }

    private static void isIn(TargetLoginResult result, Server at) {
        assertThat(result).isInstanceOfSatisfying(TargetLoginResult.LoggedIn.class, in -> {
            assertThat(in.session().address()).hasToString(at.dialer().toString());
            in.session().wire().close();
        });
    }

    @Test
    void theNextAddressIsTriedWhereOneCannotBeReachedOrTakesNobodyNow() throws Exception {
        int nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        try (var starting = Server.answering(_ -> error("57P03"));
                var good = Server.answering(_ -> IN)) {
            isIn(logIn(dialer(nobody).orElse(List.of(starting.dialer(), good.dialer()))), good);
            assertThat(starting.minors()).hasSize(1);
            assertThatThrownBy(() -> logIn(dialer(nobody))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aRefusalIsNotTakenElsewhere() throws Exception {
        try (var refusing = Server.answering(_ -> error("28P01"));
                var good = Server.answering(_ -> IN)) {
            assertThat(logIn(refusing.dialer().orElse(List.of(good.dialer()))))
                    .isInstanceOf(TargetLoginResult.LoginFailed.class);
            assertThat(good.minors()).isEmpty();
        }
    }

    @Test
    void olderServersSayWhatTheySpeakAndOthersAreAskedAgain() throws Exception {
        byte[] older = bytes(new NegotiateProtocolVersion(3 << 16, List.of()));
        byte[] both = Arrays.copyOf(older, older.length + IN.length);
        System.arraycopy(IN, 0, both, older.length, IN.length);
        try (var negotiating = Server.answering(_ -> both);
                var refusing = Server.answering(minor -> minor == 0 ? IN : error("08P01"))) {
            isIn(logIn(negotiating.dialer()), negotiating);
            assertThat(negotiating.minors()).containsExactly(2);
            isIn(logIn(refusing.dialer()), refusing);
            assertThat(refusing.minors()).containsExactly(2, 0);
        }
    }

    @Test
    void aServerThatStopsAtAnyByteIsAnErrorAndNotAHang() throws Exception {
        for (int cut = 0; cut < IN.length; cut++) {
            byte[] beginning = Arrays.copyOf(IN, cut);
            try (var server = Server.answering(_ -> beginning)) {
                assertThatThrownBy(() -> logIn(server.dialer()))
                        .as("after byte %d", cut)
                        .isInstanceOf(IOException.class);
            }
        }
    }
}
