package dev.gatehouse.server;

import dev.gatehouse.net.ClientTls;
import dev.gatehouse.server.settings.TargetTlsSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Certificates and keys in PEM files, as everybody keeps them, made into TLS contexts.
public final class PemFiles {
    private static final String ALIAS = "gatehouse";
    private static final List<String> KEY_TYPES = List.of("EC", "RSA", "Ed25519");

    private static final byte[] PROBE = {1, 2, 3};

    private PemFiles() {}

    /// A certificate and its key, ready for TLS.
    record Keys(X509ExtendedKeyManager manager, X509Certificate leaf) {}

    /// The gateway's own side towards clients.
    ///
    /// @param certificate the leaf first, then those that signed it
    /// @param key PKCS#8, not encrypted
    static Keys keys(Path certificate, Path key) throws IOException {
        try {
            X509Certificate[] chain = certificates(certificate);
            var secret = privateKey(key);
            if (!belong(chain[0].getPublicKey(), secret)) {
                throw new IOException("the key in " + key + " does not belong to the certificate in " + certificate);
            }
            var store = emptyStore();
            store.setKeyEntry(ALIAS, secret, new char[0], chain);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            return new Keys((X509ExtendedKeyManager) keys.getKeyManagers()[0], chain[0]);
        } catch (GeneralSecurityException unusable) {
            throw new IOException(certificate + " and " + key + " do not make a usable pair", unusable);
        }
    }

    /// The first certificate in a file, which says whom it is for.
    static X509Certificate leaf(Path certificate) throws IOException {
        return certificates(certificate)[0];
    }

    /// Whether what the one signs, the other verifies.
    private static boolean belong(PublicKey open, PrivateKey secret) throws GeneralSecurityException {
        String algorithm = switch (secret.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
        var signature = Signature.getInstance(algorithm);
        signature.initSign(secret);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(PROBE);
        return signature.verify(signed);
    }

    /// The gateway's side towards a target, as its connection says.
    public static ClientTls client(TargetTlsSettings settings) throws IOException {
        return client(settings.mode(), settings.ca(), settings.certificate(), settings.key());
    }

    /// The gateway's side towards a target.
    ///
    /// @param authorities who may have signed the target's certificate; those of the JDK when empty
    public static ClientTls client(ClientTls.Mode mode, Optional<Path> authorities) throws IOException {
        return client(mode, authorities, Optional.empty(), Optional.empty());
    }

    /// The same with a certificate to show.
    static ClientTls client(
            ClientTls.Mode mode, Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key)
            throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            var own = certificate.isPresent() && key.isPresent()
                    ? new KeyManager[] {keys(certificate.get(), key.get()).manager()}
                    : null;
            context.init(own, trust(mode, authorities), null);
            return new ClientTls(mode, context);
        } catch (GeneralSecurityException unusable) {
            throw new IOException(
                    "the authorities in " + authorities.orElse(Path.of("the JDK")) + " cannot be used", unusable);
        }
    }

    private static TrustManager[] trust(ClientTls.Mode mode, Optional<Path> authorities)
            throws GeneralSecurityException, IOException {
        return switch (mode) {
            case DISABLE, REQUIRE -> new TrustManager[] {new Anybody()};
            case VERIFY_CA, VERIFY_FULL -> {
                var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                if (authorities.isPresent()) {
                    factory.init(trusted(certificates(authorities.get())));
                } else {
                    factory.init((KeyStore) null);
                }
                yield factory.getTrustManagers();
            }
        };
    }

    private static KeyStore trusted(X509Certificate[] authorities) throws GeneralSecurityException, IOException {
        var store = emptyStore();
        for (int i = 0; i < authorities.length; i++) {
            store.setCertificateEntry(ALIAS + i, authorities[i]);
        }
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static X509Certificate[] certificates(Path file) throws IOException {
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (certificates.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
            return certificates.toArray(X509Certificate[]::new);
        } catch (GeneralSecurityException malformed) {
            throw new IOException(file + " holds no readable certificate (PEM)", malformed);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        var text = Files.readString(file, StandardCharsets.US_ASCII);
        String base64 = text.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----", "")
                .replaceAll("(?s)-----END PRIVATE KEY-----.*", "")
                .replaceAll("\\s", "");
        var spec = new PKCS8EncodedKeySpec(decoded(file, base64));
        for (String type : KEY_TYPES) {
            try {
                return KeyFactory.getInstance(type).generatePrivate(spec);
            } catch (InvalidKeySpecException anotherType) {
                // PKCS#8 says which type it is, but the JDK only tells by trying.
            }
        }
        throw new IOException(file + " holds no RSA, EC or Ed25519 key in PKCS#8");
    }

    private static byte[] decoded(Path file, String base64) throws IOException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(
                    file + " is no PKCS#8 key in PEM; convert it: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW",
                    malformed);
        }
    }

    /// Trusts every certificate: what libpq's `require` means. It keeps listeners out, not impostors.
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
