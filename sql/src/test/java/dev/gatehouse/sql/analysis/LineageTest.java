package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.OutputColumn;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The source columns of each output, construct by construct.
class LineageTest {
    private static Stream<Arguments> constructs() {
        return Cases.of("""
            SELECT kind, payload FROM events WHERE id = 1 | kind(events.kind) payload(events.payload)
            SELECT payload FROM events_2026 WHERE id = 1 | payload(events_2026.payload)
            SELECT tableoid::regclass, payload FROM ONLY events WHERE id = 1 | tableoid() payload(events.payload)
            WITH RECURSIVE t (n, e) AS (SELECT id, email FROM customers WHERE id = 1 UNION SELECT n + 1, e FROM t WHERE n < 3) SELECT max(n) AS n, min(e) AS e FROM t | n(customers.id) e(customers.email)
            SELECT segment, country, count(*), sum(visits) AS v, grouping(segment) FROM customers WHERE id < 9 GROUP BY GROUPING SETS ((segment), (country), ()) | segment(customers.segment) country(customers.country) count() v(customers.visits) grouping()
            SELECT segment, count(*) FILTER (WHERE visits > 3) FROM customers WHERE id < 9 GROUP BY CUBE (segment) | segment(customers.segment) count()
            SELECT date_trunc('month', created_at) AS m, count(*) FROM customers WHERE id < 9 GROUP BY ROLLUP (1) ORDER BY 1 | m(customers.created_at) count()
            MERGE INTO products p USING (SELECT id, email FROM customers WHERE id = 1) c ON p.id = c.id WHEN MATCHED THEN UPDATE SET stock = 1 WHEN NOT MATCHED THEN INSERT (id) VALUES (c.id) RETURNING p.stock, c.email | stock(products.stock) email(customers.email)
            INSERT INTO customers (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET email = excluded.email RETURNING email | email(customers.email)
            UPDATE customers SET note = email WHERE id = 1 RETURNING note | note(customers.email customers.note)
            SELECT j.a, j.b FROM support_tickets s, JSON_TABLE(s.body::jsonb, '$[*]' COLUMNS (a text PATH '$.a', b int PATH '$.b')) j WHERE s.id = 1 | a(support_tickets.body) b(support_tickets.body)
            SELECT json_value(attrs, '$.a'), json_query(attrs, '$.b'), json_exists(attrs, '$.c') FROM products | json_value(products.attrs) json_query(products.attrs) json_exists(products.attrs)
            SELECT json_scalar(email), json_serialize(json(body)) FROM customers c JOIN support_tickets s ON s.customer_id = c.id WHERE c.id = 1 | json_scalar(customers.email) json_serialize(support_tickets.body)
            SELECT json_object('m': email, 'i': id ABSENT ON NULL) AS j FROM customers WHERE id = 1 | j(customers.email customers.id)
            SELECT x.v FROM support_tickets s, XMLTABLE('/a/b' PASSING (s.body::xml) COLUMNS v text PATH '.') x WHERE s.id = 1 | v(support_tickets.body)
            SELECT xmlagg(xmlelement(name e, email)) FROM customers WHERE id = 1 | xmlagg(customers.email)
            SELECT l.y FROM customers c, LATERAL (SELECT upper(c.phone) AS y) l WHERE c.id = 1 | y(customers.phone)
            SELECT l.n FROM customers c LEFT JOIN LATERAL (SELECT count(*) AS n FROM payments p WHERE p.customer_id = c.id) l ON true WHERE c.id = 1 | n()
            SELECT email FROM customers TABLESAMPLE SYSTEM (10) REPEATABLE (1) WHERE id = 1 | email(customers.email)
            SELECT first_value(email) OVER w, nth_value(visits, 2) OVER w, ntile(4) OVER w, sum(visits) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM customers WHERE id < 9 WINDOW w AS (PARTITION BY segment ORDER BY id) | first_value(customers.email) nth_value(customers.visits) ntile() sum(customers.visits)
            SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY visits), mode() WITHIN GROUP (ORDER BY segment) FROM customers WHERE id < 9 | percentile_disc(customers.visits) mode(customers.segment)
            SELECT rank(3) WITHIN GROUP (ORDER BY visits) FROM customers WHERE id < 9 | rank(customers.visits)
            SELECT u.t, u.n FROM products p, unnest(p.tags) WITH ORDINALITY AS u (t, n) | t(products.tags) n()
            SELECT r.a, r.b, r.n FROM customers c, ROWS FROM (unnest(ARRAY[c.email]), generate_series(1, 2)) WITH ORDINALITY AS r (a, b, n) WHERE c.id = 1 | a(customers.email) b() n()
            SELECT (id, segment) = (1, 'x') AS same FROM customers WHERE id = 1 | same(customers.id customers.segment)
            SELECT segment IS DISTINCT FROM country AS d FROM customers WHERE id = 1 | d(customers.country customers.segment)
            SELECT tags[1], tags[1:2], tags[:], tags || 'x' AS more FROM products | tags(products.tags) tags(products.tags) tags(products.tags) more(products.tags)
            SELECT attrs['a']['b'], attrs -> 'a' AS x, attrs #>> '{a,b}' AS y, attrs @> '{}' AS z FROM products | attrs(products.attrs) x(products.attrs) y(products.attrs) z(products.attrs)
            SELECT contact FROM customer_contacts WHERE id = 1 | contact(customers.email)
            SELECT n FROM customer_counts | n(customer_counts.n)
            SELECT CASE WHEN segment = 'a' THEN email WHEN country = 'AT' THEN phone END AS c FROM customers WHERE id = 1 | c(customers.country customers.email customers.phone customers.segment)
            SELECT DISTINCT ON (segment) segment, email FROM customers WHERE id < 9 ORDER BY segment, id | segment(customers.segment) email(customers.email)
            SELECT email FROM customers WHERE id = 1 EXCEPT SELECT phone FROM customers WHERE id = 2 | email(customers.email customers.phone)
            SELECT * FROM (VALUES (1, 'a'), (2, (SELECT email FROM customers WHERE id = 1))) v (n, t) | n() t(customers.email)
            SELECT c.id, p.amount FROM customers c NATURAL JOIN (SELECT id, amount FROM payments) p WHERE c.id = 1 | id(customers.id) amount(payments.amount)
            SELECT coalesce(a.email, b.email) AS e FROM customers a FULL JOIN customers b USING (id) WHERE id = 1 | e(customers.email)
            SELECT EXISTS (SELECT 1 FROM customers c WHERE c.id = p.customer_id) AS e FROM payments p WHERE p.id = 1 | e()
            SELECT ARRAY(SELECT phone FROM customers WHERE id < 3) AS a | a(customers.phone)
            SELECT ranges.r FROM (SELECT int4range(min(visits), max(visits)) AS r FROM customers WHERE id < 9) ranges | r(customers.visits)
            SELECT format('%s <%s>', full_name, email) AS f FROM customers WHERE id = 1 | f(customers.email customers.full_name)
            SELECT extract(year FROM birth_date) AS y, birth_date + interval '18 years' AS adult FROM customers WHERE id = 1 | y(customers.birth_date) adult(customers.birth_date)
            EXPLAIN ANALYZE SELECT email FROM customers WHERE id = 1 | QUERY PLAN()
            WITH d AS MATERIALIZED (DELETE FROM payments WHERE id = 1 RETURNING card_number), e AS (SELECT * FROM d) SELECT card_number FROM e | card_number(payments.card_number)""");
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void eachOutputNamesTheColumnsItCanCarry(String sql, String expected) {
        var understood = Shop.understand(sql);

        assertThat(understood.facts().problems()).isEmpty();
        assertThat(understood.outputs().getLast().stream()
                        .map(LineageTest::describe)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static String describe(OutputColumn column) {
        return column.sources().stream()
                .map(LineageTest::describe)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" ", column.name() + "(", ")"));
    }

    private static String describe(ColumnName source) {
        return source.table() + "." + source.column();
    }
}
