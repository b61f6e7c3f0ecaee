package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Close;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Flush;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Terminate;
import dev.gatehouse.postgres.wire.Values;
import java.util.List;

/// Messages that the gateway itself sends to a target within a session.
final class Requests {
    /// A syntax error on purpose: it fails in every transaction state, does nothing, and says in the target's own log
    /// why it is there.
    private static final Slice FAILING = Slice.utf8("this statement was refused by Gatehouse");

    private static final String QUESTION = "gatehouse_look";

    static final Slice FAILING_QUERY = bytes(new Query(FAILING));
    static final Slice FAILING_PARSE = bytes(new Parse("gatehouse_refused", FAILING, List.of()));
    static final Slice FLUSH = bytes(new Flush());
    static final Slice TERMINATE = bytes(new Terminate());

    private Requests() {}

    static Slice query(String sql) {
        return bytes(new Query(Slice.utf8(sql)));
    }

    /// The one statement `sql` under a name of its own, which is given back: a Query would take the client's unnamed
    /// statement away.
    static Slice question(String sql) {
        return bytes(
                new Parse(QUESTION, Slice.utf8(sql), List.of()),
                new Bind(QUESTION, QUESTION, new Formats(Slice.EMPTY), Values.of(List.of()), new Formats(Slice.EMPTY)),
                new Execute(QUESTION, 0),
                new Close(Prepared.PORTAL, QUESTION),
                new Close(Prepared.STATEMENT, QUESTION),
                new Sync());
    }

    static Slice describePortal(String name) {
        return bytes(new Describe(Prepared.PORTAL, name));
    }

    private static Slice bytes(FrontendMessage... messages) {
        var out = new MessageWriter();
        for (FrontendMessage message : messages) {
            message.encode(out);
        }
        return out.toSlice();
    }
}
