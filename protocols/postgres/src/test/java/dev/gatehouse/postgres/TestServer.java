package dev.gatehouse.postgres;

import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.SimpleQuery;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.postgres.target.TargetLogin;
import dev.gatehouse.postgres.target.TargetLoginResult;
import dev.gatehouse.postgres.target.TargetLoginResult.LoggedIn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A real PostgreSQL with one role per way of logging in, TLS with a certificate for `localhost`, and superuser
/// `postgres` by trust.
public final class TestServer implements AutoCloseable {
    private static final String HBA = """
            host    all postgres  all trust
            host    all trusty    all trust
            host    all olda      all md5
            host    all ada       all scram-sha-256
            host    all clara     all password
            hostssl all secure    all scram-sha-256
            hostssl all certified all cert
            """;
    private static final char[] STORE = "changeit".toCharArray();

    private final EmbeddedPostgres server;
    private final Path folder;
    private final SSLContext trust;
    private final SSLContext certified;

    private TestServer(EmbeddedPostgres server, Path folder, SSLContext trust, SSLContext certified) {
        this.server = server;
        this.folder = folder;
        this.trust = trust;
        this.certified = certified;
    }

    public static TestServer start() throws IOException, GeneralSecurityException, InterruptedException {
        Path folder = Files.createTempDirectory("gatehouse-postgres");
        Path hba = Files.writeString(folder.resolve("pg_hba.conf"), HBA);
        KeyStore store = certificate(folder, "server", "localhost");
        KeyStore client = certificate(folder, "client", "certified");
        var server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", hba.toString())
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", folder.resolve("server.crt").toString())
                .setServerConfig("ssl_key_file", folder.resolve("server.key").toString())
                .setServerConfig("ssl_ca_file", folder.resolve("client.crt").toString())
                .start();
        var test = new TestServer(
                server,
                folder,
                context(store.getCertificate("server"), Optional.empty()),
                context(store.getCertificate("server"), Optional.of(client)));
        test.createRoles();
        return test;
    }

    /// Made by the JDK's keytool, written as PEM for PostgreSQL.
    private static KeyStore certificate(Path folder, String name, String whose)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + whose,
                        "-ext",
                        "san=dns:localhost",
                        "-ext",
                        "bc=ca:true",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE);
        }
        pem(
                folder.resolve(name + ".crt"),
                "CERTIFICATE",
                store.getCertificate(name).getEncoded());
        Path key = folder.resolve(name + ".key");
        pem(key, "PRIVATE KEY", store.getKey(name, STORE).getEncoded());
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        return store;
    }

    private static void pem(Path file, String what, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
    }

    /// @param own what the client shows of itself
    private static SSLContext context(Certificate certificate, Optional<KeyStore> own)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own.orElse(null), STORE);
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void createRoles() throws IOException {
        var session = session("postgres", "", ClientTls.Mode.DISABLE);
        var query = new SimpleQuery(session.wire(), session.pending(), 10, 10_000);
        query.rows("""
                set password_encryption = 'md5'; create role olda login password 'old secret';
                set password_encryption = 'scram-sha-256';
                create role ada login password 'ada''s secret é';
                create role clara login password 'clear secret';
                create role secure login password 'bound secret';
                create role trusty login;
                create role certified login""");
        session.wire().close();
    }

    public int port() {
        return server.getPort();
    }

    /// A login over loopback with the given TLS.
    public TargetLogin login(ClientTls.Mode mode) {
        return new TargetLogin(dialer(mode), new SecureRandom(), 10_000);
    }

    public Dialer dialer(ClientTls.Mode mode) {
        return new Dialer("localhost", port(), new ClientTls(mode, trust), 5000);
    }

    /// A login with the client certificate of `certified`.
    public TargetLogin certifiedLogin() {
        return new TargetLogin(
                new Dialer("localhost", port(), new ClientTls(ClientTls.Mode.VERIFY_FULL, certified), 5000),
                new SecureRandom(),
                10_000);
    }

    public TargetLoginResult connect(String user, String password, ClientTls.Mode mode) throws IOException {
        return login(mode)
                .connect(
                        TargetCredential.of(user, password),
                        "postgres",
                        Map.of("application_name", "gatehouse test", "client_encoding", "UTF8", "TimeZone", "UTC"));
    }

    /// A session that must come about.
    public dev.gatehouse.postgres.target.TargetSession session(String user, String password, ClientTls.Mode mode)
            throws IOException {
        return switch (connect(user, password, mode)) {
            case LoggedIn(var session) -> session;
            case TargetLoginResult.LoginFailed failed -> throw new IOException(failed.toString());
        };
    }

    @Override
    public void close() {
        try {
            server.close();
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
