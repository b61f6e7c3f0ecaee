package dev.gatehouse.server;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Requests for approval in a running demo, as those who decide see them.
record Asking(RunningDemo demo) {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// Waits for the pending request whose statement is `operation`.
    String pending(String operation) throws InterruptedException {
        return one(request -> request.path("operation").asString().equals(operation)
                        && request.path("state").asString().equals("pending"))
                .path("id")
                .asString();
    }

    /// Waits until the pending request has a client that waits for it.
    String held(String operation) throws InterruptedException {
        return one(request -> request.path("operation").asString().equals(operation)
                        && request.path("state").asString().equals("pending")
                        && request.path("waiting").asInt() > 0)
                .path("id")
                .asString();
    }

    /// Waits until nobody waits for the request any more.
    void left(String id) throws InterruptedException {
        one(request -> request.path("id").asString().equals(id)
                && request.path("waiting").asInt() == 0);
    }

    /// Waits until the request is in this state.
    void becomes(String id, String state) throws InterruptedException {
        one(request -> request.path("id").asString().equals(id)
                && request.path("state").asString().equals(state));
    }

    /// The newest request for this statement.
    String latest(String operation) throws InterruptedException {
        return one(request -> request.path("operation").asString().equals(operation))
                .path("id")
                .asString();
    }

    String state(String id) {
        return command(DemoPart.OFFICER, "show", id, "-o", "json")
                .json()
                .path(0)
                .path("state")
                .asString();
    }

    private JsonNode one(Predicate<JsonNode> wanted) throws InterruptedException {
        Instant deadline = CLOCK.instant().plus(PATIENCE);
        while (CLOCK.instant().isBefore(deadline)) {
            Optional<JsonNode> found = all().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no such request; there are: " + all());
    }

    private List<JsonNode> all() {
        var requests = new ArrayList<JsonNode>();
        command(DemoPart.OFFICER, "list", "-o", "json").json().forEach(requests::add);
        return requests;
    }

    GatehouseCommand.Ran command(DemoPart as, String... arguments) {
        var all = new ArrayList<String>();
        all.add("requests");
        all.addAll(List.of(arguments));
        return new GatehouseCommand(demo, as).run(all.toArray(String[]::new));
    }

    /// psql as the agent, started and not waited for.
    Client.Running psql(String... statements) throws IOException {
        var arguments = new ArrayList<>(List.of("-X", "-A", "-t", "-v", "VERBOSITY=verbose"));
        for (String statement : statements) {
            arguments.add("-c");
            arguments.add(statement);
        }
        return Client.of("psql", demo.environment(DemoPart.AGENT))
                .with(arguments)
                .start();
    }
}
