"""What a program with psycopg 2 does all day; each step prints a line that the test compares."""
import io
import select
import sys
import threading
import uuid

import psycopg2
import psycopg2.extensions
import psycopg2.extras

connection = psycopg2.connect("")
psycopg2.extras.register_uuid()


def steps():
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT %s + %s, %s::text, %s::date", (1, 2, "it's", "2026-01-31"))
        print("typed", cursor.fetchone())
        cursor.execute("SELECT %s", (uuid.UUID(int=7),))
        print("uuid", cursor.fetchone())
        cursor.execute("SELECT ARRAY[1, 2, NULL]::integer[], '{\"a\": [1, null]}'::jsonb")
        print("nested", cursor.fetchone())
        cursor.execute("SELECT email, segment FROM customers WHERE id = %s", (7,))
        print("masked", cursor.fetchone()[0])
        print("columns", [column.name for column in cursor.description])
    with connection, connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cursor:
        cursor.execute("SELECT id, sku FROM products WHERE id IN %s ORDER BY id", ((1, 2),))
        print("dictionaries", [row["id"] for row in cursor])


def copies():
    with connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE psycopg2_rows (n integer, word text)")
    with connection, connection.cursor() as cursor:
        cursor.copy_expert("COPY psycopg2_rows FROM STDIN", io.StringIO("1\tone\n2\t\\N\n"))
        psycopg2.extras.execute_values(
            cursor, "INSERT INTO psycopg2_rows VALUES %s", [(n, "many") for n in range(3, 503)])
        cursor.execute("SELECT count(*), count(word) FROM psycopg2_rows")
        print("copied", cursor.fetchone())
        cursor.execute("DROP TABLE psycopg2_rows")
    with connection, connection.cursor() as cursor:
        out = io.StringIO()
        cursor.copy_expert("COPY (SELECT id, price FROM products WHERE id < 4 ORDER BY id) TO STDOUT WITH CSV HEADER", out)
        print("copied out", out.getvalue().splitlines()[0], len(out.getvalue().splitlines()))


def errors():
    for statement in ("SELECT 1/0", "SELEKT 1", "SELECT id FROM nothing_here", "UPDATE products SET price = 1"):
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(statement)
        except psycopg2.Error as error:
            print("error", error.pgcode, type(error).__name__)
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT 'still here'")
        print(*cursor.fetchone())


def notifications():
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("LISTEN bell")
        cursor.execute("NOTIFY bell")
        while not connection.notifies:
            select.select([connection], [], [], 30)
            connection.poll()
        print("notified", connection.notifies.pop().channel)


def cancelled():
    with connection.cursor() as cursor:
        over = threading.Event()

        # Again and again, because a cancel that comes before the statement does nothing.
        def cancel():
            while not over.wait(0.1):
                connection.cancel()

        canceller = threading.Thread(target=cancel)
        canceller.start()
        try:
            cursor.execute("SELECT pg_sleep(600)")
        except psycopg2.extensions.QueryCanceledError as error:
            print("cancelled", error.pgcode)
        over.set()
        canceller.join()


steps()
copies()
errors()
notifications()
cancelled()
connection.close()
