// What a program with node-postgres does all day; each step prints a line that the test compares.
const fs = require('fs');
const { Client, Pool } = require('pg');
const Cursor = require('pg-cursor');

const ssl = { ca: fs.readFileSync(process.env.PGSSLROOTCERT) };

async function steps(client) {
  const typed = await client.query('SELECT $1::int + $2::int AS sum, $3::text AS words', [1, 2, "it's"]);
  console.log('typed', JSON.stringify(typed.rows));
  const nested = await client.query(`SELECT ARRAY[1, 2, NULL]::integer[] AS list, '{"a": [1, null]}'::jsonb AS json`);
  console.log('nested', JSON.stringify(nested.rows));
  const masked = await client.query('SELECT email FROM customers WHERE id = $1', [7]);
  console.log('masked', masked.rows[0].email);
  for (let n = 0; n < 3; n++) {
    const named = await client.query({ name: 'product', text: 'SELECT id FROM products WHERE id = $1', values: [n + 1] });
    console.log('prepared', named.rows[0].id);
  }
  const several = await client.query('SELECT 1 AS a; SELECT 2 AS b');
  console.log('several', several.map((result) => JSON.stringify(result.rows)).join(' '));
}

// Sent without waiting for answers: several statements are on their way at once.
async function pipelined(client) {
  const answers = [];
  for (let n = 0; n < 100; n++) answers.push(client.query('SELECT $1::int AS n', [n]));
  const numbers = (await Promise.all(answers)).map((result) => result.rows[0].n);
  console.log('pipelined', numbers.length, numbers.every((n, i) => n === i));
  const mixed = await Promise.allSettled([
    client.query('SELECT 1'), client.query('SELECT 1/0'), client.query('UPDATE products SET price = $1', [1]),
    client.query('SELECT 2 AS two')]);
  console.log('mixed', mixed.map((one) => (one.reason ? one.reason.code : 'ok')).join(' '));
}

async function cursor(client) {
  const rows = client.query(new Cursor('SELECT id FROM products ORDER BY id'));
  const first = await rows.read(7);
  const second = await rows.read(7);
  await rows.close();
  console.log('cursor', first.length, second[0].id);
  await client.query('BEGIN');
  const short = client.query(new Cursor('SELECT id, email FROM customers WHERE id < $1 ORDER BY id', [20]));
  let count = 0;
  for (let part = await short.read(6); part.length > 0; part = await short.read(6)) count += part.length;
  await client.query('COMMIT');
  console.log('cursor to its end', count);
}

async function pooled() {
  const pool = new Pool({ ssl, max: 3 });
  const results = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => pool.query('SELECT $1::int AS n', [n])));
  console.log('pooled', results.map((result) => result.rows[0].n).join(' '));
  await pool.end();
}

async function main() {
  const client = new Client({ ssl });
  await client.connect();
  await steps(client);
  await pipelined(client);
  await cursor(client);
  await client.end();
  await pooled();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
