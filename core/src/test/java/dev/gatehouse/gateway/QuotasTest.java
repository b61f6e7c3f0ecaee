package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Identity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Quotas quotas = new Quotas(3, 1000);
    private final Quotas.Quota ada = quotas.of(new Identity("corp", "ada"), NOON);

    @Test
    void aPersonsOperationsCountUntilTheMinuteIsOver() {
        for (int i = 0; i < 3; i++) {
            assertThat(ada.operation(NOON)).isEmpty();
        }
        assertThat(ada.operation(NOON.plusSeconds(59))).contains("limits.operations-per-minute");
        assertThat(ada.operation(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void recordedBytesCountUntilTheHourIsOver() {
        ada.recorded(999, NOON);
        assertThat(ada.operation(NOON)).isEmpty();
        assertThat(ada.recordedEnough()).isFalse();
        ada.recorded(1, NOON.plusSeconds(3599));
        assertThat(ada.recordedEnough()).isTrue();
        assertThat(ada.operation(NOON.plusSeconds(3599))).contains("limits.recorded-bytes");
        assertThat(ada.operation(NOON.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(ada.recordedEnough()).isFalse();
    }

    @Test
    void anotherSessionOfThePersonUsesTheSameQuota() {
        ada.recorded(1000, NOON);
        assertThat(quotas.of(new Identity("corp", "ada"), NOON).operation(NOON)).isPresent();
        assertThat(quotas.of(new Identity("corp", "bob"), NOON).operation(NOON)).isEmpty();
    }

    @Test
    void aFloodOfPersonsForgetsOnlyWhatHasRunOut() {
        ada.recorded(1000, NOON);
        for (int i = 0; i < 200_000; i++) {
            quotas.of(new Identity("corp", "flood-" + i), NOON);
        }
        assertThat(quotas.of(new Identity("corp", "ada"), NOON)).isSameAs(ada);
    }
}
