package dev.gatehouse.control.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoginNameTest {
    private static final Id ID = new Id(1, 2);

    @Test
    void onlyAWellFormedIdAfterTheLastSlashSelectsACredential() {
        assertThat(LoginName.parse("ada@example.com/" + ID))
                .isEqualTo(new LoginName("ada@example.com", Optional.of(ID)));
        assertThat(LoginName.parse("team/ada/" + ID)).isEqualTo(new LoginName("team/ada", Optional.of(ID)));
        for (String plain :
                List.of("ada", "team/ada", "ada/", "/", "", ID + "/ada", "ada/" + ID + "x", "ada/" + "z".repeat(26))) {
            assertThat(LoginName.parse(plain)).isEqualTo(new LoginName(plain, Optional.empty()));
        }
    }
}
