-- Recorded from Django 3.2.25 over psycopg2 2.9.5: inspectdb, makemigrations, migrate forwards and back, a model's
-- rows, queries over the shop. Repeated questions of the catalogue are left out, and so
-- is the look at one row of customers and payments, which the demo's rule against whole tables refuses.
SET TIME ZONE 'UTC'
;;
SELECT t.oid, typarray FROM pg_type t JOIN pg_namespace ns ON typnamespace = ns.oid WHERE typname = 'hstore'
;;
SELECT typarray FROM pg_type WHERE typname = 'citext'
;;
SELECT c.relname, CASE WHEN c.relispartition THEN 'p' WHEN c.relkind IN ('m', 'v') THEN 'v' ELSE 't' END FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v') AND n.nspname NOT IN ('pg_catalog', 'pg_toast') AND pg_catalog.pg_table_is_visible(c.oid)
;;
SELECT a1.attname, c2.relname, a2.attname FROM pg_constraint con LEFT JOIN pg_class c1 ON con.conrelid = c1.oid LEFT JOIN pg_class c2 ON con.confrelid = c2.oid LEFT JOIN pg_attribute a1 ON c1.oid = a1.attrelid AND a1.attnum = con.conkey[1] LEFT JOIN pg_attribute a2 ON c2.oid = a2.attrelid AND a2.attnum = con.confkey[1] WHERE c1.relname = 'customers' AND con.contype = 'f' AND c1.relnamespace = c2.relnamespace AND pg_catalog.pg_table_is_visible(c1.oid)
;;
SELECT c.conname, array( SELECT attname FROM unnest(c.conkey) WITH ORDINALITY cols(colid, arridx) JOIN pg_attribute AS ca ON cols.colid = ca.attnum WHERE ca.attrelid = c.conrelid ORDER BY cols.arridx ), c.contype, (SELECT fkc.relname || '.' || fka.attname FROM pg_attribute AS fka JOIN pg_class AS fkc ON fka.attrelid = fkc.oid WHERE fka.attrelid = c.confrelid AND fka.attnum = c.confkey[1]), cl.reloptions FROM pg_constraint AS c JOIN pg_class AS cl ON c.conrelid = cl.oid WHERE cl.relname = 'customers' AND pg_catalog.pg_table_is_visible(cl.oid)
;;
SELECT indexname, array_agg(attname ORDER BY arridx), indisunique, indisprimary, array_agg(ordering ORDER BY arridx), amname, exprdef, s2.attoptions FROM ( SELECT c2.relname as indexname, idx.*, attr.attname, am.amname, CASE WHEN idx.indexprs IS NOT NULL THEN pg_get_indexdef(idx.indexrelid) END AS exprdef, CASE am.amname WHEN 'btree' THEN CASE (option & 1) WHEN 1 THEN 'DESC' ELSE 'ASC' END END as ordering, c2.reloptions as attoptions FROM ( SELECT * FROM pg_index i, unnest(i.indkey, i.indoption) WITH ORDINALITY koi(key, option, arridx) ) idx LEFT JOIN pg_class c ON idx.indrelid = c.oid LEFT JOIN pg_class c2 ON idx.indexrelid = c2.oid LEFT JOIN pg_am am ON c2.relam = am.oid LEFT JOIN pg_attribute attr ON attr.attrelid = c.oid AND attr.attnum = idx.key WHERE c.relname = 'customers' AND pg_catalog.pg_table_is_visible(c.oid) ) s2 GROUP BY indexname, indisunique, indisprimary, amname, exprdef, attoptions;
;;
SELECT a.attname AS column_name, NOT (a.attnotnull OR (t.typtype = 'd' AND t.typnotnull)) AS is_nullable, pg_get_expr(ad.adbin, ad.adrelid) AS column_default, CASE WHEN collname = 'default' THEN NULL ELSE collname END AS collation FROM pg_attribute a LEFT JOIN pg_attrdef ad ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum LEFT JOIN pg_collation co ON a.attcollation = co.oid JOIN pg_type t ON a.atttypid = t.oid JOIN pg_class c ON a.attrelid = c.oid JOIN pg_namespace n ON c.relnamespace = n.oid WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v') AND c.relname = 'customers' AND n.nspname NOT IN ('pg_catalog', 'pg_toast') AND pg_catalog.pg_table_is_visible(c.oid)
;;
SELECT a1.attname, c2.relname, a2.attname FROM pg_constraint con LEFT JOIN pg_class c1 ON con.conrelid = c1.oid LEFT JOIN pg_class c2 ON con.confrelid = c2.oid LEFT JOIN pg_attribute a1 ON c1.oid = a1.attrelid AND a1.attnum = con.conkey[1] LEFT JOIN pg_attribute a2 ON c2.oid = a2.attrelid AND a2.attnum = con.confkey[1] WHERE c1.relname = 'orders' AND con.contype = 'f' AND c1.relnamespace = c2.relnamespace AND pg_catalog.pg_table_is_visible(c1.oid)
;;
SELECT c.conname, array( SELECT attname FROM unnest(c.conkey) WITH ORDINALITY cols(colid, arridx) JOIN pg_attribute AS ca ON cols.colid = ca.attnum WHERE ca.attrelid = c.conrelid ORDER BY cols.arridx ), c.contype, (SELECT fkc.relname || '.' || fka.attname FROM pg_attribute AS fka JOIN pg_class AS fkc ON fka.attrelid = fkc.oid WHERE fka.attrelid = c.confrelid AND fka.attnum = c.confkey[1]), cl.reloptions FROM pg_constraint AS c JOIN pg_class AS cl ON c.conrelid = cl.oid WHERE cl.relname = 'orders' AND pg_catalog.pg_table_is_visible(cl.oid)
;;
SELECT indexname, array_agg(attname ORDER BY arridx), indisunique, indisprimary, array_agg(ordering ORDER BY arridx), amname, exprdef, s2.attoptions FROM ( SELECT c2.relname as indexname, idx.*, attr.attname, am.amname, CASE WHEN idx.indexprs IS NOT NULL THEN pg_get_indexdef(idx.indexrelid) END AS exprdef, CASE am.amname WHEN 'btree' THEN CASE (option & 1) WHEN 1 THEN 'DESC' ELSE 'ASC' END END as ordering, c2.reloptions as attoptions FROM ( SELECT * FROM pg_index i, unnest(i.indkey, i.indoption) WITH ORDINALITY koi(key, option, arridx) ) idx LEFT JOIN pg_class c ON idx.indrelid = c.oid LEFT JOIN pg_class c2 ON idx.indexrelid = c2.oid LEFT JOIN pg_am am ON c2.relam = am.oid LEFT JOIN pg_attribute attr ON attr.attrelid = c.oid AND attr.attnum = idx.key WHERE c.relname = 'orders' AND pg_catalog.pg_table_is_visible(c.oid) ) s2 GROUP BY indexname, indisunique, indisprimary, amname, exprdef, attoptions;
;;
SELECT a.attname AS column_name, NOT (a.attnotnull OR (t.typtype = 'd' AND t.typnotnull)) AS is_nullable, pg_get_expr(ad.adbin, ad.adrelid) AS column_default, CASE WHEN collname = 'default' THEN NULL ELSE collname END AS collation FROM pg_attribute a LEFT JOIN pg_attrdef ad ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum LEFT JOIN pg_collation co ON a.attcollation = co.oid JOIN pg_type t ON a.atttypid = t.oid JOIN pg_class c ON a.attrelid = c.oid JOIN pg_namespace n ON c.relnamespace = n.oid WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v') AND c.relname = 'orders' AND n.nspname NOT IN ('pg_catalog', 'pg_toast') AND pg_catalog.pg_table_is_visible(c.oid)
;;
SELECT * FROM "orders" LIMIT 1
;;
SELECT a1.attname, c2.relname, a2.attname FROM pg_constraint con LEFT JOIN pg_class c1 ON con.conrelid = c1.oid LEFT JOIN pg_class c2 ON con.confrelid = c2.oid LEFT JOIN pg_attribute a1 ON c1.oid = a1.attrelid AND a1.attnum = con.conkey[1] LEFT JOIN pg_attribute a2 ON c2.oid = a2.attrelid AND a2.attnum = con.confkey[1] WHERE c1.relname = 'products' AND con.contype = 'f' AND c1.relnamespace = c2.relnamespace AND pg_catalog.pg_table_is_visible(c1.oid)
;;
SELECT c.conname, array( SELECT attname FROM unnest(c.conkey) WITH ORDINALITY cols(colid, arridx) JOIN pg_attribute AS ca ON cols.colid = ca.attnum WHERE ca.attrelid = c.conrelid ORDER BY cols.arridx ), c.contype, (SELECT fkc.relname || '.' || fka.attname FROM pg_attribute AS fka JOIN pg_class AS fkc ON fka.attrelid = fkc.oid WHERE fka.attrelid = c.confrelid AND fka.attnum = c.confkey[1]), cl.reloptions FROM pg_constraint AS c JOIN pg_class AS cl ON c.conrelid = cl.oid WHERE cl.relname = 'products' AND pg_catalog.pg_table_is_visible(cl.oid)
;;
SELECT indexname, array_agg(attname ORDER BY arridx), indisunique, indisprimary, array_agg(ordering ORDER BY arridx), amname, exprdef, s2.attoptions FROM ( SELECT c2.relname as indexname, idx.*, attr.attname, am.amname, CASE WHEN idx.indexprs IS NOT NULL THEN pg_get_indexdef(idx.indexrelid) END AS exprdef, CASE am.amname WHEN 'btree' THEN CASE (option & 1) WHEN 1 THEN 'DESC' ELSE 'ASC' END END as ordering, c2.reloptions as attoptions FROM ( SELECT * FROM pg_index i, unnest(i.indkey, i.indoption) WITH ORDINALITY koi(key, option, arridx) ) idx LEFT JOIN pg_class c ON idx.indrelid = c.oid LEFT JOIN pg_class c2 ON idx.indexrelid = c2.oid LEFT JOIN pg_am am ON c2.relam = am.oid LEFT JOIN pg_attribute attr ON attr.attrelid = c.oid AND attr.attnum = idx.key WHERE c.relname = 'products' AND pg_catalog.pg_table_is_visible(c.oid) ) s2 GROUP BY indexname, indisunique, indisprimary, amname, exprdef, attoptions;
;;
SELECT a.attname AS column_name, NOT (a.attnotnull OR (t.typtype = 'd' AND t.typnotnull)) AS is_nullable, pg_get_expr(ad.adbin, ad.adrelid) AS column_default, CASE WHEN collname = 'default' THEN NULL ELSE collname END AS collation FROM pg_attribute a LEFT JOIN pg_attrdef ad ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum LEFT JOIN pg_collation co ON a.attcollation = co.oid JOIN pg_type t ON a.atttypid = t.oid JOIN pg_class c ON a.attrelid = c.oid JOIN pg_namespace n ON c.relnamespace = n.oid WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v') AND c.relname = 'products' AND n.nspname NOT IN ('pg_catalog', 'pg_toast') AND pg_catalog.pg_table_is_visible(c.oid)
;;
SELECT * FROM "products" LIMIT 1
;;
SELECT a1.attname, c2.relname, a2.attname FROM pg_constraint con LEFT JOIN pg_class c1 ON con.conrelid = c1.oid LEFT JOIN pg_class c2 ON con.confrelid = c2.oid LEFT JOIN pg_attribute a1 ON c1.oid = a1.attrelid AND a1.attnum = con.conkey[1] LEFT JOIN pg_attribute a2 ON c2.oid = a2.attrelid AND a2.attnum = con.confkey[1] WHERE c1.relname = 'payments' AND con.contype = 'f' AND c1.relnamespace = c2.relnamespace AND pg_catalog.pg_table_is_visible(c1.oid)
;;
SELECT c.conname, array( SELECT attname FROM unnest(c.conkey) WITH ORDINALITY cols(colid, arridx) JOIN pg_attribute AS ca ON cols.colid = ca.attnum WHERE ca.attrelid = c.conrelid ORDER BY cols.arridx ), c.contype, (SELECT fkc.relname || '.' || fka.attname FROM pg_attribute AS fka JOIN pg_class AS fkc ON fka.attrelid = fkc.oid WHERE fka.attrelid = c.confrelid AND fka.attnum = c.confkey[1]), cl.reloptions FROM pg_constraint AS c JOIN pg_class AS cl ON c.conrelid = cl.oid WHERE cl.relname = 'payments' AND pg_catalog.pg_table_is_visible(cl.oid)
;;
SELECT indexname, array_agg(attname ORDER BY arridx), indisunique, indisprimary, array_agg(ordering ORDER BY arridx), amname, exprdef, s2.attoptions FROM ( SELECT c2.relname as indexname, idx.*, attr.attname, am.amname, CASE WHEN idx.indexprs IS NOT NULL THEN pg_get_indexdef(idx.indexrelid) END AS exprdef, CASE am.amname WHEN 'btree' THEN CASE (option & 1) WHEN 1 THEN 'DESC' ELSE 'ASC' END END as ordering, c2.reloptions as attoptions FROM ( SELECT * FROM pg_index i, unnest(i.indkey, i.indoption) WITH ORDINALITY koi(key, option, arridx) ) idx LEFT JOIN pg_class c ON idx.indrelid = c.oid LEFT JOIN pg_class c2 ON idx.indexrelid = c2.oid LEFT JOIN pg_am am ON c2.relam = am.oid LEFT JOIN pg_attribute attr ON attr.attrelid = c.oid AND attr.attnum = idx.key WHERE c.relname = 'payments' AND pg_catalog.pg_table_is_visible(c.oid) ) s2 GROUP BY indexname, indisunique, indisprimary, amname, exprdef, attoptions;
;;
SELECT a.attname AS column_name, NOT (a.attnotnull OR (t.typtype = 'd' AND t.typnotnull)) AS is_nullable, pg_get_expr(ad.adbin, ad.adrelid) AS column_default, CASE WHEN collname = 'default' THEN NULL ELSE collname END AS collation FROM pg_attribute a LEFT JOIN pg_attrdef ad ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum LEFT JOIN pg_collation co ON a.attcollation = co.oid JOIN pg_type t ON a.atttypid = t.oid JOIN pg_class c ON a.attrelid = c.oid JOIN pg_namespace n ON c.relnamespace = n.oid WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v') AND c.relname = 'payments' AND n.nspname NOT IN ('pg_catalog', 'pg_toast') AND pg_catalog.pg_table_is_visible(c.oid)
;;
BEGIN
;;
CREATE TABLE "django_migrations" ("id" bigserial NOT NULL PRIMARY KEY, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" timestamp with time zone NOT NULL)
;;
COMMIT
;;
BEGIN
;;
CREATE TABLE "django_content_type" ("id" serial NOT NULL PRIMARY KEY, "name" varchar(100) NOT NULL, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL)
;;
ALTER TABLE "django_content_type" ADD CONSTRAINT "django_content_type_app_label_model_76bd3d3b_uniq" UNIQUE ("app_label", "model")
;;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('contenttypes', '0001_initial', '2026-11-21T22:49:44.347554+00:00'::timestamptz) RETURNING "django_migrations"."id"
;;
COMMIT
;;
BEGIN
;;
ALTER TABLE "django_content_type" ALTER COLUMN "name" DROP NOT NULL
;;
ALTER TABLE "django_content_type" DROP COLUMN "name" CASCADE
;;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('contenttypes', '0002_remove_content_type_name', '2026-11-21T22:49:44.535597+00:00'::timestamptz) RETURNING "django_migrations"."id"
;;
COMMIT
;;
BEGIN
;;
CREATE TABLE "t_article" ("id" bigserial NOT NULL PRIMARY KEY, "title" varchar(100) NOT NULL, "body" text NOT NULL, "views" integer NOT NULL CHECK ("views" >= 0), "data" jsonb NOT NULL, "words" varchar(20)[] NOT NULL, "made" timestamp with time zone NOT NULL, "price" numeric(8, 2) NULL, "on" boolean NOT NULL, "key" uuid NULL, "raw" bytea NULL, "took" interval NULL, "ip" inet NULL, "slug" varchar(50) NOT NULL)
;;
CREATE TABLE "t_tag" ("id" bigserial NOT NULL PRIMARY KEY, "name" varchar(50) NOT NULL UNIQUE)
;;
CREATE TABLE "t_comment" ("id" bigserial NOT NULL PRIMARY KEY, "text" text NOT NULL, "article_id" bigint NOT NULL)
;;
CREATE TABLE "t_article_tags" ("id" bigserial NOT NULL PRIMARY KEY, "article_id" bigint NOT NULL, "tag_id" bigint NOT NULL)
;;
CREATE INDEX "t_article_words_c2be11_gin" ON "t_article" USING gin ("words")
;;
CREATE INDEX "t_article_made_b70d40_brin" ON "t_article" USING brin ("made")
;;
CREATE INDEX "t_vm" ON "t_article" ("views", "made" DESC) WHERE "on"
;;
ALTER TABLE "t_article" ADD CONSTRAINT "t_views" CHECK ("views" >= 0)
;;
ALTER TABLE "t_article" ADD CONSTRAINT "t_ts" UNIQUE ("title", "slug")
;;
CREATE INDEX "t_article_title_8b7b3d19" ON "t_article" ("title")
;;
CREATE INDEX "t_article_title_8b7b3d19_like" ON "t_article" ("title" varchar_pattern_ops)
;;
CREATE INDEX "t_article_slug_87e95da9" ON "t_article" ("slug")
;;
CREATE INDEX "t_article_slug_87e95da9_like" ON "t_article" ("slug" varchar_pattern_ops)
;;
CREATE INDEX "t_tag_name_d3a8f927_like" ON "t_tag" ("name" varchar_pattern_ops)
;;
ALTER TABLE "t_comment" ADD CONSTRAINT "t_comment_article_id_850c08a7_fk_t_article_id" FOREIGN KEY ("article_id") REFERENCES "t_article" ("id") DEFERRABLE INITIALLY DEFERRED
;;
CREATE INDEX "t_comment_article_id_850c08a7" ON "t_comment" ("article_id")
;;
ALTER TABLE "t_article_tags" ADD CONSTRAINT "t_article_tags_article_id_tag_id_37990b3a_uniq" UNIQUE ("article_id", "tag_id")
;;
ALTER TABLE "t_article_tags" ADD CONSTRAINT "t_article_tags_article_id_9e4e4362_fk_t_article_id" FOREIGN KEY ("article_id") REFERENCES "t_article" ("id") DEFERRABLE INITIALLY DEFERRED
;;
ALTER TABLE "t_article_tags" ADD CONSTRAINT "t_article_tags_tag_id_6eb4cde8_fk_t_tag_id" FOREIGN KEY ("tag_id") REFERENCES "t_tag" ("id") DEFERRABLE INITIALLY DEFERRED
;;
CREATE INDEX "t_article_tags_article_id_9e4e4362" ON "t_article_tags" ("article_id")
;;
CREATE INDEX "t_article_tags_tag_id_6eb4cde8" ON "t_article_tags" ("tag_id")
;;
COMMIT
;;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('shopapp', '0001_initial', '2026-11-21T22:49:45.300396+00:00'::timestamptz) RETURNING "django_migrations"."id"
;;
SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"
;;
SELECT "django_content_type"."id", "django_content_type"."app_label", "django_content_type"."model" FROM "django_content_type" WHERE "django_content_type"."app_label" = 'contenttypes'
;;
BEGIN
;;
INSERT INTO "django_content_type" ("app_label", "model") VALUES ('contenttypes', 'contenttype') RETURNING "django_content_type"."id"
;;
COMMIT
;;
SELECT "django_content_type"."id", "django_content_type"."app_label", "django_content_type"."model" FROM "django_content_type" WHERE "django_content_type"."app_label" = 'shopapp'
;;
BEGIN
;;
INSERT INTO "django_content_type" ("app_label", "model") VALUES ('shopapp', 'customer'), ('shopapp', 'order'), ('shopapp', 'payment'), ('shopapp', 'article'), ('shopapp', 'tag'), ('shopapp', 'comment') RETURNING "django_content_type"."id"
;;
COMMIT
;;
BEGIN
;;
INSERT INTO "t_tag" ("name") VALUES ('a0'), ('a1'), ('a2') RETURNING "t_tag"."id"
;;
COMMIT
;;
INSERT INTO "t_article" ("title", "body", "views", "data", "words", "made", "price", "on", "key", "raw", "took", "ip", "slug") VALUES ('one', '', 0, '{"k": [1]}', ARRAY['p','q']::varchar(20)[], '2026-11-21T22:49:45.431131+00:00'::timestamptz, 3.50, true, NULL, NULL, NULL, NULL, 'x') RETURNING "t_article"."id"
;;
SELECT "t_tag"."id", "t_tag"."name" FROM "t_tag" WHERE "t_tag"."name" IN ('a1', 'a2') ORDER BY "t_tag"."id" ASC
;;
BEGIN
;;
SELECT "t_tag"."id" FROM "t_tag" INNER JOIN "t_article_tags" ON ("t_tag"."id" = "t_article_tags"."tag_id") WHERE "t_article_tags"."article_id" = 1
;;
INSERT INTO "t_article_tags" ("article_id", "tag_id") VALUES (1, 2), (1, 3) ON CONFLICT DO NOTHING
;;
COMMIT
;;
SELECT "t_article"."id", "t_article"."title", "t_article"."body", "t_article"."views", "t_article"."data", "t_article"."words", "t_article"."made", "t_article"."price", "t_article"."on", "t_article"."key", "t_article"."raw", "t_article"."took", "t_article"."ip", "t_article"."slug" FROM "t_article" WHERE "t_article"."title" = 'two' LIMIT 21
;;
BEGIN
;;
INSERT INTO "t_article" ("title", "body", "views", "data", "words", "made", "price", "on", "key", "raw", "took", "ip", "slug") VALUES ('two', '', 4, '{}', '{}'::varchar(20)[], '2026-11-21T22:49:45.571192+00:00'::timestamptz, NULL, true, NULL, NULL, NULL, NULL, 'x') RETURNING "t_article"."id"
;;
COMMIT
;;
UPDATE "t_article" SET "views" = ("t_article"."views" + 1) WHERE "t_article"."title" = 'two'
;;
SELECT "t_article"."title", "t_article"."views", "t_article"."data", "t_article"."words", "t_article"."price" FROM "t_article" ORDER BY "t_article"."title" ASC
;;
SELECT "t_article"."title" FROM "t_article" WHERE ("t_article"."data" #> ARRAY['k','0']) = '1'
;;
SELECT "orders"."id", "orders"."customer_id", "orders"."status", "orders"."total", "orders"."ordered_at", "customers"."id", "customers"."email", "customers"."full_name", "customers"."phone", "customers"."birth_date", "customers"."address", "customers"."city", "customers"."country", "customers"."segment", "customers"."created_at" FROM "orders" INNER JOIN "customers" ON ("orders"."customer_id" = "customers"."id") WHERE "orders"."id" < 6 ORDER BY "orders"."id" ASC
;;
SELECT "t_article"."id", "t_article"."title", "t_article"."body", "t_article"."views", "t_article"."data", "t_article"."words", "t_article"."made", "t_article"."price", "t_article"."on", "t_article"."key", "t_article"."raw", "t_article"."took", "t_article"."ip", "t_article"."slug" FROM "t_article" ORDER BY "t_article"."title" ASC
;;
SELECT ("t_article_tags"."article_id") AS "_prefetch_related_val_article_id", "t_tag"."id", "t_tag"."name" FROM "t_tag" INNER JOIN "t_article_tags" ON ("t_tag"."id" = "t_article_tags"."tag_id") WHERE "t_article_tags"."article_id" IN (1, 2)
;;
SELECT (1) AS "a" FROM "customers" WHERE "customers"."email" = 'nobody@example.com' LIMIT 1
;;
SELECT "customers"."country", COUNT("customers"."id") AS "n" FROM "customers" GROUP BY "customers"."country" ORDER BY "customers"."country" ASC
;;
SELECT "customers"."id", (SELECT U0."total" FROM "orders" U0 WHERE U0."customer_id" = "customers"."id" ORDER BY U0."ordered_at" DESC LIMIT 1) AS "last", EXISTS(SELECT (1) AS "a" FROM "payments" U0 WHERE (U0."customer_id" = "customers"."id" AND U0."status" = 'settled') LIMIT 1) AS "has" FROM "customers" WHERE "customers"."id" < 9 ORDER BY "customers"."id" ASC
;;
SELECT "payments"."id", ROW_NUMBER() OVER (PARTITION BY "payments"."status" ORDER BY "payments"."amount" DESC) AS "r" FROM "payments" WHERE "payments"."id" < 20 ORDER BY "payments"."id" ASC
;;
SELECT DATE_TRUNC('month', "payments"."created_at" AT TIME ZONE 'America/Chicago') AS "m", SUM("payments"."amount") AS "s", COUNT(*) AS "n" FROM "payments" GROUP BY DATE_TRUNC('month', "payments"."created_at" AT TIME ZONE 'America/Chicago') ORDER BY "m" ASC
;;
EXPLAIN (COSTS false) SELECT "orders"."id", "orders"."customer_id", "orders"."status", "orders"."total", "orders"."ordered_at" FROM "orders" WHERE "orders"."id" < 3
;;
DECLARE "_django_curs_140484579324608_sync_1" NO SCROLL CURSOR WITH HOLD FOR SELECT "orders"."id", "orders"."customer_id", "orders"."status", "orders"."total", "orders"."ordered_at" FROM "orders" WHERE "orders"."id" < 50
;;
FETCH FORWARD 20 FROM "_django_curs_140484579324608_sync_1"
;;
FETCH FORWARD 20 FROM "_django_curs_140484579324608_sync_1"
;;
FETCH FORWARD 20 FROM "_django_curs_140484579324608_sync_1"
;;
FETCH FORWARD 20 FROM "_django_curs_140484579324608_sync_1"
;;
CLOSE "_django_curs_140484579324608_sync_1"
;;
BEGIN
;;
SELECT "orders"."id", "orders"."customer_id", "orders"."status", "orders"."total", "orders"."ordered_at" FROM "orders" WHERE "orders"."id" < 3 ORDER BY "orders"."id" ASC FOR UPDATE SKIP LOCKED
;;
SAVEPOINT "s140484579324608_x1"
;;
INSERT INTO "t_tag" ("name") VALUES ('z') RETURNING "t_tag"."id"
;;
RELEASE SAVEPOINT "s140484579324608_x1"
;;
COMMIT
;;
SELECT DISTINCT ON ("orders"."customer_id") "orders"."id" FROM "orders" WHERE "orders"."id" < 100 ORDER BY "orders"."customer_id" ASC, "orders"."id" DESC LIMIT 5
;;
SELECT "t_tag"."id", "t_tag"."name" FROM "t_tag" WHERE "t_tag"."name"::text LIKE 'a%'
;;
BEGIN
;;
DELETE FROM "t_article_tags" WHERE "t_article_tags"."tag_id" IN (1, 2, 3)
;;
DELETE FROM "t_tag" WHERE "t_tag"."id" IN (3, 2, 1)
;;
COMMIT
;;
SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"
;;
SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"
;;
BEGIN
;;
ALTER TABLE "t_article" DROP CONSTRAINT "t_ts"
;;
ALTER TABLE "t_article" DROP CONSTRAINT "t_views"
;;
DROP INDEX IF EXISTS "t_vm"
;;
DROP INDEX IF EXISTS "t_article_made_b70d40_brin"
;;
DROP INDEX IF EXISTS "t_article_words_c2be11_gin"
;;
DROP TABLE "t_article_tags" CASCADE
;;
DROP TABLE "t_comment" CASCADE
;;
DROP TABLE "t_tag" CASCADE
;;
DROP TABLE "t_article" CASCADE
;;
COMMIT
;;
BEGIN
;;
DELETE FROM "django_migrations" WHERE ("django_migrations"."app" = 'shopapp' AND "django_migrations"."name" = '0001_initial')
;;
COMMIT
;;
SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"
;;
SELECT "django_content_type"."id", "django_content_type"."app_label", "django_content_type"."model" FROM "django_content_type" WHERE "django_content_type"."app_label" = 'contenttypes'
;;
SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"
;;
SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"
;;
BEGIN
;;
ALTER TABLE "django_content_type" ADD COLUMN "name" varchar(100) NULL
;;
SELECT "django_content_type"."id", "django_content_type"."name", "django_content_type"."app_label", "django_content_type"."model" FROM "django_content_type"
;;
UPDATE "django_content_type" SET "name" = 'ContentType', "app_label" = 'contenttypes', "model" = 'contenttype' WHERE "django_content_type"."id" = 1
;;
UPDATE "django_content_type" SET "name" = 'customer', "app_label" = 'shopapp', "model" = 'customer' WHERE "django_content_type"."id" = 2
;;
UPDATE "django_content_type" SET "name" = 'order', "app_label" = 'shopapp', "model" = 'order' WHERE "django_content_type"."id" = 3
;;
UPDATE "django_content_type" SET "name" = 'payment', "app_label" = 'shopapp', "model" = 'payment' WHERE "django_content_type"."id" = 4
;;
UPDATE "django_content_type" SET "name" = 'article', "app_label" = 'shopapp', "model" = 'article' WHERE "django_content_type"."id" = 5
;;
UPDATE "django_content_type" SET "name" = 'tag', "app_label" = 'shopapp', "model" = 'tag' WHERE "django_content_type"."id" = 6
;;
UPDATE "django_content_type" SET "name" = 'comment', "app_label" = 'shopapp', "model" = 'comment' WHERE "django_content_type"."id" = 7
;;
ALTER TABLE "django_content_type" ALTER COLUMN "name" SET NOT NULL
;;
COMMIT
;;
BEGIN
;;
DELETE FROM "django_migrations" WHERE ("django_migrations"."app" = 'contenttypes' AND "django_migrations"."name" = '0002_remove_content_type_name')
;;
COMMIT
;;
BEGIN
;;
SELECT c.conname, array( SELECT attname FROM unnest(c.conkey) WITH ORDINALITY cols(colid, arridx) JOIN pg_attribute AS ca ON cols.colid = ca.attnum WHERE ca.attrelid = c.conrelid ORDER BY cols.arridx ), c.contype, (SELECT fkc.relname || '.' || fka.attname FROM pg_attribute AS fka JOIN pg_class AS fkc ON fka.attrelid = fkc.oid WHERE fka.attrelid = c.confrelid AND fka.attnum = c.confkey[1]), cl.reloptions FROM pg_constraint AS c JOIN pg_class AS cl ON c.conrelid = cl.oid WHERE cl.relname = 'django_content_type' AND pg_catalog.pg_table_is_visible(cl.oid)
;;
SELECT indexname, array_agg(attname ORDER BY arridx), indisunique, indisprimary, array_agg(ordering ORDER BY arridx), amname, exprdef, s2.attoptions FROM ( SELECT c2.relname as indexname, idx.*, attr.attname, am.amname, CASE WHEN idx.indexprs IS NOT NULL THEN pg_get_indexdef(idx.indexrelid) END AS exprdef, CASE am.amname WHEN 'btree' THEN CASE (option & 1) WHEN 1 THEN 'DESC' ELSE 'ASC' END END as ordering, c2.reloptions as attoptions FROM ( SELECT * FROM pg_index i, unnest(i.indkey, i.indoption) WITH ORDINALITY koi(key, option, arridx) ) idx LEFT JOIN pg_class c ON idx.indrelid = c.oid LEFT JOIN pg_class c2 ON idx.indexrelid = c2.oid LEFT JOIN pg_am am ON c2.relam = am.oid LEFT JOIN pg_attribute attr ON attr.attrelid = c.oid AND attr.attnum = idx.key WHERE c.relname = 'django_content_type' AND pg_catalog.pg_table_is_visible(c.oid) ) s2 GROUP BY indexname, indisunique, indisprimary, amname, exprdef, attoptions;
;;
ALTER TABLE "django_content_type" DROP CONSTRAINT "django_content_type_app_label_model_76bd3d3b_uniq"
;;
DROP TABLE "django_content_type" CASCADE
;;
COMMIT
;;
BEGIN
;;
DELETE FROM "django_migrations" WHERE ("django_migrations"."app" = 'contenttypes' AND "django_migrations"."name" = '0001_initial')
;;
COMMIT
;;
SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"
;;
DROP TABLE django_migrations
