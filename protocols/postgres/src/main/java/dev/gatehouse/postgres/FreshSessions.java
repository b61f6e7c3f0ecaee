package dev.gatehouse.postgres;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.Understanding.Understood;
import dev.gatehouse.postgres.relay.ViewQuestion;
import dev.gatehouse.postgres.target.SimpleQuery;
import dev.gatehouse.postgres.target.TargetSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Understands a statement as it would be in a new session of somebody: how names resolve depends on the user that the
/// gateway would log in as. The look-up is a session of the gateway's own, on record. Thread-safe.
public final class FreshSessions {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_BYTES = 1 << 20;

    private final PostgresTargets targets;
    private final Login login;

    public FreshSessions(PostgresTargets targets, Login login) {
        this.targets = targets;
        this.login = login;
    }

    /// What `text` would mean; empty when the target cannot be asked.
    public Optional<Understood> understood(Principal who, String connection, Slice text) throws IOException {
        Session session = login.own(connection);
        try {
            var lookUp = new Operation.Own(Purpose.LOOK_UP, ViewQuestion.TEXT);
            if (!(session.admit(lookUp) instanceof Admission.Admitted)) {
                return Optional.empty();
            }
            var target = targets.connectAs(who, connection, Map.of());
            if (target.isEmpty()) {
                return Optional.empty();
            }
            var view = view(target.get());
            return Optional.of(targets.understanding(connection).of(text, view, List.of(), Slice.EMPTY));
        } finally {
            session.closed();
        }
    }

    private static Understanding.View view(TargetSession target) throws IOException {
        try (var wire = target.wire()) {
            var rows = new SimpleQuery(wire, target.pending(), MOST_ROWS, MOST_BYTES).rows(ViewQuestion.TEXT);
            return ViewQuestion.view(
                    rows.stream()
                            .map(row -> row.stream()
                                    .map(value -> Objects.requireNonNullElse(value, ""))
                                    .toList())
                            .toList(),
                    Understanding.View.UNKNOWN,
                    false,
                    false);
        }
    }
}
