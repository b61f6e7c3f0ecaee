-- migrations, in one transaction and with a table of what ran
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
;;
BEGIN
;;
CREATE SCHEMA IF NOT EXISTS audit_trail
;;
CREATE TABLE audit_trail.steps (step int PRIMARY KEY, name text)
;;
SAVEPOINT one
;;
ALTER TABLE audit_trail.steps RENAME COLUMN name TO title
;;
INSERT INTO audit_trail.steps (step, title) VALUES (1, 'a')
;;
SELECT step FROM audit_trail.steps WHERE title = 'a'
;;
ROLLBACK TO SAVEPOINT one
;;
INSERT INTO audit_trail.steps (step, name) VALUES (1, 'a'), (2, 'b')
;;
SELECT count(name) FROM audit_trail.steps
;;
SELECT status FROM orders WHERE id = 7
;;
ROLLBACK
