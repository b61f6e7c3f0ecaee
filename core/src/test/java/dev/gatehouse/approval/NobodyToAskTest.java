package dev.gatehouse.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Statements;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NobodyToAskTest {
    @Test
    void whatNeedsAnApprovalIsRefusedAndSaysWhoseItWouldNeed() {
        var facts = new Facts(
                People.ada(),
                Connections.shop(),
                Statements.acting(Effect.WRITE),
                Optional.empty(),
                People.NOON,
                "192.0.2.1");
        var policy = new Policy(
                List.of(Rules.approval("p"), Rules.approval("q")),
                new BuiltIn(new MaskRules(List.of()), List.of(), new MaskTraces()));
        var hold = (Decision.Hold) policy.decide(facts);
        var question = new Question(new Id(0, 1), new Id(0, 2), facts, hold.asking(), HeldClient.ABSENT, new Waiting());
        var answer = new NobodyToAsk().ask(question);
        assertThat(answer)
                .isEqualTo(new Approvals.Answer.Refused(
                        Optional.empty(),
                        Approvals.Why.NOBODY,
                        "because of p",
                        "It would need the approval of group:leads. This gateway cannot hold a statement yet:"
                                + " ask them to run it."));
    }
}
