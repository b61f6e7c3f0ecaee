package dev.gatehouse.postgres.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PendingTest {
    private final Pending pending = new Pending(2);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger added = new AtomicInteger();

    private Thread addThree() {
        pending.onFull(asked::countDown);
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                for (int i = 0; i < 3; i++) {
                    if (pending.add(new Expected.SyncAnswer())) {
                        added.incrementAndGet();
                    }
                }
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
    }

    @Test
    void aFullQueueAsksTheTargetToAnswerAndWaitsForRoom() throws Exception {
        var adding = addThree();
        asked.await();
        assertThat(added.get()).isEqualTo(2);
        pending.done();
        adding.join();
        assertThat(added.get()).isEqualTo(3);
    }

    @Test
    void theEndOfTheSessionEndsTheWait() throws Exception {
        var adding = addThree();
        asked.await();
        pending.close();
        adding.join();
        assertThat(added.get()).isEqualTo(2);
    }
}
