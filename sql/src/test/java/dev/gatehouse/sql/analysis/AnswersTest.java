package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the columns of an answer come from. `name=category` is a stored value as it is, `name~category` one that was
/// computed; several categories are joined by `+`; nothing after the sign: nothing of anybody.
class AnswersTest {
    private static Stream<Arguments> columns() {
        return Cases.of("""
            SELECT id, email FROM customers                                | id= email=contact.email
            SELECT email AS id, id AS email FROM customers                 | id=contact.email email=
            SELECT c.email FROM public.customers AS c                      | email=contact.email
            SELECT public.customers.email FROM customers                   | email=contact.email
            SELECT e FROM (SELECT email AS e FROM customers) s             | e=contact.email
            SELECT * FROM (SELECT id, phone FROM customers) s(a, b)        | a= b=contact.phone
            WITH c AS (SELECT email FROM customers) SELECT * FROM c        | email=contact.email
            WITH c(x) AS (SELECT email FROM customers) SELECT x FROM c     | x=contact.email
            TABLE patients                                                 | id=health customer_id=health diagnosis=health blood_type=health insured=health
            SELECT s.* FROM customers c, LATERAL (SELECT c.email) s        | email=contact.email
            SELECT a.id, b.email FROM customers a JOIN customers b USING (id) | id= email=contact.email
            SELECT j.b FROM (customers c CROSS JOIN products p) AS j(a, b) | b=contact.email
            SELECT (SELECT email FROM customers WHERE id = 1)              | email~contact.email
            SELECT ARRAY(SELECT email FROM customers)                      | array~contact.email
            SELECT upper(email), email || '!' AS x FROM customers          | upper~contact.email x~contact.email
            SELECT email::text, email COLLATE "C" FROM customers           | email~contact.email email~contact.email
            SELECT concat(email, ' ', phone) FROM customers                | concat~contact.email+contact.phone
            SELECT coalesce(phone, email), nullif(email, 'x') FROM customers | coalesce~contact.email+contact.phone nullif~contact.email
            SELECT CASE WHEN id = 1 THEN email ELSE segment END FROM customers | segment~contact.email+none
            SELECT CASE WHEN email IS NULL THEN 1 END FROM customers       | case~
            SELECT count(*), count(email), count(DISTINCT phone) FROM customers | count~ count~ count~
            SELECT email IS NULL AS missing, EXISTS (SELECT 1 FROM customers) FROM customers | missing~ exists~
            SELECT email = 'x' AS same, email IN ('a', 'b') FROM customers | same~contact.email ?column?~contact.email
            SELECT min(email), array_agg(phone), string_agg(email, ',') FROM customers | min~contact.email array_agg~contact.phone string_agg~contact.email
            SELECT (array_agg(email))[1] FROM customers                    | array_agg~contact.email
            SELECT mode() WITHIN GROUP (ORDER BY email) FROM customers     | mode~contact.email
            SELECT lag(email) OVER (ORDER BY id), row_number() OVER () FROM customers | lag~contact.email row_number~
            SELECT email FROM customers UNION ALL SELECT phone FROM customers | email~contact.email+contact.phone
            SELECT 'x' UNION SELECT email FROM customers                   | ?column?~contact.email
            VALUES ((SELECT email FROM customers LIMIT 1), 2)              | column1~contact.email column2~
            SELECT ROW(email, 1), ARRAY[email, phone] FROM customers       | row~contact.email array~contact.email+contact.phone
            SELECT json_build_object('a', body) FROM support_tickets       | json_build_object~free-text
            SELECT unnest(ARRAY[email]) FROM customers                     | unnest~contact.email
            SELECT u FROM customers, unnest(ARRAY[email, phone]) AS u      | u~contact.email+contact.phone
            WITH RECURSIVE t AS (SELECT id, email FROM customers WHERE id = 1 UNION ALL SELECT c.id, t.email FROM t JOIN customers c ON c.id = t.id) SELECT * FROM t | id~ email~contact.email
            WITH RECURSIVE t(n, x) AS (SELECT 1, '' UNION ALL SELECT n + 1, (SELECT phone FROM customers WHERE id = n) FROM t) SELECT * FROM t | n~ x~contact.phone
            INSERT INTO customers (email) VALUES ('x') RETURNING id, email | id= email=contact.email
            UPDATE customers c SET segment = 'x' WHERE id = 1 RETURNING c.phone | phone=contact.phone
            DELETE FROM customers WHERE id = 1 RETURNING lower(email)      | lower~contact.email
            WITH d AS (DELETE FROM customers WHERE id = 1 RETURNING email) SELECT * FROM d | email=contact.email
            SELECT note, visits, created_at FROM customers                 | note=unclassified visits= created_at=
            SELECT visits::text || note FROM customers                     | ?column?~unclassified
            SELECT payload FROM ONLY events                                | payload=unclassified
            SELECT feeling, sku, tags FROM products                        | feeling= sku=none tags=none
            SELECT ctid, xmin, tableoid, id FROM customers                 | ctid~ xmin~ tableoid~ id=
            SELECT most_common_vals, tablename FROM pg_stats               | most_common_vals=free-text tablename=none
            SELECT rolname, rolpassword FROM pg_authid                     | rolname=none rolpassword=credential
            SELECT pid, query FROM pg_catalog.pg_stat_activity             | pid=none query=free-text
            MERGE INTO customers c USING products p ON p.id = c.id WHEN MATCHED THEN DELETE RETURNING merge_action(), c.email | merge_action~ email=contact.email
            EXPLAIN SELECT email FROM customers                            | QUERY PLAN~
            SELECT * FROM customer_contacts                                | id= contact=contact.email
            SELECT contact FROM loud_contacts                              | contact=contact.email
            SELECT * FROM loud_contacts                                    | id= loud~contact.email contact=contact.email kind=none
            SELECT n, n + 1 AS m FROM customer_counts                      | n=none m~none
            SELECT v.contact FROM customer_contacts v JOIN customers USING (id) | contact=contact.email
            SELECT (SELECT k FROM customer_contacts k LIMIT 1)             | k~contact.email
            SELECT s FROM support_tickets s                                | s~free-text+none
            SELECT row_to_json(c) FROM (SELECT id, email FROM customers) c | row_to_json~contact.email
            SELECT (c).email, (c).id, email(c) FROM customers c            | email~contact.email id~ email~contact.email
            SELECT (c).* FROM (SELECT id, email FROM customers) c          | id~ email~contact.email
            SELECT c.* IS NULL AS gone, c IS NOT NULL AS there FROM customers c | gone~ there~
            SELECT p.name FROM products p, LATERAL (SELECT p.*) x          | name=none
            SELECT ((ARRAY[c])[1]).email FROM (SELECT email FROM customers) c | email~contact.email
            SELECT shout(email), shout('a') FROM customers                 | shout~contact.email shout~
            SELECT initials(full_name), initials('x') FROM customers WHERE false | initials~identity.name initials~
            SELECT risk_of(1), uuid_generate_v4()                          | risk_of~free-text uuid_generate_v4~
            SELECT who, since FROM people_of('AT')                         | who~identity.name since~
            SELECT p FROM people_of('AT') p                                | p~identity.name
            SELECT (people_of('AT')).*                                     | who~identity.name since~
            SELECT email_of(7)                                             | email_of~contact.email
            SELECT xmlelement(name a, xmlattributes(phone), email) FROM customers | xmlelement~contact.email+contact.phone
            SELECT xmlforest(email, id), xmlconcat(xmlcomment('x')) FROM customers WHERE false | xmlforest~contact.email xmlconcat~
            SELECT json_object('a': email) AS j, json_array(email, phone) AS k FROM customers | j~contact.email k~contact.email+contact.phone
            SELECT json_objectagg(id: email) AS j, json_arrayagg(phone ORDER BY id) AS k FROM customers | j~contact.email k~contact.phone
            SELECT json_array(SELECT email FROM customers) AS j            | j~contact.email
            SELECT x.b FROM xmltable('/a' PASSING '<a/>' COLUMNS b text) x | b~
            WITH RECURSIVE t(id, e) AS (SELECT id, email FROM customers WHERE id = 1 UNION ALL SELECT c.id, t.e FROM t JOIN customers c ON c.id = t.id) SEARCH DEPTH FIRST BY e SET place CYCLE id SET again USING path SELECT * FROM t | id~ e~contact.email place~contact.email again~contact.email path~contact.email
            COPY (SELECT id, upper(email) FROM customers) TO STDOUT        | id= upper~contact.email
            COPY customers (email, id) TO STDOUT (FORMAT csv, HEADER)      | email=contact.email id=
            SHOW search_path                                               | search_path~
            SELECT 1, 'a' AS b, $1, now(), current_user                    | ?column?~ b~ ?column?~ now~ current_user~""");
    }

