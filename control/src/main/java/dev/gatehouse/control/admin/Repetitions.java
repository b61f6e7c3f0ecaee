package dev.gatehouse.control.admin;

import dev.gatehouse.api.Problem;
import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Makes repeating a POST harmless: by the same caller, with the same `Idempotency-Key` and body, it gets the answer of
/// the first time and does nothing again. Answers are kept in memory for [#KEPT], not across a restart. Thread-safe.
final class Repetitions {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 10_000;
    private static final int SERVER_FAULT = 500;

    private final InstantSource clock;
    private final Map<String, Done> done = new LinkedHashMap<>();

    Repetitions(InstantSource clock) {
        this.clock = clock;
    }

    /// @param answer absent while the first request is still being done
    private record Done(Slice body, Instant at, Optional<Answer> answer) {}

    @FunctionalInterface
    interface Deed {
        Answer done(Asked asked) throws Malformed, IOException;
    }

    Answer once(Endpoint endpoint, Caller caller, Asked asked, Deed deed) throws Malformed, IOException {
        Optional<String> key = asked.idempotencyKey();
        if (key.isEmpty()) {
            return deed.done(asked);
        }
        byte[] body = asked.content().read();
        String scope = String.join(" ", caller.principal().who().toString(), endpoint.name(), asked.place(), key.get());
        Optional<Answer> before = begin(scope, digest(body));
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Answer> answer = Optional.empty();
        try {
            answer = Optional.of(deed.done(asked.with(body)));
            return answer.get();
        } finally {
            end(scope, digest(body), answer.filter(Repetitions::lasting));
        }
    }

    /// What went wrong here may go right the next time.
    private static boolean lasting(Answer answer) {
        return !(answer instanceof Answer.Refused(Problem problem) && problem.status() >= SERVER_FAULT)
                && !(answer instanceof Answer.Stream);
    }

    private synchronized Optional<Answer> begin(String scope, Slice body) {
        Instant now = clock.instant();
        done.values().removeIf(each -> now.isAfter(each.at().plus(KEPT)));
        Done known = done.putIfAbsent(scope, new Done(body, now, Optional.empty()));
        if (done.size() > MOST) {
            done.remove(done.keySet().iterator().next());
        }
        if (known == null) {
            return Optional.empty();
        }
        if (!known.body().equals(body)) {
            return Optional.of(new Answer.Refused(Problem.of(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for something else",
                    "Nothing was done. Take a fresh key for a fresh request.")));
        }
        return Optional.of(known.answer()
                .orElseGet(() -> Answer.conflict("still-running", "The first request with this key is not over.")));
    }

    private synchronized void end(String scope, Slice body, Optional<Answer> answer) {
        if (answer.isPresent()) {
            done.put(scope, new Done(body, clock.instant(), answer));
        } else {
            done.remove(scope);
        }
    }

    private static Slice digest(byte[] body) {
        try {
            return Slice.of(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
