-- Refused still, or spoiled. A statement moves to the file of its kind as soon as it is not.
create view revenue0 (supplier_no, total_revenue) as select l_suppkey, sum(l_extendedprice * (1 - l_discount)) from lineitem where l_shipdate >= date '1996-01-01' and l_shipdate < date '1996-01-01' + interval '3' month group by l_suppkey
;;
select s_suppkey, s_name, s_address, s_phone, total_revenue from supplier, revenue0 where s_suppkey = supplier_no and total_revenue = (select max(total_revenue) from revenue0) order by s_suppkey
;;
drop view revenue0
;;
select c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice, sum(l_quantity) from customer, orders, lineitem where o_orderkey in (select l_orderkey from lineitem group by l_orderkey having sum(l_quantity) > 120)
and c_custkey = o_custkey and o_orderkey = l_orderkey group by c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice order by o_totalprice desc, o_orderdate limit 100
;;
SELECT set_config('bytea_output', 'hex', false) FROM pg_show_all_settings() WHERE name = 'bytea_output'
;;
CREATE TABLE IF NOT EXISTS schema_history (installed_rank int NOT NULL PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), success boolean NOT NULL)
;;
SELECT pg_try_advisory_lock(42)
;;
BEGIN
;;
CREATE TABLE coupons (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL UNIQUE, percent numeric(5,2) CHECK (percent > 0), valid_until date)
;;
CREATE INDEX coupons_valid_until ON coupons (valid_until) WHERE valid_until IS NOT NULL
;;
ALTER TABLE coupons ADD COLUMN note text DEFAULT ''
;;
ALTER TABLE coupons ALTER COLUMN note SET NOT NULL
;;
INSERT INTO coupons (code, percent) VALUES ('SPRING', 10), ('SUMMER', 15)
;;
UPDATE coupons SET valid_until = date '2027-01-01' WHERE code = 'SPRING'
;;
COMMENT ON TABLE coupons IS 'discounts'
;;
CREATE TYPE coupon_state AS ENUM ('new', 'used')
;;
ALTER TABLE coupons ADD COLUMN state coupon_state
;;
CREATE VIEW valid_coupons AS SELECT code, percent FROM coupons WHERE valid_until > now()
;;
CREATE SEQUENCE coupon_numbers
;;
GRANT SELECT ON coupons TO PUBLIC
;;
INSERT INTO schema_history (installed_rank, version, description, success) VALUES (1, '1', 'coupons', true)
;;
COMMIT
;;
SELECT count(*) FROM coupons
;;
SELECT installed_rank, version FROM schema_history ORDER BY installed_rank
;;
SELECT pg_advisory_unlock(42)
;;
DROP VIEW valid_coupons
;;
DROP TABLE coupons, schema_history
;;
DROP TYPE coupon_state
;;
DROP SEQUENCE coupon_numbers
