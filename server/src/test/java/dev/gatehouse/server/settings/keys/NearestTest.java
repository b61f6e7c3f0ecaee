package dev.gatehouse.server.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void swappedLettersAreOneStep() {
        assertThat(Nearest.distance("shpo", "shop")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void onlySomethingCloseIsSuggested() {
        var known = List.of("access", "target", "tls");
        assertThat(Nearest.to("acess", known)).contains("access");
        assertThat(Nearest.to("Target", known)).contains("target");
        assertThat(Nearest.to("tsl", known)).contains("tls");
        assertThat(Nearest.to("zzzzz", known)).isEmpty();
        assertThat(Nearest.to("access", known)).isEmpty();
    }
}
