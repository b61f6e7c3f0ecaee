package dev.gatehouse.control.approvals;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.approval.Notice;
import dev.gatehouse.approval.Question;
import dev.gatehouse.approval.Waiting.Signal;
import dev.gatehouse.model.Id;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds a client on its open connection until people have decided. Safe for many threads, each of which waits for
/// itself.
public final class HoldingApprovals implements Approvals {
    private final Requests requests;
    private final Settings settings;
    private final InstantSource clock;

    /// @param brief the longest hold of a client that keeps others waiting
    /// @param look the longest that a held client's thread sleeps before it looks at the clock again
    /// @param firstReminder after which time a held client is told again
    /// @param reminder how often from then on
    /// @param link where people decide, for a request's id; empty without a console
    public record Settings(Duration brief, Duration look, Duration firstReminder, Duration reminder, Link link) {}

    @FunctionalInterface
    public interface Link {
        Optional<String> to(Id request);
    }

    public HoldingApprovals(Requests requests, Settings settings, InstantSource clock) {
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer ask(Question question) {
        var given = requests.use(question);
        if (given.isPresent()) {
            return granted(given.get());
        }
        var opened = requests.open(question);
        if (opened.isEmpty()) {
            return Answers.tooMany();
        }
        var request = opened.get();
        var hold = new Hold(question, request, longest(question, request), clock.instant());
        if (hold.longest().isZero()) {
            return Answers.undecided(hold);
        }
        requests.watch(request.id(), question.waiting());
        try {
            question.client().lookOut(question.waiting());
            return held(hold);
        } catch (IOException gone) {
            return Answers.left(request);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answers.left(request);
        } finally {
            requests.unwatch(request.id(), question.waiting());
        }
    }

    private static Answer granted(Request request) {
        return new Answer.Granted(request.id(), Terms.foreseen(request));
    }

    /// @param longest how long this client is held
    record Hold(Question question, Request request, Duration longest, Instant began) {
        Instant deadline() {
            return began.plus(longest);
        }

        boolean brief() {
            return question.client().patience() == HeldClient.Patience.BRIEF;
        }
    }

    private Duration longest(Question question, Request request) {
        Duration wait = Terms.hold(request.asks());
        return switch (question.client().patience()) {
            case AS_LONG_AS_IT_TAKES -> wait;
            case BRIEF -> wait.compareTo(settings.brief()) < 0 ? wait : settings.brief();
            case NONE -> Duration.ZERO;
        };
    }

    private Answer held(Hold hold) throws IOException, InterruptedException {
        Instant tell = hold.began();
        while (true) {
            var settled = settled(hold);
            if (settled.isPresent()) {
                return settled.get();
            }
            Instant now = clock.instant();
            if (!now.isBefore(hold.deadline())) {
                return Answers.undecided(hold);
            }
            if (!now.isBefore(tell)) {
                boolean first = tell.equals(hold.began());
                // However long it took to come here: the first word is that it is held.
                var waited = first ? Duration.ZERO : Duration.between(hold.began(), now);
                hold.question().client().tell(notice(hold, waited));
                tell = now.plus(first ? settings.firstReminder() : settings.reminder());
            }
            switch (hold.question().waiting().await(shortest(settings.look(), now, hold.deadline(), tell))) {
                case Signal.NONE -> {}
                case Signal.LEFT -> {
                    return Answers.left(hold.request());
                }
                case Signal.CANCELLED -> {
                    requests.cancelled(
                            hold.request().id(), hold.question().facts().who());
                    return Answers.cancelled(hold.request());
                }
            }
        }
    }

    private static Duration shortest(Duration look, Instant now, Instant deadline, Instant tell) {
        Instant next = deadline.isBefore(tell) ? deadline : tell;
        Duration until = Duration.between(now, next);
        return until.compareTo(look) < 0 ? until : look;
    }

    /// What has been decided; empty while it has not.
    private Optional<Answer> settled(Hold hold) {
        var request = requests.find(hold.request().id()).orElse(hold.request());
        return switch (request.state()) {
            case PENDING -> Optional.empty();
            case APPROVED -> Optional.of(released(hold, request));
            case DENIED -> Optional.of(Answers.denied(request));
            case EXPIRED -> Optional.of(Answers.expired(request));
            case WITHDRAWN -> Optional.of(Answers.withdrawn(request));
            case USED -> Optional.of(Answers.usedElsewhere(request));
        };
    }

    /// An approval is not wasted on a client that is gone: whoever comes back with the same operation finds it.
    private Answer released(Hold hold, Request request) {
        if (hold.question().waiting().left()) {
            return Answers.left(request);
        }
        return requests.use(hold.question())
                .<Answer>map(HoldingApprovals::granted)
                .orElseGet(() -> Answers.usedElsewhere(request));
    }

    private Notice notice(Hold hold, Duration waited) {
        var request = hold.request();
        return new Notice(
                request.id(),
                request.rule(),
                request.asks().stream().map(Answers::asked).distinct().collect(Collectors.joining(" and ")),
                waited,
                hold.longest(),
                request.expires(),
                settings.link().to(request.id()));
    }
}
