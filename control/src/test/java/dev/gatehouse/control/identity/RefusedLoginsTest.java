package dev.gatehouse.control.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RefusedLoginsTest {
    private final ManualClock clock = new ManualClock();
    private final RefusedLogins refused = new RefusedLogins(new byte[32], clock);

    private void refuse(String source, String user, String reason, int times) {
        for (int i = 0; i < times; i++) {
            refused.add(source, user, reason, new Id(0, i));
        }
    }

    @Test
    void aFloodIsOneLine() {
        refuse("192.0.2.1", "ada", "expired", 500);
        clock.advance(Duration.ofSeconds(9));
        refuse("192.0.2.1", "ada", "throttled", 2);
        assertThat(refused.drain()).singleElement().satisfies(line -> {
            assertThat(line.count()).isEqualTo(502);
            assertThat(line.reasons()).isEqualTo(Map.of("expired", 500, "throttled", 2));
            assertThat(line.references()).hasSize(RefusedLogins.MOST_REFERENCES);
            assertThat(Duration.between(line.first(), line.last())).isEqualTo(Duration.ofSeconds(9));
        });
        assertThat(refused.drain()).isEmpty();
    }

    @Test
    void usersAndSourcesHaveTheirOwnLinesAndUsersAreNotNamed() {
        refuse("192.0.2.1", "ada", "user", 1);
        refuse("192.0.2.1", "hunter2", "user", 1);
        refuse("192.0.2.2", "ada", "user", 1);
        assertThat(refused.drain()).hasSize(3).noneMatch(line -> line.toString().contains("hunter2"));
    }

    @Test
    void beyondTheLimitRefusalsAreStillCounted() {
        for (int i = 0; i < 3 * RefusedLogins.MOST; i++) {
            refuse("192.0.2.1", "user" + i, "user", 1);
        }
        var lines = refused.drain();
        assertThat(lines).hasSize(RefusedLogins.MOST + 1);
        assertThat(lines.stream().mapToInt(RefusedLogins.Aggregate::count).sum())
                .isEqualTo(3 * RefusedLogins.MOST);
    }
}
