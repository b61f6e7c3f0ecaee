package dev.gatehouse.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/// A private certificate authority and the certificate of `localhost` that it signed, as PEM files.
///
/// Made by the running JDK's `keytool` (two runs, about a second): the JDK has no public class that builds a
/// certificate, and a library for it would weigh ten times what the rest of this module does. The authority's private
/// key is thrown away at once, so that nobody can ever sign another certificate with it.
///
/// @param ca what clients trust
/// @param certificate the server's certificate, followed by the authority's
/// @param key the server's private key, PKCS#8, readable by its owner only
public record DemoCertificates(Path ca, Path certificate, Path key) {

    private static final Duration SPARE = Duration.ofDays(2);

    /// The files in `directory`: the ones that are there, if they are still valid for two days, else new ones.
    public static DemoCertificates in(Path directory, InstantSource clock, SecureRandom random) throws IOException {
        Files.createDirectories(directory);
        DemoCertificates files = new DemoCertificates(
                directory.resolve("ca.pem"), directory.resolve("gw.crt"), directory.resolve("gw.key"));
        if (!files.usable(clock)) {
            files.make(directory, DemoLogins.password(random));
        }
        return files;
    }

    private boolean usable(InstantSource clock) throws IOException {
        if (!Files.exists(ca) || !Files.exists(certificate) || !Files.exists(key)) {
            return false;
        }
        try {
            X509Certificate authority = read(ca);
            X509Certificate server = read(certificate);
            server.verify(authority.getPublicKey());
            server.checkValidity(Date.from(clock.instant().plus(SPARE)));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private void make(Path directory, String password) throws IOException {
        Path store = directory.resolve("making.p12");
        Files.deleteIfExists(store);
        try {
            keytool(store, password, authority());
            keytool(store, password, server());
            write(store, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what keytool made cannot be read", e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static List<String> authority() {
        return List.of(
                "-alias", "ca",
                "-dname", "CN=Gatehouse demo authority",
                "-ext", "bc:c=ca:true,pathlen:0",
                "-ext", "ku:c=keyCertSign,cRLSign");
    }

    private static List<String> server() {
        return List.of(
                "-alias", "server",
                "-signer", "ca",
                "-dname", "CN=localhost",
                "-ext", "san=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1",
                "-ext", "ku:c=digitalSignature",
                "-ext", "eku=serverAuth");
    }

    private static void keytool(Path store, String password, List<String> words) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(
                keytool.toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toAbsolutePath().toString()));
        command.addAll(words);
        Programs.run(command, password + "\n" + password + "\n"); // standard input: a command line is no place for it
    }

    private void write(Path store, String password) throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance(store.toFile(), password.toCharArray());
        String authority = pem("CERTIFICATE", made.getCertificate("ca").getEncoded());
        String server = pem("CERTIFICATE", made.getCertificate("server").getEncoded());
        PrivateFiles.write(
                key,
                pem("PRIVATE KEY", made.getKey("server", password.toCharArray()).getEncoded()));
        Files.writeString(certificate, server + authority);
        Files.writeString(ca, authority);
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
