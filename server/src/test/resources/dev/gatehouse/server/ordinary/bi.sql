-- What BI tools (Metabase, Superset, Tableau, Power BI) ask, over the demo's shop.
SELECT "public"."orders"."status" AS "status", COUNT(*) AS "count" FROM "public"."orders" GROUP BY "public"."orders"."status" ORDER BY "public"."orders"."status" ASC
;;
SELECT DATE_TRUNC('month', "public"."payments"."created_at") AS "created_at", SUM("public"."payments"."amount") AS "sum" FROM "public"."payments" GROUP BY DATE_TRUNC('month', "public"."payments"."created_at") ORDER BY DATE_TRUNC('month', "public"."payments"."created_at") ASC
;;
SELECT "source"."country" AS "country", COUNT(DISTINCT "source"."id") AS "count" FROM (SELECT "public"."customers"."id" AS "id", "public"."customers"."country" AS "country" FROM "public"."customers" WHERE "public"."customers"."segment" = 'business') "source" GROUP BY "source"."country" ORDER BY "count" DESC LIMIT 1048575
;;
SELECT country, segment, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS share FROM customers GROUP BY GROUPING SETS ((country, segment), (country), ()) ORDER BY 1, 2
;;
SELECT c.country, sum(p.amount) FILTER (WHERE p.status = 'settled') AS settled, percentile_cont(0.5) WITHIN GROUP (ORDER BY p.amount) AS median FROM customers c JOIN payments p ON p.customer_id = c.id GROUP BY c.country ORDER BY 2 DESC NULLS LAST
;;
SELECT CAST("t0"."created_at" AS DATE) AS "day", COUNT(1) AS "n" FROM "public"."support_tickets" "t0" GROUP BY 1 ORDER BY 1
;;
SELECT count(email), count(DISTINCT email), count(*) FILTER (WHERE phone IS NULL) FROM customers WHERE country = 'DE'
;;
SELECT email, count(*) FROM customers WHERE id BETWEEN 10 AND 20 GROUP BY email
;;
SELECT CASE WHEN amount < 20 THEN 'small' WHEN amount < 100 THEN 'middle' ELSE 'large' END AS size, count(*) FROM payments GROUP BY 1 ORDER BY 1
;;
SELECT status, amount, rank() OVER (PARTITION BY status ORDER BY amount DESC) FROM payments WHERE id < 50 ORDER BY 1, 3, 2
;;
WITH monthly AS (SELECT date_trunc('month', created_at) AS m, sum(amount) AS s FROM payments GROUP BY 1) SELECT m, s, lag(s) OVER (ORDER BY m) AS before, s - lag(s) OVER (ORDER BY m) AS change FROM monthly ORDER BY m
;;
SELECT to_char(ordered_at, 'YYYY-MM') AS month, count(*) FROM orders GROUP BY 1 ORDER BY 1
;;
SELECT generate_series(date '2026-01-01', date '2026-01-10', interval '1 day')::date AS day
