package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();

    @Test
    void theFirstThreadsAreThePlatformsAndFurtherOnesVirtual() throws InterruptedException {
        var threads = new Threads(2, bugs::add);
        var done = new CountDownLatch(1);
        var first = threads.start("first", () -> await(done));
        var second = threads.start("second", () -> await(done));
        var third = threads.start("third", () -> await(done));
        assertThat(first.isVirtual()).isFalse();
        assertThat(first.isDaemon()).isTrue();
        assertThat(second.isVirtual()).isFalse();
        assertThat(third.isVirtual()).isTrue();
        assertThat(third.getName()).isEqualTo("third");
        done.countDown();
        first.join();
        second.join();
        third.join();
        assertThat(bugs).isEmpty();
    }

    @Test
    void aThreadThatEndedMakesRoomHoweverItEnded() throws InterruptedException {
        var threads = new Threads(1, bugs::add);
        for (int i = 0; i < 3; i++) {
            var failing = threads.start("failing", () -> {
                throw new AssertionError("a bug");
            });
            assertThat(failing.isVirtual()).isFalse();
            failing.join();
        }
        assertThat(bugs).hasSize(3);
    }

    @Test
    void whatNoSessionShouldThrowIsReported() throws InterruptedException {
        var threads = new Threads(0, bugs::add);
        var bug = new IllegalStateException("a bug");
        threads.start("failing", () -> {
                    throw bug;
                })
                .join();
        var other = new StackOverflowError();
        threads.report(other);
        assertThat(bugs).containsExactly(bug, other);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
