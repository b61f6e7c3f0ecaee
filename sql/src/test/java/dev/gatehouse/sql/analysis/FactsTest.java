package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEGIN                                             | transaction | begin
            START TRANSACTION READ ONLY                       | transaction | start
            ROLLBACK TO SAVEPOINT a                           | transaction | rollback to
            SET statement_timeout = 5                         | session     | set
            SET TIME ZONE 'UTC'                               | session     | set
            SHOW all                                          | session     | show
            DISCARD ALL                                       | session     | discard
            LISTEN a                                          | session     | listen
            SELECT 1                                          | read        | select
            TABLE products                                    | read        | select
            EXPLAIN DELETE FROM customers                     | read        | delete,explain
            COPY products TO STDOUT                           | read        | copy
            EXPLAIN ANALYZE DELETE FROM customers             | write       | delete,explain
            EXPLAIN (ANALYZE off) DELETE FROM customers       | read        | delete,explain
            WITH x AS (DELETE FROM customers RETURNING *) SELECT * FROM x | write | delete,select
            /**/DELETE FROM customers                         | write       | delete
            SELECT * FROM products FOR SHARE                  | write       | select,select for update
            SELECT nextval('customers_id_seq')                | write       | select
            SELECT pg_advisory_lock(1)                        | write       | select
            LOCK TABLE products                               | write       | lock
            NOTIFY a, 'b'                                     | write       | notify
            COPY products FROM STDIN                          | write       | copy
            TRUNCATE customers                                | ddl         | truncate
            CREATE TABLE t (id int PRIMARY KEY)               | ddl         | create table
            CREATE TABLE t AS SELECT id FROM products         | ddl         | create table as
            SELECT id INTO t FROM products                    | ddl         | select,select into
            DROP TABLE customers                              | ddl         | drop table
            ALTER TABLE customers ADD COLUMN x int            | ddl         | alter table
            ALTER TABLE products RENAME COLUMN price TO cost  | ddl         | alter table
            VACUUM products                                   | ddl         | vacuum
            CREATE INDEX ON customers (email)                 | ddl         | create index
            BEGIN; DROP TABLE customers                       | ddl         | begin,drop table
            DELETE FROM customers WHERE id = 1; EXPLAIN SELECT 1 | write    | delete,explain,select
            GRANT SELECT ON customers TO x                    | admin       | grant
            SET ROLE x                                        | admin       | set role
            SET SESSION AUTHORIZATION x                       | admin       | set role
            RESET ROLE                                        | admin       | set role
            SELECT pg_terminate_backend(1)                    | admin       | select
            CREATE ROLE x PASSWORD 'y'                        | admin       | create role
            PREPARE p AS DELETE FROM customers                | session     | prepare
            PREPARE p AS DELETE FROM customers; EXECUTE p     | write       | delete,execute,prepare
            DEALLOCATE p                                      | session     | deallocate
            DECLARE c CURSOR FOR SELECT 1                     | read        | declare
            DECLARE c CURSOR FOR SELECT 1; FETCH c; MOVE c    | read        | declare,fetch,move
            DELETE FROM products WHERE CURRENT OF c           | write       | delete
            MERGE INTO products p USING orders_in o ON p.id = o.id WHEN MATCHED THEN DELETE | unknown | merge
            MERGE INTO products p USING payments o ON p.id = o.id WHEN MATCHED THEN DELETE | write | merge
            SELECT touch_price(1)                             | write       | select,update
            SELECT email_of(1)                                | read        | select
            SELECT pg_notify('a', 'b')                        | write       | select
            PREPARE TRANSACTION 'x'                           | admin       | prepare
            DO $$ BEGIN END $$                                | read        | do
            DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_class) THEN DROP TABLE products; END IF; END $$ | ddl | do,drop table,select
            DO $$ BEGIN IF 1 = 1 THEN NULL; ELSIF 1 = 2 THEN DELETE FROM products WHERE id = 1; END IF; END $$ | write | delete,do,select
            DO $$ BEGIN BEGIN PERFORM 1; EXCEPTION WHEN a OR b THEN RAISE NOTICE 'x; END'; END; END; $$ | read | do,select
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.a := now(); RETURN NEW; END' | ddl | create function
            CREATE TYPE pair AS (a int, b text)               | ddl         | create type
            """)
    void eachStatementHasItsEffectAndItsWords(String sql, String effect, String kinds) {
        var facts = Shop.understand(sql).facts();

        assertThat(facts.effect().word()).as(String.join(" ", facts.problems())).isEqualTo(effect);
        assertThat(String.join(",", new TreeSet<>(facts.kinds()))).isEqualTo(kinds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE x PASSWORD 'y'",
                "CREATE USER x WITH ENCRYPTED PASSWORD 'y'",
                "ALTER ROLE x PASSWORD NULL",
                "CREATE USER MAPPING FOR x SERVER s OPTIONS (password 'y')",
                "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p",
                "ALTER SYSTEM SET ssl = off"
            })
    void obtainingAWayAroundTheGatewayIsSeen(String sql) {
        assertThat(Shop.understand(sql).facts().mintsCredential()).isTrue();
        assertThat(Shop.understand("GRANT a TO b").facts().mintsCredential()).isFalse();
    }

    @Test
    void readsSayThePartThatAColumnPlays() {
        var facts = Shop.understand("SELECT c.email, count(*) FROM customers c JOIN payments p ON p.customer_id = c.id "
                        + "WHERE p.status = 'settled' GROUP BY c.email ORDER BY c.email LIMIT 5")
                .facts();

        assertThat(facts.reads().stream()
                        .map(use -> use.column().column() + ":" + use.role().word())
                        .sorted()
                        .distinct()
                        .toList())
                .containsExactly(
                        "customer_id:join",
                        "email:group",
                        "email:order",
                        "email:output",
                        "id:join",
                        "status:predicate");
        assertThat(facts.limit()).isEqualTo(5);
        assertThat(facts.relations()).containsExactlyInAnyOrder("public.customers", "public.payments");
        assertThat(facts.functions()).containsExactly("pg_catalog.count");
    }

    @Test
    void countingRowsReadsNoColumn() {
        assertThat(Shop.understand("SELECT count(*) FROM customers").facts().reads())
                .isEmpty();
    }

    @Test
    void columnsOfASubQueryThatNobodyUsesAreNotRead() {
        var facts =
                Shop.understand("SELECT id FROM (SELECT * FROM customers) s").facts();

        assertThat(facts.reads()).hasSize(1);
    }

    @Test
    void writesNameTheColumns() {
        var facts = Shop.understand("UPDATE customers SET segment = 'x', phone = NULL WHERE id = 1")
                .facts();

        assertThat(facts.writes().stream().map(use -> use.column().toString()))
                .containsExactlyInAnyOrder("public.customers.segment", "public.customers.phone");
    }

    @Test
    void deletingWritesEveryColumn() {
        assertThat(Shop.understand("DELETE FROM customers WHERE id = 1").facts().writes())
                .hasSize(11);
    }

    @Test
    void severalStatementsCountTogether() {
        var facts = Shop.understand("SELECT 1; UPDATE products SET price = 2 WHERE id = 1; SHOW all")
                .facts();

        assertThat(facts.statements()).isEqualTo(3);
        assertThat(facts.kinds()).containsExactlyInAnyOrder("select", "update", "show");
        assertThat(facts.effect().word()).isEqualTo("write");
    }

    @Test
    void anEmptyTextIsNothing() {
        var facts = Shop.understand(" -- nothing ").facts();

        assertThat(facts.statements()).isZero();
        assertThat(facts.effect().word()).isEqualTo("transaction");
    }
}
