package dev.gatehouse.postgres.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import org.junit.jupiter.api.Test;

class Md5PasswordTest {
    @Test
    void theAnswerIsThatOfMd5Sum() {
        // printf '%s' "$(printf secretada | md5sum | cut -c1-32)" | { cat; printf '\1\2\3\4'; } | md5sum
        assertThat(Md5Password.answer("ada", "secret".toCharArray(), Slice.of(new byte[] {1, 2, 3, 4})))
                .isEqualTo(Slice.utf8("md5164dbcd37c01a78e869e72965960a754"));
    }
}
