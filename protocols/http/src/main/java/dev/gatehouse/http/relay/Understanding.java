package dev.gatehouse.http.relay;

import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.approval.Notice;
import dev.gatehouse.approval.Waiting;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.understand.HttpUnderstanding;
import dev.gatehouse.http.wire.RequestHead;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.ReadAheadWire;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What a request means, and again when its client was held for people: fields may have been classified meanwhile.
///
/// @param path path and query below the connection's base, as sent
/// @param target empty when the connection is not one of HTTP
record Understanding(RequestHead head, String path, Slice body, Optional<HttpTarget> target, ReadAheadWire client)
        implements HeldClient {
    Operation operation() {
        return HttpUnderstanding.of(
                head, path, body, target.map(to -> to.fields().get()).orElse(List.of()));
    }

    /// Nothing is open at the target meanwhile, so nobody else waits.
    @Override
    public Patience patience() {
        return Patience.AS_LONG_AS_IT_TAKES;
    }

    /// HTTP has no word for it that every client understands: the answer comes later.
    @Override
    public void tell(Notice notice) {}

    @Override
    public void lookOut(Waiting waiting) throws IOException {
        client.lookOut(waiting::leave);
    }

    @Override
    public Operation again(Operation before) {
        return operation();
    }
}
