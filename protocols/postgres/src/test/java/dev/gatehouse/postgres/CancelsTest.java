package dev.gatehouse.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancelsTest {
    private final Cancels cancels = new Cancels(new Random(1));
    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();
    private final Cancels.Key key = cancels.register(0, first::incrementAndGet);
    private final Cancels.Key other = cancels.register(2, second::incrementAndGet);

    @Test
    void aSecretIsAsLongAsTheClientsProtocolAllows() {
        assertThat(key.secret().length()).isEqualTo(4);
        assertThat(other.secret().length()).isEqualTo(32);
    }

    @Test
    void theRightKeyCancelsItsOwnSessionOnly() {
        cancels.cancel(key.process(), key.secret());
        assertThat(first).hasValue(1);
        assertThat(second).hasValue(0);
    }

    @Test
    void aWrongKeyDoesNothing() {
        cancels.cancel(key.process(), other.secret());
        cancels.cancel(key.process(), Slice.EMPTY);
        cancels.cancel(key.process(), Slice.of(new byte[256]));
        cancels.cancel(key.process() + 1, key.secret());
        assertThat(first).hasValue(0);
        assertThat(second).hasValue(0);
    }

    @Test
    void aSessionThatIsOverCannotBeCancelled() {
        cancels.forget(key);
        cancels.cancel(key.process(), key.secret());
        assertThat(first).hasValue(0);
    }
}
