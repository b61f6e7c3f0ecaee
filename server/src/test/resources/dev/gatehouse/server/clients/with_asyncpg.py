"""What a program with asyncpg does all day; each step prints a line that the test compares."""
import asyncio
import io
import os
import ssl

import asyncpg


async def steps(connection):
    print("typed", tuple(await connection.fetchrow("SELECT $1::int + $2::int, $3::text", 1, 2, "it's")))
    print("nested", tuple(await connection.fetchrow("SELECT ARRAY[1, 2, NULL]::integer[], '1 day'::interval")))
    print("masked", await connection.fetchval("SELECT email FROM customers WHERE id = $1", 7))
    print("masked date", await connection.fetchval("SELECT birth_date FROM customers WHERE id = $1", 7))
    # A type that asyncpg does not know: it asks the catalogue with a statement of its own.
    print("introspected", await connection.fetchval("SELECT status FROM orders WHERE id = $1", 1) is not None)
    print("composed", await connection.fetchval("SELECT ARRAY['new', 'paid']::order_status[]"))


async def prepared(connection):
    statement = await connection.prepare("SELECT id, sku FROM products WHERE id = $1")
    print("prepared", [(await statement.fetchrow(n))["id"] for n in range(1, 4)])
    async with connection.transaction():
        rows = [row["id"] async for row in connection.cursor("SELECT id FROM products ORDER BY id", prefetch=7)]
        print("cursor", rows[:3], len(rows) > 50)
    await connection.executemany("SELECT $1::int", [(n,) for n in range(100)])


async def copies(connection):
    await connection.execute("CREATE TABLE asyncpg_rows (n integer, word text)")
    print(await connection.copy_records_to_table("asyncpg_rows", records=[(n, "word") for n in range(1000)]))
    out = io.BytesIO()
    print(await connection.copy_from_query("SELECT id FROM products WHERE id < $1", 4, output=out, format="csv"))
    print(await connection.copy_from_table("asyncpg_rows", columns=["n"], output=out, format="binary"))
    await connection.execute("DROP TABLE asyncpg_rows")


async def errors(connection):
    for statement in ("SELECT 1/0", "SELEKT 1", "SELECT id FROM nothing_here", "UPDATE products SET price = 1"):
        try:
            await connection.execute(statement)
        except asyncpg.PostgresError as error:
            print("error", error.sqlstate, type(error).__name__)
    try:
        await connection.fetch("SELECT pg_sleep(20)", timeout=1)
    except asyncio.TimeoutError:
        print("timed out")
    print("still here", await connection.fetchval("SELECT 1"))


async def main():
    context = ssl.create_default_context(cafile=os.environ["PGSSLROOTCERT"])
    connection = await asyncpg.connect(ssl=context)
    await steps(connection)
    await prepared(connection)
    await copies(connection)
    await errors(connection)
    await connection.close()
    async with asyncpg.create_pool(ssl=context, min_size=1, max_size=2) as pool:
        print("pooled", [await pool.fetchval("SELECT $1::int", n) for n in range(3)])


asyncio.run(main())
