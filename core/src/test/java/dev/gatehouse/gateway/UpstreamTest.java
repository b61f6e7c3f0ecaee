package dev.gatehouse.gateway;

import static dev.gatehouse.policy.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import dev.gatehouse.model.Statements;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private final SmallGateway gateway = new SmallGateway(allow("a"));
    private final MemoryWire target = new MemoryWire(gateway.recorder);
    private final Session session = gateway.session();
    private final Upstream upstream = new Upstream(session, target);
    private final Exchange exchange = SessionTest.admitted(session.admit(Statements.readsEmail()));

    @Test
    void nothingIsForwardedWithAnExchangeOfAnotherSession() throws IOException {
        var others = SessionTest.admitted(gateway.session().admit(Statements.readsEmail()));
        assertThatThrownBy(() -> upstream.forward(others, Slice.utf8("select")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another session");
        upstream.flush();
        assertThat(target.written()).isEmpty();
    }

    @Test
    void manyMessagesLeaveInOneWrite() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            upstream.forward(exchange, Slice.utf8("0123456789"));
        }
        assertThat(target.writes).isZero();
        upstream.flush();
        assertThat(target.writes).isEqualTo(1);
        assertThat(target.written()).isEqualTo("0123456789".repeat(1_000));
        upstream.flush();
        assertThat(target.writes).as("nothing was left").isEqualTo(1);
    }

    @Test
    void everyByteArrivesInOrderWhateverTheSizes() throws IOException {
        var expected = new StringBuilder();
        for (int size : new int[] {0, 1, 1023, 1024, 1025, 65_535, 65_536, 65_537, 3, 200_000, 5, 64_000, 1_536, 1}) {
            var text = Character.toString('a' + size % 26).repeat(size);
            expected.append(text);
            upstream.forward(exchange, Slice.utf8(text));
        }
        upstream.flush();
        assertThat(target.written()).isEqualTo(expected.toString());
    }

    @Test
    void onlyTheNamedPartOfAnArrayIsForwarded() throws IOException {
        upstream.forward(exchange, new byte[] {'x', 'a', 'b', 'x'}, 1, 2);
        upstream.flush();
        assertThat(target.written()).isEqualTo("ab");
    }

    @Test
    void whatTheTargetNeedNotHaveYetLeavesWithWhatComesNext() throws IOException {
        byte[] later = {'l'};
        upstream.forwardWithNext(exchange, later, 0, 1);
        upstream.flush();
        assertThat(target.writes).isZero();
        upstream.forward(exchange, Slice.utf8("now"));
        upstream.forwardWithNext(exchange, later, 0, 1);
        upstream.flush();
        assertThat(target.written()).isEqualTo("lnow");
        upstream.forward(exchange, Slice.utf8("x".repeat(70_000)));
        assertThat(target.written()).isEqualTo("lnowl" + "x".repeat(70_000));
    }

    @Test
    void closingDropsWhatWasNotFlushed() throws IOException {
        upstream.forward(exchange, Slice.utf8("never"));
        upstream.close();
        assertThat(target.closed).isTrue();
        assertThat(target.written()).isEmpty();
    }
}
