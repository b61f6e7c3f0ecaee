package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bypass.Canaries;
import dev.gatehouse.bypass.Outcome;
import dev.gatehouse.bypass.Outcome.Result;
import dev.gatehouse.bypass.Peer;
import dev.gatehouse.bypass.Place;
import dev.gatehouse.bypass.Suite;
import dev.gatehouse.bypass.Way;
import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.TargetCredential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bypass suite against this gateway, as an engineer who may write; and against the bare database, to see that its
/// attacks have teeth.
@Tag("slow")
class BypassSuiteEndToEndTest {
    private static final int MILLIS = 10_000;
    private static final Place PLACE = new Place("customers", "id", "7", "email", "segment");

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.prepare(directory);
        // The suite reads more rows than an hour allows; whether that limit holds is another test's question.
        demo.configure(text -> text.replaceFirst("(?m)^  - id: bulk-export\\n(?:    .*\\n)+", ""));
        demo.startGateway();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static Peer gateway() throws IOException {
        var tls = PemFiles.client(ClientTls.Mode.VERIFY_FULL, Optional.of(demo.certificateAuthority()));
        return new Peer(
                new Dialer("localhost", demo.port(), tls, MILLIS),
                TargetCredential.of(demo.user(DemoPart.ENGINEER), demo.token(DemoPart.ENGINEER)),
                "shop");
    }

    private static Peer database() throws IOException {
        var owner = demo.database();
        return new Peer(
                new Dialer(
                        "127.0.0.1", owner.port(), PemFiles.client(ClientTls.Mode.DISABLE, Optional.empty()), MILLIS),
                TargetCredential.of(owner.owner().user(), owner.owner().password()),
                "shop");
    }

    private static List<Outcome> run(Peer target, Set<Way> ways) throws IOException {
        return new Suite(database(), PLACE, Canaries.EMAIL, ways, _ -> {}).run(target);
    }

    @Test
    void nothingComesThrough() throws IOException {
        var outcomes = run(gateway(), EnumSet.allOf(Way.class));
        assertThat(outcomes).hasSizeGreaterThan(3 * Suite.attacks());
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.result() == Result.LEAKED)
                .isEmpty();
        // What is asked plainly is answered, masked.
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.name().equals("plain"))
                .extracting(Outcome::result)
                .containsOnly(Result.MASKED);
    }

    @Test
    void theAttacksHaveTeeth() throws IOException {
        var outcomes = run(database(), EnumSet.of(Way.SIMPLE));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.result() == Result.LEAKED)
                .hasSizeGreaterThan(250);
    }
}