    @ParameterizedTest
    @MethodSource("columns")
    void eachColumnNamesItsSources(String sql, String expected) {
        var understood = Shop.understand(sql);

        assertThat(understood.facts().problems()).isEmpty();
        assertThat(understood.outputs()).hasSize(1);
        assertThat(describe(understood.outputs().getFirst())).isEqualTo(expected);
    }

    private static String describe(List<OutputColumn> columns) {
        return columns.stream().map(AnswersTest::describe).collect(Collectors.joining(" "));
    }

    private static String describe(OutputColumn column) {
        var categories =
                column.categories().stream().map(Object::toString).sorted().collect(Collectors.joining("+"));
        return column.name() + (column.plain() ? "=" : "~") + categories;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT e.email FROM (SELECT * FROM customers) e               | 2
            SELECT x FROM (SELECT email AS x FROM customers c) s          | 2
            """)
    void aPlainColumnTellsTheTablesOidAndAttribute(String sql, int attribute) {
        var column = Shop.understand(sql).outputs().getFirst().getFirst();
        var customers = Shop.CATALOGUE.relation("public", "customers").orElseThrow();

        assertThat(column.tableOid()).isEqualTo(customers.oid());
        assertThat(column.attribute()).isEqualTo(attribute);
        assertThat(column.subject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "SET a.b TO 1",
                "DELETE FROM products WHERE id = 1",
                "CREATE TABLE t (id int)",
                "SELECT id INTO t FROM products",
                "COPY products FROM STDIN"
            })
    void statementsWithoutAnAnswerHaveNoColumns(String sql) {
        var understood = Shop.understand(sql);

        assertThat(understood.facts().effect()).isNotEqualTo(Effect.UNKNOWN);
        assertThat(understood.outputs())
                .hasSize(1)
                .allSatisfy(columns -> assertThat(columns).isEmpty());
    }
}
