package dev.gatehouse.control.notifications;

import dev.gatehouse.control.approvals.Request;
import dev.gatehouse.control.approvals.Requests;
import dev.gatehouse.control.approvals.Wish;
import dev.gatehouse.model.Id;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells channels about requests, each on a thread of its own, again and again until it arrives or is given up.
/// Thread-safe. What waits to be told is lost when the gateway stops: requests themselves are not.
public final class Notifier implements Requests.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final int MOST_WAITING = 1000;
    private static final int DEAD_KEPT = 100;

    private final Map<Channel, ScheduledExecutorService> channels = new LinkedHashMap<>();
    private final List<Duration> pauses;
    private final Function<Id, Optional<String>> link;
    private final InstantSource clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ArrayDeque<DeadLetter> dead = new ArrayDeque<>();

    /// A notification that was given up.
    public record DeadLetter(String channel, String request, String state, Instant at, String because) {}

    /// @param pauses before the second and each further attempt
    /// @param link where people decide
    public Notifier(
            List<Channel> channels, List<Duration> pauses, Function<Id, Optional<String>> link, InstantSource clock) {
        for (Channel channel : channels) {
            var threads = Thread.ofVirtual().name("notify " + channel.name()).factory();
            this.channels.put(channel, Executors.newSingleThreadScheduledExecutor(threads));
        }
        this.pauses = List.copyOf(pauses);
        this.link = link;
        this.clock = clock;
    }

    @Override
    public void changed(Request request) {
        String state = request.state().word();
        for (Channel channel : channels.keySet()) {
            if (channel.wants(state)) {
                var all = notification(request, link);
                var told = channel.carriesStatements() ? all : all.withoutStatement();
                if (waiting.incrementAndGet() > MOST_WAITING) {
                    giveUp(channel, told, "too many notifications wait");
                } else {
                    attempt(channel, told, 0);
                }
            }
        }
    }

    private static Notification notification(Request request, Function<Id, Optional<String>> link) {
        return new Notification(
                request.id().toString(),
                request.state().word(),
                request.requester().who().toString(),
                request.connection(),
                request.rule(),
                request.asks().stream()
                        .map(ask -> ask.approval().fromText())
                        .distinct()
                        .collect(Collectors.joining(" and ")),
                request.expires(),
                link.apply(request.id()),
                request.wish() instanceof Wish.Window
                        ? Optional.empty()
                        : Optional.of(request.wish().words()));
    }

    private void attempt(Channel channel, Notification told, int before) {
        Duration pause = before == 0 ? Duration.ZERO : pauses.get(before - 1);
        var thread = Objects.requireNonNull(channels.get(channel));
        try {
            Future<?> _ =
                    thread.schedule(() -> deliver(channel, told, before), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            giveUp(channel, told, "the gateway stopped");
        }
    }

    private void deliver(Channel channel, Notification told, int before) {
        try {
            channel.deliver(told.request() + "-" + told.state(), told);
            waiting.decrementAndGet();
        } catch (IOException | RuntimeException failed) {
            if (before < pauses.size()) {
                attempt(channel, told, before + 1);
            } else {
                giveUp(channel, told, String.valueOf(failed.getMessage()));
            }
        }
    }

    private void giveUp(Channel channel, Notification told, String because) {
        waiting.decrementAndGet();
        LOG.atWarn()
                .addKeyValue("channel", channel.name())
                .addKeyValue("request", told.request())
                .log("a notification was given up: {}", because);
        synchronized (dead) {
            if (dead.size() == DEAD_KEPT) {
                dead.removeFirst();
            }
            dead.addLast(new DeadLetter(channel.name(), told.request(), told.state(), clock.instant(), because));
        }
    }

    /// The latest that were given up, oldest first.
    public List<DeadLetter> deadLetters() {
        synchronized (dead) {
            return List.copyOf(dead);
        }
    }

    @Override
    public void close() {
        channels.values().forEach(ScheduledExecutorService::shutdownNow);
    }
}
