package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.People;
import dev.gatehouse.model.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class SessionEndTest {
    private final List<String> told = new ArrayList<>();
    private final SessionEnd end = new SessionEnd();

    @Test
    void theFirstReasonCounts() {
        end.tell(told::add);
        end.now("disabled", "Switched off.").run();
        end.now("gateway-stops", "Shutting down.").run();
        assertThat(end.reason()).contains("disabled");
        assertThat(told).containsExactly("Switched off.");
    }

    @Test
    void aProtocolThatComesLaterIsToldAtOnce() {
        end.now("disabled", "Switched off.").run();
        end.tell(told::add);
        assertThat(told).containsExactly("Switched off.");
    }

    @Test
    void aSessionGoesOnUntilItsCredentialEnds() {
        assertThat(end.reason()).isEmpty();
        assertThat(end.decision(People.ada(), People.EVENING.minusNanos(1))).isEmpty();
        assertThat(end.decision(People.ada(), People.EVENING)).isPresent();
        assertThat(end.reason()).isEmpty();
    }

    @Test
    void nothingIsDecidedOnceItIsOverEvenBeforeTheClientWasTold() {
        end.tell(told::add);
        end.now("disabled", "Switched off.");
        assertThat(end.decision(People.ada(), People.NOON)).isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void oneStalledClientKeepsNoOtherSessionOpen() throws InterruptedException {
        var gateway = new SmallGateway(allow("a"));
        var never = new CountDownLatch(1);
        var goodbyes = new LinkedBlockingQueue<String>();
        var sessions = List.of(gateway.session(), gateway.session(), gateway.session());
        sessions.getFirst().onEnd(_ -> awaitQuietly(never));
        sessions.get(1).onEnd(goodbyes::add);
        sessions.get(2).onEnd(goodbyes::add);
        assertThat(gateway.shared.sessions().end(_ -> true, "disabled", "Switched off."))
                .isEqualTo(3);
        assertThat(goodbyes.take() + goodbyes.take()).isEqualTo("Switched off.Switched off.");
        for (Session session : sessions) {
            assertThat(SessionTest.refused(session.admit(Statements.readsEmail()))
                            .rule())
                    .isEqualTo("session-over");
        }
        never.countDown();
    }

    @Test
    void onlyTheSessionsNamedAreEnded() {
        var gateway = new SmallGateway(allow("a"));
        var first = gateway.session();
        var second = gateway.session();
        gateway.shared.sessions().end(session -> session == first, "disabled", "Switched off.");
        assertThat(first.live()).isFalse();
        assertThat(second.live()).isTrue();
        first.closed();
        assertThat(gateway.recorder.calls).containsExactly("session ended disabled WRITTEN", "recording closed");
        assertThat(gateway.shared.sessions().list()).containsExactly(second);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
