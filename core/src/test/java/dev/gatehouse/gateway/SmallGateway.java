package dev.gatehouse.gateway;

import dev.gatehouse.approval.Approvals;
import dev.gatehouse.approval.NobodyToAsk;
import dev.gatehouse.masking.MaskRule;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Glob;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Rule;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A gateway of one connection, `shop`, whose record, clock, ids and approvers are in a test's hands.
final class SmallGateway {
    static final MaskRules MASKS = new MaskRules(List.of(
            new MaskRule(Connection.Pattern.ANY, Selectors.EVERYONE, new Glob("contact.email"), Method.PARTIAL)));

    static final int LARGEST_MASKED_ROW = 1000;

    final CallsInOrder recorder = new CallsInOrder();
    final HandClock clock = new HandClock();
    final CurrentRules inForce;
    final Shared shared;
    final ArrayDeque<Approvals> approvers = new ArrayDeque<>();
    private long lastId;

    SmallGateway(Rule... rules) {
        this(Connections.shop(), rules);
    }

    SmallGateway(Connection connection, Rule... rules) {
        this(connection, Quotas.none(), rules);
    }

    SmallGateway(Connection connection, Quotas quotas, Rule... rules) {
        inForce = new CurrentRules(load(connection, rules));
        shared = new Shared(
                inForce,
                recorder,
                question -> {
                    recorder.note("people asked");
                    return (approvers.isEmpty() ? new NobodyToAsk() : approvers.remove()).ask(question);
                },
                new Guesses(new GuessBudget(3, BudgetLedger.MEMORY)),
                new RowBudget(BudgetLedger.MEMORY),
                quotas,
                LARGEST_MASKED_ROW,
                new Sessions(),
                () -> new Id(0, ++lastId),
                clock);
    }

    void reload(Connection connection, Rule... rules) {
        inForce.replace(load(connection, rules));
    }

    void removeConnection(Rule... rules) {
        inForce.replace(new InForce(policy(rules), MASKS, Map.of(), "removed"));
    }

    Session session() {
        return session(People.ada());
    }

    Session session(Principal principal) {
        return session(principal, Standing.GOOD);
    }

    Session session(Principal principal, Standing standing) {
        Id id = shared.ids().next();
        var session = new Session(
                id,
                principal,
                request("ada@example.com"),
                Optional.empty(),
                shared,
                SessionRecord.open(id, recorder, clock, shared.quotas().of(principal.root(), clock.instant())),
                standing);
        shared.sessions().add(session);
        return session;
    }

    static LoginRequest request(String user) {
        return new LoginRequest(user, "shop", Optional.empty(), Optional.of("psql"), "192.0.2.1", true);
    }

    private static InForce load(Connection connection, Rule... rules) {
        return new InForce(policy(rules), MASKS, Map.of("shop", connection), "digest");
    }

    private static Policy policy(Rule... rules) {
        return new Policy(List.of(rules), new BuiltIn(MASKS, List.of(), new MaskTraces()));
    }
}
