package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Identity;
import dev.gatehouse.model.People;
import dev.gatehouse.policy.Approval;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RowBudgetTest {
    private static final Identity ADA = People.ada().root();
    private static final Approval.Per HOUR = new Approval.Per(Approval.Span.WINDOW, Duration.ofHours(1));

    private final RowBudget budget = new RowBudget();
    private Instant now = People.NOON;

    @Test
    void theWindowSlides() {
        assertThat(add(100)).isEqualTo(100);
        now = now.plus(Duration.ofMinutes(30));
        assertThat(add(50)).isEqualTo(150);
        now = now.plus(Duration.ofMinutes(29));
        assertThat(add(1)).isEqualTo(151);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(add(0)).as("the first hundred are an hour old").isEqualTo(51);
        now = now.plus(Duration.ofHours(2));
        assertThat(add(0)).isZero();
    }

    @Test
    void manySmallAmountsCountAsOneLarge() {
        long sum = 0;
        for (int i = 0; i < 3_000; i++) {
            sum = add(1);
            now = now.plusSeconds(1);
        }
        assertThat(sum).isEqualTo(3_000);
    }

    @Test
    void eachRulePersonAndConnectionHasItsOwn() {
        add(100);
        assertThat(add("other", ADA, "shop", 1)).isEqualTo(1);
        assertThat(add("bulk", new Identity("corp", "bob"), "shop", 1)).isEqualTo(1);
        assertThat(add("bulk", ADA, "hr", 1)).isEqualTo(1);
        assertThat(add(1)).isEqualTo(101);
    }

    @Test
    void aRuleThatWasChangedKeepsWhatWasCounted() {
        add(100);
        var shorter = new Approval.Per(Approval.Span.WINDOW, Duration.ofMinutes(10));
        assertThat(budget.window("bulk", ADA, "shop", shorter).add(1, now.toEpochMilli()))
                .isEqualTo(101);
    }

    private long add(long amount) {
        return add("bulk", ADA, "shop", amount);
    }

    private long add(String rule, Identity root, String connection, long amount) {
        return budget.window(rule, root, connection, HOUR).add(amount, now.toEpochMilli());
    }
}
