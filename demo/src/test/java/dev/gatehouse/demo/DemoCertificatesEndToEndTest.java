package dev.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCertificatesEndToEndTest {

    @TempDir
    Path directory;

    @Test
    void aClientThatTrustsTheAuthorityAcceptsLocalhostAndTheLoopbackAddress() throws Exception {
        DemoCertificates certificates = make(InstantSource.system());
        assertThat(greetingFrom("localhost", certificates)).isEqualTo("hello");
        assertThat(greetingFrom("127.0.0.1", certificates)).isEqualTo("hello");
    }

    @Test
    void theNameIsReallyChecked() throws Exception {
        DemoCertificates certificates = make(InstantSource.system());
        assertThatThrownBy(() -> greetingFrom("gateway.example.com", certificates))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void onlyTheOwnerReadsTheKeyAndNothingElseIsLeft() throws Exception {
        DemoCertificates certificates = make(InstantSource.system());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates.key())))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca.pem", "gw.crt", "gw.key");
        }
    }

    @Test
    void validFilesAreKeptAndOldOnesReplaced() throws Exception {
        String first = Files.readString(make(InstantSource.system()).certificate());
        assertThat(Files.readString(make(InstantSource.system()).certificate())).isEqualTo(first);
        InstantSource nextYear = InstantSource.fixed(Instant.now().plus(Duration.ofDays(364)));
        assertThat(Files.readString(make(nextYear).certificate())).isNotEqualTo(first);
    }

    private DemoCertificates make(InstantSource clock) throws Exception {
        return DemoCertificates.in(directory, clock, new SecureRandom());
    }

    private static String greetingFrom(String name, DemoCertificates certificates) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var workers = Executors.newSingleThreadExecutor();
                SSLServerSocket server = (SSLServerSocket)
                        serverContext(certificates).getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            Future<?> greeting = workers.submit(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                }
                return null;
            });
            try (Socket plain = new Socket(loopback, server.getLocalPort());
                    SSLSocket socket = (SSLSocket) clientContext(certificates)
                            .getSocketFactory()
                            .createSocket(plain, name, plain.getPort(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                greeting.get();
                return said;
            }
        }
    }

    private static SSLContext serverContext(DemoCertificates certificates) throws Exception {
        KeyStore store = emptyStore();
        store.setKeyEntry("server", key(certificates.key()), new char[0], chain(certificates.certificate()));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext clientContext(DemoCertificates certificates) throws Exception {
        KeyStore store = emptyStore();
        store.setCertificateEntry("ca", chain(certificates.ca())[0]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate[] chain(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
        }
    }

    private static PrivateKey key(Path file) throws Exception {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
