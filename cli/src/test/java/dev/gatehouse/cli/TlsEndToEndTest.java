package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line and the API over HTTPS, with a certificate that only `--ca` makes trusted.
class TlsEndToEndTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    void aPrivateAuthorityIsTrustedOnlyWhenItIsNamed() throws Exception {
        Path store = folder.resolve("store.p12");
        Path certificate = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "gw",
                "-keyalg",
                "EC",
                "-dname",
                "CN=gw",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "gw",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                certificate.toString());
        try (var gateway = new ServedGateway(Optional.of(serving(store)))) {
            var terminal = new Terminal(folder);
            terminal.environment.put("GATEHOUSE_TOKEN", "ada");
            terminal.environment.put("GATEHOUSE_URL", "https://localhost:" + gateway.port());

            assertThat(terminal.run("credentials", "list")).isEqualTo(Exit.UNREACHABLE);
            assertThat(terminal.err()).contains("not trusted", "--ca");
            assertThat(terminal.run("credentials", "list", "--ca", certificate.toString()))
                    .isEqualTo(Exit.DONE);
            assertThat(terminal.run("credentials", "create", "shop", "--ca", certificate.toString(), "-o", "env"))
                    .isEqualTo(Exit.DONE);
            assertThat(terminal.out()).contains("export PGSSLROOTCERT='" + certificate + "'");

            terminal.environment.put("GATEHOUSE_URL", "https://127.0.0.1:" + gateway.port());
            assertThat(terminal.run("credentials", "list", "--ca", certificate.toString()))
                    .as("a certificate for another name")
                    .isEqualTo(Exit.UNREACHABLE);
        }
    }

    private static SSLContext serving(Path file) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
