package dev.gatehouse.control.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysInFileTest {
    @TempDir
    private Path directory;

    private SigningKey first;
    private SigningKey second;
    private Path file;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException {
        first = SigningKey.ed25519("first");
        second = SigningKey.ed25519("second");
        file = directory.resolve("jwks.json");
    }

    private void write(String text) throws IOException {
        Path fresh = Files.writeString(directory.resolve("new"), text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String set(SigningKey... keys) {
        return new JWKSet(Arrays.stream(keys).map(SigningKey::jwk).toList()).toString();
    }

    private static KeySet.Answer find(KeySet keys, SigningKey key) {
        return keys.find(Optional.of(key.kid()), JWSAlgorithm.EdDSA);
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        var keys = new KeysInFile(file);
        write(set(first));
        assertThat(find(keys, first)).isInstanceOf(KeySet.Answer.Known.class);
        assertThat(find(keys, second)).isEqualTo(new KeySet.Answer.Unknown());
        write(set(second));
        assertThat(find(keys, first)).isEqualTo(new KeySet.Answer.Unknown());
        assertThat(find(keys, second)).isInstanceOf(KeySet.Answer.Known.class);
    }

    @Test
    void aBadFileKeepsTheOldKeys() throws IOException {
        var keys = new KeysInFile(file);
        write(set(first));
        assertThat(find(keys, first)).isInstanceOf(KeySet.Answer.Known.class);
        for (String bad :
                new String[] {"", "{", "[]", "{\"keys\":[]}", "{\"keys\":5}", "{\"keys\":null}", "{}", "null"}) {
            write(bad);
            assertThat(find(keys, first)).as(bad).isInstanceOf(KeySet.Answer.Known.class);
        }
        Files.delete(file);
        assertThat(find(keys, first)).isInstanceOf(KeySet.Answer.Known.class);
    }

    @Test
    void withoutAFileNothingIsKnownAndTheProblemIsNamed() {
        assertThat(find(new KeysInFile(file), first))
                .isInstanceOfSatisfying(
                        KeySet.Answer.Unavailable.class,
                        unavailable -> assertThat(unavailable.problem()).contains("jwks.json"));
    }

    @Test
    void sharedSecretsAndUnknownKeysInTheFileAreLeftOut() throws IOException {
        String odd =
                "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"AAAA\"},{\"kty\":\"XYZ\",\"kid\":\"x\"},{\"kty\":\"RSA\"},";
        write(set(first).replace("[{", "[" + odd + "{"));
        var keys = new KeysInFile(file);
        assertThat(find(keys, first)).isInstanceOf(KeySet.Answer.Known.class);
        for (var algorithm : new JWSAlgorithm[] {JWSAlgorithm.HS256, JWSAlgorithm.EdDSA, JWSAlgorithm.RS256}) {
            assertThat(keys.find(Optional.of("s"), algorithm)).isEqualTo(new KeySet.Answer.Unknown());
            assertThat(keys.find(Optional.of("x"), algorithm)).isEqualTo(new KeySet.Answer.Unknown());
        }
    }
}
