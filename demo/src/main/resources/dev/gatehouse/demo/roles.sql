-- Run once, in database shop, by the superuser that initdb made; its password is forgotten afterwards.
CREATE ROLE shop_app NOLOGIN;
CREATE ROLE gatehouse_agent LOGIN IN ROLE shop_app;
CREATE ROLE gatehouse_people LOGIN IN ROLE shop_app;
CREATE ROLE gatehouse_catalogue LOGIN;
ALTER ROLE gatehouse_catalogue SET default_transaction_read_only = on;

-- The way around the gateway, for comparison: the shop's owner, who may also watch the server.
CREATE ROLE shop_owner LOGIN IN ROLE shop_app;
GRANT pg_monitor, pg_signal_backend TO shop_owner;
GRANT ALTER SYSTEM, SET ON PARAMETER log_statement TO shop_owner;
GRANT EXECUTE ON FUNCTION pg_reload_conf() TO shop_owner;
GRANT EXECUTE ON FUNCTION pg_read_file(text), pg_read_file(text, bigint, bigint) TO shop_owner;

ALTER DATABASE shop OWNER TO shop_owner;
ALTER SCHEMA public OWNER TO shop_app;
REVOKE ALL ON DATABASE shop FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE shop TO shop_app;
GRANT CONNECT ON DATABASE shop TO gatehouse_catalogue;
REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
REVOKE CONNECT ON DATABASE template1 FROM PUBLIC;
