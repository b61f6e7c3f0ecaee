package dev.gatehouse.control.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An issuer's keys, fetched from where its discovery document says, and kept.
///
/// Keys older than [#FRESH] are fetched again in the background while the old ones are used. A key that is not known is
/// fetched at once, but the issuer is asked at most every [#SPACING], and after failures ever more rarely up to
/// [#LONGEST_SPACING], so that made-up key ids cannot hammer it. While the issuer is down its keys stay good for
/// [#KEPT]. A login waits at most [#PATIENCE]; one fetch at a time serves all who wait.
public final class DiscoveredKeys implements KeySet {
    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration KEPT = Duration.ofHours(24);
    static final Duration SPACING = Duration.ofSeconds(5);
    static final Duration LONGEST_SPACING = Duration.ofMinutes(1);
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveredKeys.class);

    private final String issuer;
    private final Fetch fetch;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile State state = State.EMPTY;
    private @Nullable Future<?> inFlight;

    /// @param issuer its configured name, for messages
    public DiscoveredKeys(String issuer, Fetch fetch, InstantSource clock) {
        this.issuer = issuer;
        this.fetch = fetch;
        this.clock = clock;
    }

    /// Gets an issuer's key set over the network; blocks, and may be interrupted.
    @FunctionalInterface
    public interface Fetch {
        Jwks get() throws IOException, InterruptedException;
    }

    /// Starts fetching without waiting, so that the first login finds keys.
    public void warm() {
        refresh(clock.instant());
    }

    @Override
    public Answer find(Optional<String> kid, JWSAlgorithm algorithm) {
        Instant now = clock.instant();
        State before = state;
        Optional<JWK> known = before.usable(now).find(kid, algorithm);
        if (known.isPresent() && before.fresh(now)) {
            return new Answer.Known(known.get());
        }
        Optional<Future<?>> refresh = refresh(now);
        if (known.isPresent()) {
            return new Answer.Known(known.get());
        }
        refresh.ifPresent(this::await);
        State after = state;
        if (after.usable(now).keys().isEmpty()) {
            return new Answer.Unavailable(after.problem());
        }
        return after.keys().find(kid, algorithm).<Answer>map(Answer.Known::new).orElseGet(Answer.Unknown::new);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /// The fetch under way, or a new one if it is time for one.
    private synchronized Optional<Future<?>> refresh(Instant now) {
        if (inFlight != null && !inFlight.isDone()) {
            return Optional.of(inFlight);
        }
        if (now.isBefore(state.notBefore())) {
            return Optional.empty();
        }
        inFlight = threads.submit(this::fetch);
        return Optional.of(inFlight);
    }

    private void await(Future<?> refresh) {
        try {
            refresh.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            refresh.cancel(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | java.util.concurrent.CancellationException e) {
            LOG.atError().addKeyValue("issuer", issuer).setCause(e).log("fetching keys failed unexpectedly");
        }
    }

    private void fetch() {
        State before = state;
        try {
            Jwks keys = fetch.get();
            if (keys.keys().isEmpty()) {
                throw new IOException("the key set has no usable key");
            }
            Instant now = clock.instant();
            state = new State(keys, now, now.plus(SPACING), 0, "");
        } catch (IOException | RuntimeException e) {
            failed(before, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            failed(before, "no answer within " + PATIENCE.toSeconds() + " seconds");
        }
    }

    private void failed(State before, String problem) {
        State after = before.failed(clock.instant(), problem);
        state = after;
        LOG.atWarn()
                .addKeyValue("issuer", issuer)
                .addKeyValue("problem", problem)
                .addKeyValue("kept", after.keys().keys().size())
                .log("keys not fetched; those known stay");
    }

    /// @param fetched when `keys` came
    /// @param notBefore the issuer is not asked again earlier
    /// @param failures in a row
    private record State(Jwks keys, Instant fetched, Instant notBefore, int failures, String problem) {
        static final State EMPTY = new State(Jwks.NONE, Instant.EPOCH, Instant.EPOCH, 0, "not fetched yet");

        boolean fresh(Instant now) {
            return now.isBefore(fetched.plus(FRESH));
        }

        Jwks usable(Instant now) {
            return now.isBefore(fetched.plus(KEPT)) ? keys : Jwks.NONE;
        }

        State failed(Instant now, String why) {
            Duration doubled = SPACING.multipliedBy(1L << Math.min(failures, 10));
            Duration wait = doubled.compareTo(LONGEST_SPACING) < 0 ? doubled : LONGEST_SPACING;
            return new State(keys, fetched, now.plus(wait), failures + 1, why);
        }
    }
}
