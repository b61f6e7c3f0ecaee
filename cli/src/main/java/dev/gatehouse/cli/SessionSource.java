package dev.gatehouse.cli;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import java.io.IOException;
import java.io.OutputStream;

/// Where `sessions` reads from: a gateway's API, or the record itself with the keys.
public interface SessionSource extends AutoCloseable {
    /// A page of the sessions that fit, the newest first.
    Page<SessionSummary> find(SessionQuery query) throws IOException;

    /// @throws CommandFailed when there is none of that id
    SessionDetail show(String id) throws IOException;

    /// What the client received, made readable and as far as whoever asks may see it.
    ///
    /// @throws CommandFailed when there is none of that id
    SessionReplay answers(String id) throws IOException;

    /// Writes what the client received, byte for byte, as far as it was not erased.
    ///
    /// @throws CommandFailed when there is none of that id
    void replay(String id, OutputStream out) throws IOException;

    @Override
    void close();
}
