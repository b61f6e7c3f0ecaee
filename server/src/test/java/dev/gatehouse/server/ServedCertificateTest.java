package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.server.ServedCertificate.Seen;
import dev.gatehouse.server.settings.ListenerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ServedCertificateTest {
    @TempDir
    private static Path shared;

    private static ListenerSettings.Pair first = pair("first");
    private static ListenerSettings.Pair second = pair("second");

    @TempDir
    Path directory;

    private ListenerSettings.Pair served = pair("none");

    private static ListenerSettings.Pair pair(String name) {
        return new ListenerSettings.Pair(Path.of(name + ".crt"), Path.of(name + ".key"));
    }

    @BeforeAll
    static void make() throws IOException {
        first = made("first");
        second = made("second");
    }

    private static ListenerSettings.Pair made(String name) throws IOException {
        var certificates = DemoCertificates.in(shared.resolve(name), InstantSource.system(), new SecureRandom());
        return new ListenerSettings.Pair(certificates.certificate(), certificates.key());
    }

    @BeforeEach
    void serve() throws IOException {
        served = new ListenerSettings.Pair(directory.resolve("gw.crt"), directory.resolve("gw.key"));
        put(first.certificate(), served.certificate());
        put(first.key(), served.key());
    }

    private static void put(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void newHandshakesGetTheNewCertificate() throws IOException {
        var certificate = ServedCertificate.load(served);
        var before = certificate.tls().certificate();
        put(second.certificate(), served.certificate());
        put(second.key(), served.key());
        assertThat(certificate.look()).as("may be half-written").isInstanceOf(Seen.Nothing.class);
        assertThat(certificate.look()).isInstanceOf(Seen.Replaced.class);
        assertThat(certificate.tls().certificate()).isNotEqualTo(before);
        assertThat(certificate.look()).isInstanceOf(Seen.Nothing.class);
    }

    @Test
    void aPairThatDoesNotFitKeepsTheOldOne() throws IOException {
        var certificate = ServedCertificate.load(served);
        var before = certificate.tls().certificate();
        put(second.certificate(), served.certificate());
        assertThat(certificate.look()).isInstanceOf(Seen.Nothing.class);
        assertThat(certificate.look())
                .isInstanceOfSatisfying(
                        Seen.Unusable.class, bad -> assertThat(bad.reason()).contains("does not belong"));
        assertThat(certificate.tls().certificate()).isEqualTo(before);
        put(second.key(), served.key());
        assertThat(certificate.look()).isInstanceOf(Seen.Nothing.class);
        assertThat(certificate.look()).as("once both are there").isInstanceOf(Seen.Replaced.class);
    }

    @Test
    void aFileThatIsGoneKeepsTheOldOne() throws IOException {
        var certificate = ServedCertificate.load(served);
        Files.delete(served.key());
        assertThat(certificate.look()).isInstanceOf(Seen.Unusable.class);
        put(first.key(), served.key());
        assertThat(certificate.look()).isInstanceOf(Seen.Nothing.class);
    }

    @Test
    void atTheStartAPairThatDoesNotFitIsRefused() throws IOException {
        put(second.key(), served.key());
        assertThatThrownBy(() -> ServedCertificate.load(served)).isInstanceOf(IOException.class);
    }
}
