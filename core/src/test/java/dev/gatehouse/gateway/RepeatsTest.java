package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static dev.gatehouse.policy.Rules.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Statements;
import dev.gatehouse.policy.Condition;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Rule;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a session asks again is not worked out again, unless something else could come of it.
class RepeatsTest {
    private final AtomicInteger asked = new AtomicInteger();

    private Rule counting(boolean looksAtTime, boolean fails) {
        return when(allow("a"), new Condition() {
            @Override
            public boolean holds(Facts facts) {
                asked.incrementAndGet();
                if (fails) {
                    throw new IllegalStateException("this time it fails");
                }
                return true;
            }

            @Override
            public boolean namesMintsCredential() {
                return false;
            }

            @Override
            public boolean looksAtTime() {
                return looksAtTime;
            }
        });
    }

    private static void admitTwice(Session session) {
        var statement = Statements.readsEmail();
        session.admit(statement);
        session.admit(statement);
    }

    @Test
    void rulesAreAskedOnceAboutTheSame() {
        admitTwice(new SmallGateway(counting(false, false)).session());

        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsOnRecordIsTheSameEachTime() {
        var gateway = new SmallGateway(counting(false, false));
        admitTwice(gateway.session());

        assertThat(gateway.recorder.calls)
                .containsExactly(
                        "asked statement BUFFERED",
                        "decided allow WRITTEN",
                        "asked statement BUFFERED",
                        "decided allow WRITTEN");
    }

    @Test
    void aRuleThatLooksAtTheTimeIsAskedEachTime() {
        admitTwice(new SmallGateway(counting(true, false)).session());

        assertThat(asked).hasValue(2);
    }

    @Test
    void aRuleThatFailedIsAskedAgain() {
        admitTwice(new SmallGateway(counting(false, true)).session());

        assertThat(asked).hasValue(2);
    }

    @Test
    void anotherSessionAndAnotherLoadOfTheRulesAskAgain() {
        var rule = counting(false, false);
        var gateway = new SmallGateway(rule);
        admitTwice(gateway.session());
        var session = gateway.session();
        admitTwice(session);
        gateway.reload(Connections.shop(), rule);
        admitTwice(session);

        assertThat(asked).hasValue(3);
    }
}
