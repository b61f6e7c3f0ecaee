package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Both sides of TLS over a real socket, with a certificate that names `localhost` and no address.
@Timeout(120)
class TlsEndToEndTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    private static Path directory;

    private static KeyStore keys = emptyStore();

    private final LinkedBlockingQueue<Wire> accepted = new LinkedBlockingQueue<>();
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    TlsEndToEndTest() throws IOException {}

    @BeforeAll
    static void makeCertificate() throws Exception {
        var file = directory.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "password",
                        "-alias",
                        "gw",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=gw",
                        "-ext",
                        "san=dns:localhost")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(Files.readString(directory.resolve("keytool.log")))
                .isZero();
        keys = KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        accepted.forEach(Wire::close);
    }

    @Test
    void bytesTravelEncryptedAndTheCertificateIsKnown() throws Exception {
        acceptOne();
        var encrypted = dial(ClientTls.Mode.VERIFY_FULL, "localhost", trusting());
        assertThat(encrypted.wire().encrypted()).isTrue();
        assertThat(encrypted.peer()).contains((X509Certificate) keys.getCertificate("gw"));
        encrypted.wire().write(new byte[] {42}, 0, 1);
        var one = new byte[1];
        assertThat(accepted.take().read(one, 0, 1)).isEqualTo(1);
        assertThat(one).containsExactly(42);
        encrypted.wire().close();
    }

    @Test
    void aCertificateForAnotherNameIsRefusedWithVerifyFull() throws Exception {
        acceptOne();
        assertThatThrownBy(() -> dial(ClientTls.Mode.VERIFY_FULL, "127.0.0.1", trusting()))
                .isInstanceOf(IOException.class);
        acceptOne();
        dial(ClientTls.Mode.VERIFY_CA, "127.0.0.1", trusting()).wire().close();
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() throws Exception {
        acceptOne();
        assertThatThrownBy(() -> dial(ClientTls.Mode.VERIFY_CA, "localhost", SSLContext.getDefault()))
                .isInstanceOf(IOException.class);
    }

    /// Without care a TLS socket waits for the write under way before it says goodbye.
    @Test
    void closingDoesNotWaitForAWriteThatNobodyReads() throws Exception {
        acceptOne();
        var idle = dial(ClientTls.Mode.VERIFY_FULL, "localhost", trusting()).wire();
        var serving = accepted.take();
        var outcomes = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> outcomes.add(SocketWireTest.writeMuch(serving)));
        assertThat(idle.read(new byte[1], 0, 1)).as("the write is under way").isEqualTo(1);
        serving.close();
        assertThat(outcomes.take()).isEqualTo("failed");
        idle.close();
    }

    private void acceptOne() throws Exception {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        var tls = new ServerTls(context, (X509Certificate) keys.getCertificate("gw"));
        Thread.ofVirtual().start(() -> {
            try {
                accepted.add(tls.accept(new SocketWire(server.accept())));
            } catch (IOException refused) {
                // The other end did not like the certificate, or the test is over.
            }
        });
    }

    private ClientTls.Encrypted dial(ClientTls.Mode mode, String host, SSLContext context) throws IOException {
        var dialer = new Dialer(host, server.getLocalPort(), new ClientTls(mode, context), 10_000);
        var plain = dialer.dial();
        try {
            return dialer.encrypt(plain);
        } catch (IOException refused) {
            plain.close();
            throw refused;
        }
    }

    private static SSLContext trusting() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gw", keys.getCertificate("gw"));
        factory.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static KeyStore emptyStore() {
        try {
            return KeyStore.getInstance("PKCS12");
        } catch (java.security.KeyStoreException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
