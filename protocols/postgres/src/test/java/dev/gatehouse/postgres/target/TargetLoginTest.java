package dev.gatehouse.postgres.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.ClientTls.Mode;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.TargetLoginResult.LoginFailed;
import dev.gatehouse.postgres.target.TargetLoginResult.Reason;
import dev.gatehouse.postgres.wire.Authentication;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.TransactionStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/// Against servers that lie: each answers whatever arrives with the next piece of its script and then hangs up.
class TargetLoginTest {
    private static final TargetCredential ADA = TargetCredential.of("ada", "secret");

    private static byte[] bytes(BackendMessage... messages) {
        var out = new MessageWriter();
        for (BackendMessage message : messages) {
            message.encode(out);
        }
        return out.toSlice().toBytes();
    }

    private static TargetLoginResult connect(Mode mode, byte[]... script) throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.startVirtualThread(() -> play(listening, script));
            var tls = new ClientTls(mode, SSLContext.getDefault());
            var dialer = new Dialer(listening.getInetAddress().getHostAddress(), listening.getLocalPort(), tls, 5000);
            try {
                return new TargetLogin(dialer, new SplittableRandom(1), 5000).connect(ADA, "shop", Map.of());
            } finally {
                server.join();
            }
        }
    }

    private static void play(ServerSocket listening, byte[]... script) {
        byte[] heard = new byte[4096];
        try (var socket = listening.accept()) {
            for (byte[] answer : script) {
                if (socket.getInputStream().read(heard) < 0) {
                    return;
                }
                socket.getOutputStream().write(answer);
            }
            socket.shutdownOutput();
            while (socket.getInputStream().read(heard) >= 0) {
                // Until the client has left.
            }
        } catch (IOException clientLeft) {
            // The client may leave whenever it is offended.
        }
    }

    private static LoginFailed fails(Mode mode, byte[]... script) throws Exception {
        var failed = (LoginFailed) connect(mode, script);
        assertThat(failed.toString()).doesNotContain("secret");
        return failed;
    }

    @Test
    void aServerWithoutTlsIsNotTalkedToWhereTlsIsWanted() throws Exception {
        assertThat(fails(Mode.VERIFY_FULL, new byte[] {'N'}).reason()).isEqualTo(Reason.NO_TLS);
        assertThat(fails(Mode.REQUIRE).reason()).isEqualTo(Reason.NO_TLS);
    }

    @Test
    void anErrorBeforeTlsIsNotPassedOn() throws Exception {
        byte[] error = bytes(new ErrorResponse(Diagnostic.of("FATAL", "28P01", "visit evil.example")));
        var failed = fails(Mode.VERIFY_FULL, error);
        assertThat(failed.reason()).isEqualTo(Reason.NO_TLS);
        assertThat(failed.operatorText()).doesNotContain("evil");
    }

    @Test
    void bytesSmuggledInBehindTheAnswerToTheTlsRequestEndTheLogin() {
        var smuggled = new MessageWriter().int8('S');
        new Authentication.Ok().encode(smuggled);
        new ReadyForQuery(TransactionStatus.IDLE).encode(smuggled);
        assertThatThrownBy(() -> connect(Mode.REQUIRE, smuggled.toSlice().toBytes()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aServerThatLetsUsInBeforeItProvedItselfIsNotTrusted() throws Exception {
        byte[] offer = bytes(new Authentication.Sasl(List.of("SCRAM-SHA-256")));
        byte[] in = bytes(new Authentication.Ok(), new ReadyForQuery(TransactionStatus.IDLE));
        assertThat(fails(Mode.DISABLE, offer, in).reason()).isEqualTo(Reason.NOT_TRUSTED);
        var proof = bytes(new Authentication.SaslFinal(Slice.utf8("v=AAAA")), new Authentication.Ok());
        assertThat(fails(Mode.DISABLE, offer, proof).reason()).isEqualTo(Reason.NOT_TRUSTED);
    }

    @Test
    void aServerWithAnotherNonceIsNotTrusted() throws Exception {
        byte[] offer = bytes(new Authentication.Sasl(List.of("SCRAM-SHA-256")));
        byte[] challenge = bytes(new Authentication.SaslContinue(Slice.utf8("r=mine,s=AAAA,i=4096")));
        var failed = fails(Mode.DISABLE, offer, challenge);
        assertThat(failed.reason()).isEqualTo(Reason.NOT_TRUSTED);
        assertThat(failed.operatorText()).contains("nonce");
    }

    @Test
    void methodsThatAreNotSpokenAreNamed() throws Exception {
        var gss = fails(Mode.DISABLE, bytes(new Authentication.Unsupported(7, Slice.EMPTY)));
        assertThat(gss.reason()).isEqualTo(Reason.UNSUPPORTED_AUTHENTICATION);
        assertThat(gss.operatorText()).contains("GSSAPI").contains("scram-sha-256");
        assertThat(fails(Mode.DISABLE, bytes(new Authentication.Unsupported(9, Slice.EMPTY)))
                        .operatorText())
                .contains("SSPI");
        assertThat(fails(Mode.DISABLE, bytes(new Authentication.Sasl(List.of("OAUTHBEARER"))))
                        .operatorText())
                .contains("OAUTHBEARER");
        assertThat(fails(Mode.DISABLE, bytes(new Authentication.CleartextPassword()))
                        .operatorText())
                .contains("in clear");
    }

    @Test
    void whatIsNotTheProtocolIsNotTrusted() throws Exception {
        byte[] web = Slice.utf8("HTTP/1.1 400 Bad Request\r\n\r\n").toBytes();
        assertThat(fails(Mode.DISABLE, web).reason()).isEqualTo(Reason.NOT_TRUSTED);
        byte[] rowFirst = bytes(new Authentication.Ok(), new BackendMessage.Unknown((byte) '!', Slice.EMPTY));
        assertThat(fails(Mode.DISABLE, rowFirst).reason()).isEqualTo(Reason.NOT_TRUSTED);
        byte[] cut = Arrays.copyOf(bytes(new Authentication.Ok()), 7);
        assertThatThrownBy(() -> connect(Mode.DISABLE, cut)).isInstanceOf(IOException.class);
    }
}
