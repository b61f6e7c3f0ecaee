package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationTest {
    private static final ColumnUse EMAIL =
            new ColumnUse(new ColumnName("public", "customers", "email"), Category.EMAIL, ColumnUse.Role.OUTPUT);

    @TempDir
    Path directory;

    private Optional<Translation> example = Optional.empty();

    @BeforeEach
    void load() throws IOException {
        example = Example.load(directory, Example.contract())
                .settings()
                .map(settings -> new Translation(settings, new CelConditions()));
    }

    private Translation example() {
        return example.orElseThrow();
    }

    private static Principal somebody(Kind kind, String... groups) {
        var id = new Identity("corp", kind.word());
        var of = java.util.Arrays.stream(groups)
                .map(name -> new Group("corp", name))
                .collect(java.util.stream.Collectors.toSet());
        return new Principal(
                id, kind, of, List.of(id), id, Optional.empty(), Instant.EPOCH, Instant.MAX, Optional.empty());
    }

    private Decision decide(Principal who, Effect effect, boolean filtered, ColumnUse... reads) {
        var facts = new SqlFacts(
                effect,
                Set.of(),
                List.of(reads),
                List.of(),
                Set.of(),
                Set.of(),
                filtered,
                -1,
                1,
                List.of(),
                false,
                List.of());
        var statement = new Operation.Statement(Slice.utf8("x"), "x", List.of(), facts, List.of(), Slice.utf8("d"));
        var inForce = example().inForce("digest", new MaskTraces());
        return inForce.policy()
                .decide(new Facts(
                        who,
                        inForce.connection("shop").orElseThrow(),
                        statement,
                        Optional.empty(),
                        Instant.EPOCH,
                        "192.0.2.1"));
    }

    @Test
    void theExamplesRulesDecideAsTheyRead() {
        var agent = somebody(Kind.AGENT);
        var engineer = somebody(Kind.PERSON, "engineering");
        assertThat(decide(agent, Effect.READ, true, EMAIL)).isInstanceOf(Decision.Allow.class);
        assertThat(decide(agent, Effect.READ, false, EMAIL))
                .isInstanceOfSatisfying(
                        Decision.Deny.class,
                        deny -> assertThat(deny.refusing().rule()).isEqualTo("no-whole-table-reads"));
        assertThat(decide(agent, Effect.WRITE, true)).isInstanceOf(Decision.Hold.class);
        assertThat(decide(agent, Effect.WRITE, false)).isInstanceOf(Decision.Deny.class);
        assertThat(decide(agent, Effect.DDL, true))
                .isInstanceOfSatisfying(
                        Decision.Deny.class,
                        deny -> assertThat(deny.refusing().rule()).isEqualTo("default-deny"));
        assertThat(decide(engineer, Effect.DDL, true)).isInstanceOf(Decision.Allow.class);
    }

    @Test
    void aLimitOnAnAllowIsCarriedAlong() {
        assertThat(decide(somebody(Kind.PERSON, "engineering"), Effect.READ, true, EMAIL))
                .isInstanceOfSatisfying(
                        Decision.Allow.class,
                        allow -> assertThat(allow.limits())
                                .singleElement()
                                .satisfies(limit -> assertThat(limit.rule()).isEqualTo("bulk-export")));
        assertThat(decide(somebody(Kind.PERSON, "data-protection", "engineering"), Effect.READ, true, EMAIL))
                .isInstanceOfSatisfying(
                        Decision.Allow.class,
                        allow -> assertThat(allow.limits()).isEmpty());
    }

    @Test
    void theExamplesMasksApplyFromTopToBottom() {
        var shop = java.util.Objects.requireNonNull(example().connections().get("shop"));
        var masks = example().masks();
        var agent = somebody(Kind.AGENT);
        assertThat(masks.of(agent, shop, Category.EMAIL)).isEqualTo(Method.PARTIAL);
        assertThat(masks.of(agent, shop, new Category("identity.name"))).isEqualTo(Method.PSEUDONYM);
        assertThat(masks.of(agent, shop, new Category("health"))).isEqualTo(Method.REDACT);
        assertThat(masks.of(somebody(Kind.PERSON, "data-protection"), shop, Category.EMAIL))
                .isEqualTo(Method.CLEAR);
    }

    @Test
    void accessIsTheListAndNobodyElse() {
        var shop = java.util.Objects.requireNonNull(example().connections().get("shop"));
        assertThat(shop.access().matches(somebody(Kind.AGENT))).isTrue();
        assertThat(shop.access().matches(somebody(Kind.PERSON, "engineering"))).isTrue();
        assertThat(shop.access().matches(somebody(Kind.PERSON, "sales"))).isFalse();
        assertThat(shop.type()).isEqualTo("postgres");
    }

    @Test
    void aListThatWasNotWrittenIsNobody() {
        assertThat(example().selectors(List.of())).isEqualTo(Selectors.NOBODY);
    }

    @Test
    void columnsAreClassifiedPerConnection() {
        var email = new ColumnName("public", "customers", "email");
        assertThat(example().classification("shop").of(email).category()).isEqualTo(Category.EMAIL);
        assertThat(example().classification("other").of(email).category()).isEqualTo(Category.UNCLASSIFIED);
    }

    @Test
    void rolesAreTranslated() {
        var roles = example().roles();
        assertThat(roles.operator().matches(somebody(Kind.PERSON, "platform"))).isTrue();
        assertThat(roles.operator().matches(somebody(Kind.PERSON))).isFalse();
        assertThat(roles.auditor().matches(somebody(Kind.PERSON, "audit"))).isTrue();
        assertThat(roles.approver().matches(somebody(Kind.PERSON))).isTrue();
    }

    @Test
    void aHoldIsNeverLongerThanTheLimit() throws IOException {
        var loaded = Example.load(
                directory,
                Example.MINIMAL
                        .replace("masking: []", "limits: { hold: 1m }")
                        .replace("then: allow", "then: { approval: { from: '*', wait: 1h } }"));
        var rules = new Translation(loaded.settings().orElseThrow(), new CelConditions()).rules();
        assertThat(rules.getFirst().then())
                .isInstanceOfSatisfying(
                        dev.gatehouse.policy.Rule.Then.NeedsApproval.class,
                        then -> assertThat(then.approval().hold()).isEqualTo(Duration.ofMinutes(1)));
    }
}
