-- What applications ask through ORMs (Hibernate, Django, SQLAlchemy, ActiveRecord, Prisma).
select c1_0.id, c1_0.birth_date, c1_0.country, c1_0.email, c1_0.full_name from customers c1_0 where c1_0.id = 7
;;
select c1_0.id from customers c1_0 where c1_0.email = 'nobody@example.com' fetch first 1 rows only
;;
select count(*) from customers c1_0 where c1_0.country = 'DE' and c1_0.segment in ('private', 'business')
;;
SELECT "customers"."id", "customers"."email", "customers"."full_name" FROM "customers" WHERE "customers"."email" = 'nobody@example.com' LIMIT 21
;;
SELECT (1) AS "a" FROM "customers" WHERE "customers"."email" = 'nobody@example.com' LIMIT 1
;;
SELECT COUNT(*) AS "__count" FROM "orders" INNER JOIN "customers" ON ("orders"."customer_id" = "customers"."id") WHERE "customers"."country" = 'FR'
;;
SELECT customers.id AS customers_id, customers.email AS customers_email, orders_1.id AS orders_1_id FROM customers LEFT OUTER JOIN orders AS orders_1 ON customers.id = orders_1.customer_id WHERE customers.id IN (1, 2, 3)
;;
SELECT anon_1.customers_id AS anon_1_customers_id, anon_1.customers_country AS anon_1_customers_country FROM (SELECT customers.id AS customers_id, customers.country AS customers_country FROM customers WHERE customers.segment = 'private' ORDER BY customers.id LIMIT 5) AS anon_1 ORDER BY anon_1.customers_id
;;
SELECT EXISTS (SELECT 1 FROM payments WHERE payments.customer_id = 7 AND payments.status = 'settled') AS anon_1
;;
SELECT 1 AS one FROM "customers" WHERE "customers"."email" = 'nobody@example.com' LIMIT 1
;;
SELECT "t1"."id", "t1"."status", "t1"."amount"::text FROM "public"."payments" AS "t1" WHERE ("t1"."customer_id" = 7 AND "t1"."amount" >= 1) ORDER BY "t1"."created_at" DESC, "t1"."id" LIMIT 10 OFFSET 0
;;
BEGIN
;;
UPDATE "customers" SET "segment" = 'business' WHERE "customers"."id" = 7
;;
INSERT INTO orders (id, customer_id, status, total, ordered_at) SELECT 900001, id, 'new', 12.50, now() FROM customers WHERE id = 7 RETURNING status
;;
SELECT id FROM orders WHERE customer_id = 7 ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1
;;
SAVEPOINT "s1"
;;
DELETE FROM "orders" WHERE "orders"."customer_id" IN (7) AND "orders"."id" = 900001
;;
RELEASE SAVEPOINT "s1"
;;
ROLLBACK
;;
SELECT count(*) FROM information_schema.sequences WHERE sequence_schema = 'public'
;;
SELECT p.id, p.name, p.price FROM products p WHERE p.name ILIKE '%a%' AND p.price BETWEEN 1 AND 500 ORDER BY p.price, p.id LIMIT 20
;;
SELECT o.id, json_agg(json_build_object('product', i.product_id, 'quantity', i.quantity) ORDER BY i.product_id) AS items FROM orders o JOIN order_items i ON i.order_id = o.id WHERE o.id < 5 GROUP BY o.id ORDER BY o.id
;;
SET TIME ZONE 'Europe/Berlin'
;;
SHOW transaction_isolation
;;
SELECT current_database(), current_schema(), version() LIKE 'PostgreSQL%', pg_backend_pid() > 0
;;
SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED
;;
-- temporary tables, as reports and loads make them
CREATE TEMP TABLE recent AS SELECT o.id, o.status, c.email FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.id BETWEEN 1 AND 20
;;
CREATE INDEX ON recent (id)
;;
ANALYZE recent
;;
SELECT status, count(*), count(email) FROM recent GROUP BY status ORDER BY 2, 1
;;
SELECT id, status, email FROM recent ORDER BY id
;;
CREATE TEMPORARY TABLE wanted (id bigint PRIMARY KEY, remark text DEFAULT '') ON COMMIT PRESERVE ROWS
;;
INSERT INTO wanted (id, remark) SELECT id, status || '!' FROM recent WHERE id % 2 = 0
;;
UPDATE wanted SET remark = remark || '?' WHERE id > 2
;;
SELECT w.id, w.remark, r.status FROM wanted w JOIN recent r USING (id) ORDER BY id
;;
TRUNCATE wanted
;;
SELECT count(*) FROM pg_temp.wanted
;;
DROP TABLE recent, wanted
;;
BEGIN
;;
CREATE TEMP TABLE passing ON COMMIT DROP AS SELECT generate_series(1, 3) AS n
;;
SELECT n FROM passing ORDER BY n
;;
COMMIT
