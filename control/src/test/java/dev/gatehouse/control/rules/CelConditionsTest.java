package dev.gatehouse.control.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.control.rules.CelConditions.Compiled;
import dev.gatehouse.control.rules.CelConditions.Invalid;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Condition;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionsTest {
    private static final CelConditions CONDITIONS = new CelConditions();

    private static Condition condition(String text) {
        return switch (CONDITIONS.compile(text)) {
            case Compiled(var condition) -> condition;
            case Invalid(var problems) -> throw new AssertionError(text + ": " + problems);
        };
    }

    private static List<CelConditions.Problem> problems(String text) {
        return switch (CONDITIONS.compile(text)) {
            case Compiled _ -> List.of();
            case Invalid(var problems) -> problems;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sql.effect == 'read'",
                "sql.effect in ['read', 'transaction', 'session']",
                "sql.kinds == ['select'] && 'select' in sql.kinds",
                "sql.reads.exists(c, c.personal)",
                "sql.reads.exists(c, c.category.startsWith('contact.'))",
                "sql.reads.all(c, c.schema == 'public' && c.table == 'customers')",
                "sql.reads.filter(c, c.role == 'predicate').map(c, c.column) == ['id']",
                "sql.reads.exists_one(c, c.role == 'output')",
                "sql.reads[0].column == 'email'",
                "size(sql.reads) == 2 && sql.writes.size() == 0",
                "'public.customers' in sql.relations && 'pg_catalog.lower' in sql.functions",
                "sql.filtered && sql.limit == 10 && sql.statements == 1",
                "sql == sql && sql.reads[0] != sql.reads[1]",
                "sql.limit >= 0 && sql.limit < 100.5",
                "has(sql.effect)",
                "who.id == 'build-bot' && who.kind == 'agent'",
                "'engineering' in who.groups",
                "who.chain == ['build-bot', 'ada@example.com'] && who.owner == 'ada@example.com'",
                "now - who.authTime == duration('3600s')",
                "now.getHours('Europe/Berlin') == 15",
                "connection.name == 'shop' && connection.type == 'postgres'",
                "connection.labels.stage == 'production' && connection.labels['stage'] != 'test'",
                "!('tier' in connection.labels)",
                "purpose == 'support' && sourceIp.startsWith('192.0.2.')",
                "!mintsCredential",
                "sql.relations.exists(r, r.matches('cust.mers$'))",
                "true"
            })
    void everyFactOfTheContractIsThere(String text) {
        assertThat(condition(text).holds(Asked.read())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.method == 'GET' && http.path.startsWith('/') && http.template == ''",
                "http.query['a'] == ['b'] && 'x' in http.headers && http.contentType == '' && size(http.body) == 0",
                "k8s.verb == 'get' && k8s.group == '' && k8s.version == 'v1' && k8s.resource == 'pods'",
                "k8s.subresource == 'exec' || k8s.namespace == 'default' || k8s.name == 'x'"
            })
    void conditionsOnOtherKindsOfOperationsAreKnownAndMatchNoStatement(String text) {
        assertThat(condition(text).holds(Asked.read())).isFalse();
    }

    @Test
    void aConditionOnSqlMatchesNoOtherOperation() {
        assertThat(condition("sql.effect != 'admin'").holds(Asked.cancel())).isFalse();
        assertThat(condition("!sql.filtered || true").holds(Asked.cancel())).isFalse();
        assertThat(condition("who.kind == 'agent'").holds(Asked.cancel())).isTrue();
    }

    /// The text, then line:column and a part of the message.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sql.efect == 'read'                 | 1:4  | knows no field `efect`
            slq.effect == 'read'                | 1:1  | knows no name `slq`
            sql.reads.exists(c, c.persnal)      | 1:22 | knows no field `persnal`
            sql.effect                          | 1:4  | expected type 'bool' but found 'string'
            sql.effect == 1                     | 1:12 | found no matching overload
            sql.effect ==                       | 1:14 | mismatched input
            sql['effect'] == 'read'             | 1:4  | found no matching overload
            sql.effect == 'raed'                | 1:15 | this is never `raed`, only one of transaction, session, read
            'select' == sql.effect              | 1:1  | this is never `select`
            sql.effect in ['read', 'wriet']     | 1:24 | this is never `wriet`
            who.kind != 'human'                 | 1:13 | this is never `human`, only one of person, agent, service
            sql.reads.exists(c, c.role == 'o')  | 1:31 | this is never `o`, only one of output
            sql.effect.matches('(')             | 1:20 | this regular expression cannot be read
            sql.reads.exists(sql, sql.personal) | 1:17 | `sql` is the name of facts
            [1].exists(mintsCredential, true)   | 1:11 | `mintsCredential` is the name of facts
            dyn(sql).efect == 'read'            | 1:4  | `dyn` would switch the type check off
            Sql{effect: 'read'}.filtered        | 1:4  | facts cannot be made
            """)
    void aMistakeIsFoundWhereItStands(String text, String at, String message) {
        assertThat(problems(text)).anySatisfy(problem -> {
            assertThat(problem.line() + ":" + problem.column()).isEqualTo(at);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void theLineOfAMistakeCounts() {
        assertThat(problems("who.kind == 'agent' &&\n  sql.efect == 'read'"))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.line() + ":" + problem.column()).isEqualTo("2:6"));
    }

    @Test
    void anUnknownNameComesWithTheKnownOnes() {
        assertThat(problems("sql.efect == 'read'")).singleElement().satisfies(problem -> {
            assertThat(problem.unknown()).contains("efect");
            assertThat(problem.known()).contains("effect", "filtered", "sql");
        });
    }

    @Test
    void textsAndNestingHaveLimits() {
        assertThat(problems("true" + " || true".repeat(1000))).isNotEmpty();
        assertThat(problems("(".repeat(200) + "true" + ")".repeat(200))).isNotEmpty();
        assertThat(problems("!".repeat(100) + "true")).isNotNull();
    }

    @Test
    void anEvaluationWithoutEndThrows() {
        var many = Collections.nCopies(1000, Asked.use("email", Category.EMAIL, ColumnUse.Role.OUTPUT));
        var facts = Asked.of(Asked.statement(new SqlFacts(
                Effect.READ, Set.of(), many, List.of(), Set.of(), Set.of(), true, -1, 1, List.of(), false, List.of())));
        var condition = condition("sql.reads.all(a, sql.reads.all(b, a.column == b.column))");
        assertThatThrownBy(() -> condition.holds(facts)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEvaluationThatFailsThrows() {
        var condition = condition("sql.reads[7].personal");
        assertThatThrownBy(() -> condition.holds(Asked.read())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> condition("connection.labels.tier == 'x'").holds(Asked.read()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRegularExpressionThatWouldBacktrackForeverIsLinear() {
        assertThat(condition("!sourceIp.matches('(.*)*(.*)*(.*)*x$')").holds(Asked.read()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mintsCredential                                   | true
            sql.effect == "admin" && mintsCredential          | true
            !(mintsCredential == false)                       | true
            sql.effect == "admin"                             | false
            purpose == "mintsCredential"                      | false
            """)
    void namingMintsCredentialIsSeenInTheTree(String text, boolean names) {
        assertThat(condition(text).namesMintsCredential()).isEqualTo(names);
    }

    @Test
    void mintsCredentialIsAFact() {
        assertThat(condition("mintsCredential").holds(Asked.write(true, true))).isTrue();
        assertThat(condition("mintsCredential").holds(Asked.write(true, false))).isFalse();
    }
}
