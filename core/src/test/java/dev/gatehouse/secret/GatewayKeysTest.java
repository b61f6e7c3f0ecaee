package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayKeysTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    @TempDir
    Path directory;

    private GatewayKeys create() throws IOException {
        return GatewayKeys.create(directory.resolve("keys"), "eu-1", CLOCK, new SecureRandom());
    }

    @Test
    void keysAreReadBack() throws IOException {
        GatewayKeys keys = create();
        GatewayKeys loaded = GatewayKeys.load(directory.resolve("keys"));
        assertThat(loaded.verifierKey()).isEqualTo(keys.verifierKey());
        assertThat(loaded.origin()).isEqualTo("gatehouse/eu-1/20261120T120000Z");
        assertThat(loaded.derive(Purpose.WRAP).bytes())
                .isEqualTo(keys.derive(Purpose.WRAP).bytes());
        assertThat(loaded.derive(Purpose.WRAP).bytes())
                .isNotEqualTo(keys.derive(Purpose.SUBJECT).bytes());
        assertThat(VerifierKey.parse(keys.verifierKey().toString())).contains(keys.verifierKey());
    }

    @Test
    void keysAreNeverOverwritten() throws IOException {
        VerifierKey first = create().verifierKey();
        assertThatThrownBy(this::create).isInstanceOf(KeysUnusable.class).hasMessageContaining("not overwritten");
        assertThat(GatewayKeys.load(directory.resolve("keys")).verifierKey()).isEqualTo(first);
    }

    @Test
    void keysThatOthersCanReadAreRefused() throws IOException {
        create();
        Path file = directory.resolve("keys/master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> GatewayKeys.load(directory.resolve("keys")))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void missingKeysSayHowToMakeThem() {
        assertThatThrownBy(() -> GatewayKeys.load(directory)).hasMessageContaining("gatehouse init -c FILE");
    }

    @Test
    void aNameThatCannotBeSignedIsRefused() {
        assertThatThrownBy(() -> GatewayKeys.create(directory.resolve("keys"), "eu 1+", CLOCK, new SecureRandom()))
                .hasMessageContaining("gateway.name 'eu 1+'");
    }

    @Test
    void noKeyIsShown() throws IOException {
        GatewayKeys keys = create();
        byte[] wrap = keys.derive(Purpose.WRAP).bytes();
        assertThat(keys.toString())
                .doesNotContain(HexFormat.of().formatHex(wrap))
                .contains("eu-1");
        assertThat(keys.derive(Purpose.WRAP)).hasToString("***");
    }

    @Test
    void aClosedSecretIsGone() {
        var characters = "s3cret".toCharArray();
        Secret secret = Secret.of(characters);
        assertThat(characters).containsOnly('\0');
        assertThat(secret.matches("s3cret".getBytes(StandardCharsets.UTF_8))).isTrue();
        secret.close();
        assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class);
    }

    /// RFC 5869, test case 3: HKDF-SHA256 without salt and context. Only the length differs from ours.
    @Test
    void keysAreDerivedAsRfc5869Says() {
        byte[] key = GatewayKeys.expand(HexFormat.of().parseHex("0b".repeat(22)), new byte[0]);
        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }
}
