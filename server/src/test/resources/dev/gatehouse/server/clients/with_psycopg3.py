"""What a program with psycopg 3 does all day; each step prints a line that the test compares."""
import datetime
import decimal

import psycopg
from psycopg.rows import dict_row

connection = psycopg.connect("", autocommit=True)


def steps():
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::int + %s::int, %s::text, %s::date", (1, 2, "it's", datetime.date(2026, 1, 31)))
        print("typed", cursor.fetchone())
        cursor.execute("SELECT ARRAY[1, 2, NULL]::integer[], '{\"a\": [1, null]}'::jsonb")
        print("nested", cursor.fetchone())
        cursor.execute("SELECT email, segment FROM customers WHERE id = %s", (7,))
        print("masked", cursor.fetchone()[0])
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute("SELECT id, sku FROM products WHERE id = ANY(%s) ORDER BY id", ([1, 2],))
        print("dictionaries", [row["id"] for row in cursor])
    with connection.cursor(binary=True) as cursor:
        cursor.execute("SELECT id, price, 'x'::bytea, now() > '2020-01-01' FROM products WHERE id = 1")
        row = cursor.fetchone()
        print("binary", row[0], isinstance(row[1], decimal.Decimal), row[2], row[3])
        cursor.execute("SELECT email, birth_date FROM customers WHERE id = %s", (7,))
        print("binary masked", cursor.fetchone())


def prepared():
    # psycopg prepares what it has seen five times.
    for n in range(1, 12):
        row = connection.execute("SELECT email FROM customers WHERE id = %s", (n,)).fetchone()
    print("prepared", "***" in row[0])


def copies():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE psycopg3_rows (n integer, word text)")
        with cursor.copy("COPY psycopg3_rows FROM STDIN") as copy:
            for n in range(1000):
                copy.write_row((n, "word"))
        with cursor.copy("COPY psycopg3_rows (n, word) FROM STDIN (FORMAT binary)") as copy:
            copy.set_types(["int4", "text"])
            copy.write_row((1000, None))
        cursor.execute("SELECT count(*), count(word) FROM psycopg3_rows")
        print("copied", cursor.fetchone())
        with cursor.copy("COPY (SELECT id, price FROM products WHERE id < 4 ORDER BY id) TO STDOUT") as copy:
            copy.set_types(["int4", "numeric"])
            print("copied out", [row[0] for row in copy.rows()])
        with cursor.copy("COPY products (id, sku) TO STDOUT (FORMAT binary)") as copy:
            copy.set_types(["int4", "text"])
            print("copied out in binary", sum(1 for row in copy.rows()) > 50)
        cursor.execute("DROP TABLE psycopg3_rows")


def pipeline():
    with connection.pipeline() as pipeline:
        first = connection.execute("SELECT %s::int", (1,))
        second = connection.execute("SELECT count(*) FROM products WHERE id < %s", (4,))
        pipeline.sync()
        print("pipelined", first.fetchone(), second.fetchone())
    try:
        with connection.pipeline():
            first = connection.execute("SELECT 1")
            connection.execute("SELECT 1/0")
            connection.execute("SELECT 2")
    except psycopg.Error as error:
        print("in the middle", error.sqlstate)
    with connection.pipeline():
        cursor = connection.cursor()
        cursor.executemany("SELECT %s::int", [(n,) for n in range(50)], returning=True)
    print("many", cursor.fetchone())


def errors():
    for statement in ("SELECT 1/0", "SELEKT 1", "SELECT id FROM nothing_here", "UPDATE products SET price = 1"):
        try:
            connection.execute(statement)
        except psycopg.Error as error:
            print("error", error.sqlstate, type(error).__name__)
    with connection.transaction():
        connection.execute("SET LOCAL statement_timeout = '100ms'")
        try:
            with connection.transaction():
                connection.execute("SELECT pg_sleep(600)")
        except psycopg.errors.QueryCanceled as error:
            print("timed out", error.sqlstate)
        print("after the savepoint", connection.execute("SELECT 1").fetchone())


steps()
prepared()
copies()
pipeline()
errors()
connection.close()
