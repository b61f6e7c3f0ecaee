package dev.gatehouse.http.login;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Wire;
import java.io.IOException;

/// Answers whoever has no session: before one there is no recording to write to. What is said here is the gateway's
/// own,
/// never a target's.
public record Doorstep(Wire client) {
    public void say(Slice answer) throws IOException {
        client.write(answer.array(), answer.offset(), answer.length());
    }
}
