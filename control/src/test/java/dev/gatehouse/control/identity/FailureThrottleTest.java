package dev.gatehouse.control.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FailureThrottleTest {
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private final ManualClock clock = new ManualClock();
    private final FailureThrottle throttle = new FailureThrottle(clock);

    private Duration delay(String source, String user) {
        return throttle.delay(source, user).orElse(Duration.ZERO);
    }

    private void fail(String source, String user, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(source, user);
        }
    }

    @Test
    void theFirstFailuresCostNothingAndThenEachCostsTwiceTheLast() {
        fail(HERE, "ada", 3);
        assertThat(delay(HERE, "ada")).isZero();
        for (long expected : new long[] {500, 1000, 2000, 4000}) {
            throttle.failed(HERE, "ada");
            assertThat(delay(HERE, "ada")).isEqualTo(Duration.ofMillis(expected));
            clock.advance(Duration.ofMillis(expected));
        }
    }

    @Test
    void whoFailsOnAndOnWaitsHalfAMinuteAndHammeringDoesNotLengthenIt() {
        fail(HERE, "ada", 50);
        for (int i = 0; i < 100; i++) {
            assertThat(delay(HERE, "ada")).isEqualTo(Duration.ofSeconds(30));
        }
        clock.advance(Duration.ofSeconds(30));
        assertThat(delay(HERE, "ada")).isZero();
        assertThat(delay(HERE, "ada")).as("one attempt was looked at").isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anotherUserAndAnotherSourceDoNotWait() {
        fail(HERE, "ada", 20);
        assertThat(delay(HERE, "bob")).isZero();
        assertThat(delay(THERE, "ada")).isZero();
    }

    @Test
    void ofAttemptsAtOnceOneIsLookedAt() {
        fail(HERE, "ada", 5);
        clock.advance(Duration.ofSeconds(1));
        assertThat(delay(HERE, "ada")).isZero();
        assertThat(delay(HERE, "ada")).isEqualTo(Duration.ofSeconds(1));
        assertThat(delay(HERE, "ada")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aSuccessClearsThePair() {
        fail(HERE, "ada", 20);
        throttle.succeeded(HERE, "ada");
        assertThat(delay(HERE, "ada")).isZero();
    }

    @Test
    void aSourceThatTriesManyUsersIsSlowedExceptForWhoIsWelcomeThere() {
        throttle.succeeded(HERE, "ada");
        for (int i = 0; i < 200; i++) {
            throttle.failed(HERE, "user" + i);
        }
        assertThat(delay(HERE, "fresh")).isPositive();
        assertThat(delay(HERE, "ada")).isZero();
        assertThat(delay(THERE, "fresh")).isZero();
    }

    @Test
    void failuresAreForgottenAfterAWhile() {
        fail(HERE, "ada", 20);
        clock.advance(FailureThrottle.FORGOTTEN);
        assertThat(delay(HERE, "ada")).isZero();
        throttle.failed(HERE, "ada");
        assertThat(delay(HERE, "ada")).isZero();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 3 * FailureThrottle.MOST; i++) {
            String source = "10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256;
            throttle.failed(source, "user" + i);
            throttle.succeeded(source, "other" + i);
        }
        assertThat(throttle.remembered()).isLessThanOrEqualTo(3 * FailureThrottle.MOST);
    }

    @Test
    void anIpv6ClientIsItsNetwork() {
        assertThat(Source.of("2001:db8::1")).isEqualTo(Source.of("2001:db8:0:0:ffff::2"));
        assertThat(Source.of("2001:db8::1")).isNotEqualTo(Source.of("2001:db8:0:1::1"));
        assertThat(Source.of("192.0.2.1")).isNotEqualTo(Source.of("192.0.2.2"));
        assertThat(Source.of("no address")).isEqualTo(new Source("no address"));
    }
}
