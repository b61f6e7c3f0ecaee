package dev.gatehouse.http.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnTest {
    private final AtomicInteger over = new AtomicInteger();
    private final Turn turn = new Turn(over::incrementAndGet);

    @Test
    void anIdleSessionIsOverAtOnce() {
        turn.began();
        turn.ended();
        assertThat(over).hasValue(0);
        turn.stop();
        assertThat(over).hasValue(1);
    }

    @Test
    void anExchangeUnderWayIsFinishedFirst() {
        turn.began();
        turn.stop();
        assertThat(over).hasValue(0);
        turn.ended();
        assertThat(over).hasValue(1);
    }
}
