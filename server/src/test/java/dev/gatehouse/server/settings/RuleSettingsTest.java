package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.masking.Method;
import dev.gatehouse.policy.Approval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Defaults and full mapping of what decides: purposes, rules, approvals, masks.
class RuleSettingsTest {
    private final Settings least;
    private final Settings full;

    RuleSettingsTest(@TempDir Path directory) throws IOException {
        least = Example.load(directory, Example.MINIMAL).settings().orElseThrow();
        full = Example.load(directory, Example.full()).settings().orElseThrow();
    }

    @Test
    void purposesAreRead() {
        assertThat(least.purposes()).isEmpty();
        assertThat(full.purposes()).containsExactly(new PurposeSettings("support", "6(1)(b)", List.of("contact.*")));
    }

    @Test
    void aRuleHasDefaults() {
        assertThat(least.rules())
                .containsExactly(new RuleSettings(
                        "all",
                        new OnSettings("*", List.of("*")),
                        Optional.empty(),
                        new RuleSettings.Then.Allow(),
                        Optional.empty(),
                        true,
                        Optional.empty()));
    }

    @Test
    void aRuleIsRead() {
        assertThat(full.rules().getFirst())
                .isEqualTo(new RuleSettings(
                        "writes",
                        new OnSettings("label:stage=production", List.of("kind:agent")),
                        Optional.of("sql.effect == 'write'"),
                        new RuleSettings.Then.NeedsApproval(new ApprovalSettings(
                                List.of("group:leads", "user:ada"),
                                2,
                                true,
                                Duration.ZERO,
                                Duration.ofHours(1),
                                3,
                                Optional.empty(),
                                true,
                                5,
                                true)),
                        Optional.of("Ask a lead."),
                        false,
                        Optional.of(RecordForm.MASKED)));
    }

    @Test
    void anApprovalHasDefaults() {
        assertThat(full.rules().get(3).then())
                .isEqualTo(new RuleSettings.Then.NeedsApproval(new ApprovalSettings(
                        List.of("*"),
                        1,
                        false,
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(30),
                        1,
                        Optional.of(new Approval.Over(Approval.Measure.SUBJECTS, 30, Approval.Per.STATEMENT)),
                        true,
                        10,
                        false)));
    }

    @Test
    void aRuleMayDoWithoutPreviews() {
        assertThat(full.rules().get(2).then())
                .isInstanceOfSatisfying(
                        RuleSettings.Then.NeedsApproval.class,
                        then -> assertThat(then.approval().preview()).isFalse());
    }

    @Test
    void limitsOnAnAllowAreRead() {
        assertThat(full.rules().subList(1, 3))
                .extracting(rule -> ((RuleSettings.Then.NeedsApproval) rule.then())
                        .approval()
                        .over()
                        .orElseThrow())
                .containsExactly(
                        new Approval.Over(Approval.Measure.ROWS, 10, Approval.Per.SESSION),
                        new Approval.Over(
                                Approval.Measure.BYTES,
                                20,
                                new Approval.Per(Approval.Span.WINDOW, Duration.ofMinutes(90))));
    }

    @Test
    void masksAreRead() {
        assertThat(full.masking())
                .containsExactly(new MaskingSettings(
                        new OnSettings("sh*", List.of("!kind:agent")), "loyalty.number", Method.NULL));
    }

    @Test
    void dataIsRead() {
        assertThat(full.data())
                .containsExactly(
                        new DataSettings(
                                "shop",
                                Map.of(
                                        "customers.email", new DataSettings.Held("contact.email", true),
                                        "public.customers.segment", new DataSettings.Held("none", false)),
                                Map.of()),
                        new DataSettings(
                                "api", Map.of(), Map.of("$..email", new DataSettings.Held("contact.email", false))));
    }

    @Test
    void detectorsAreAllThereAreUnlessNamed() {
        assertThat(least.detect()).isEqualTo(Categories.DETECTABLE);
        assertThat(full.detect()).containsExactly("contact.email");
    }
}
