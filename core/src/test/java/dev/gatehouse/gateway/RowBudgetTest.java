package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Approval;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowBudgetTest {
    private static final Identity ADA = People.ada().root();
    private static final Approval.Over HOUR =
            new Approval.Over(Approval.Measure.ROWS, 1000, new Approval.Per(Approval.Span.WINDOW, Duration.ofHours(1)));

    private final RowBudget budget = new RowBudget(BudgetLedger.MEMORY);
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
        var shorter = new Approval.Over(
                Approval.Measure.ROWS, 1000, new Approval.Per(Approval.Span.WINDOW, Duration.ofMinutes(10)));
        assertThat(budget.window("bulk", ADA, "shop", shorter).add(1, now.toEpochMilli()))
                .isEqualTo(101);
    }

    private long add(long amount) {
        return add("bulk", ADA, "shop", amount);
    }

    private long add(String rule, Identity root, String connection, long amount) {
        return budget.window(rule, root, connection, HOUR).add(amount, now.toEpochMilli());
    }

    @Test
    void whatWasReleasedIsKeptBeforeItIsCountedAndARestartGivesNothingBack() {
        var ledger = new KeptInMemory();
        var before = new RowBudget(ledger);
        for (int i = 1; i <= 130; i++) {
            long released = before.window("bulk", ADA, "shop", HOUR).add(1, now.toEpochMilli());
            assertThat(ledger.amount()).isBetween(released, released + 60);
            now = now.plusSeconds(1);
        }
        assertThat(ledger.writes).as("in portions").isLessThan(20);
        var after = new RowBudget(ledger);
        assertThat(after.window("bulk", ADA, "shop", HOUR).add(1, now.toEpochMilli()))
                .isBetween(131L, 200L);
        now = now.plus(Duration.ofHours(1));
        assertThat(after.window("bulk", ADA, "shop", HOUR).add(1, now.toEpochMilli()))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeKeptIsOverEveryLimit() {
        var ledger = new KeptInMemory();
        ledger.full = true;
        assertThat(new RowBudget(ledger).window("bulk", ADA, "shop", HOUR).add(1, now.toEpochMilli()))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(new GuessBudget(3, ledger)
                        .spend(ADA, "shop", new ColumnName("public", "t", "c"), List.of(Slice.utf8("v")), now))
                .isFalse();
    }

    @Test
    void aPersonCountsOnceWithinTheWindow() {
        var over = new Approval.Over(Approval.Measure.SUBJECTS, 100, HOUR.per());
        var jane = Optional.of(Slice.utf8("jane"));
        assertThat(budget.window("bulk", ADA, "shop", over).add(jane, now.toEpochMilli()))
                .isEqualTo(1);
        assertThat(budget.window("bulk", ADA, "shop", over).add(jane, now.toEpochMilli()))
                .isEqualTo(1);
        assertThat(budget.window("bulk", ADA, "shop", over).add(Optional.empty(), now.toEpochMilli()))
                .isEqualTo(2);
        now = now.plus(Duration.ofMinutes(40));
        assertThat(budget.window("bulk", ADA, "shop", over).add(jane, now.toEpochMilli()))
                .isEqualTo(2);
        now = now.plus(Duration.ofMinutes(40));
        assertThat(budget.window("bulk", ADA, "shop", over).add(jane, now.toEpochMilli()))
                .as("seen again within the window")
                .isEqualTo(1);
    }

    @Test
    void guessesAreNotGivenBackByARestart() {
        var ledger = new KeptInMemory();
        var column = new ColumnName("public", "t", "c");
        var before = new GuessBudget(3, ledger);
        assertThat(before.spend(ADA, "shop", column, List.of(Slice.utf8("a"), Slice.utf8("b")), now))
                .isTrue();
        var after = new GuessBudget(3, ledger);
        assertThat(after.spend(ADA, "shop", column, List.of(Slice.utf8("c")), now))
                .isTrue();
        assertThat(after.spend(ADA, "shop", column, List.of(Slice.utf8("d")), now))
                .isFalse();
        now = now.plus(Duration.ofHours(1));
        assertThat(after.spend(ADA, "shop", column, List.of(Slice.utf8("d")), now))
                .isTrue();
    }

    /// A store that survives, or that cannot be written.
    private static final class KeptInMemory implements BudgetLedger {
        private final Map<Account, TreeMap<Instant, Used>> kept = new HashMap<>();
        private boolean full;
        private int writes;

        @Override
        public List<Used> used(Account account) {
            return List.copyOf(kept.getOrDefault(account, new TreeMap<>()).values());
        }

        @Override
        public void keep(Account account, Used used) {
            if (full) {
                throw new IllegalStateException("the disk is full");
            }
            writes++;
            kept.computeIfAbsent(account, _ -> new TreeMap<>()).put(used.start(), used);
        }

        private long amount() {
            return kept.values().stream()
                    .flatMap(steps -> steps.values().stream())
                    .mapToLong(Used::amount)
                    .sum();
        }
    }
}
