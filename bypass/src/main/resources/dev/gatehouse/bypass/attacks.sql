# Ways to ask a masking proxy for PostgreSQL for a value that it must not show. See Attacks for the form.
# {t} the table, {k} = {id} the row, {c} the masked column, {o} a clear text column of the same table,
# {value} the planted value (only where equality is the trick), {prefix} how it begins, {half} what sorts between.

= renamed
+ plain
SELECT {c} FROM {t} WHERE {k} = {id}
+ star
SELECT * FROM {t} WHERE {k} = {id}
+ alias-of-a-clear-column
SELECT {c} AS {o} FROM {t} WHERE {k} = {id}
+ swapped-aliases
SELECT {c} AS {o}, {o} AS {c} FROM {t} WHERE {k} = {id}
+ table-command
TABLE {t}
+ only
SELECT * FROM ONLY {t} WHERE {k} = {id}
+ aliased-columns-of-a-table
SELECT * FROM (SELECT {k}, {c} FROM {t} WHERE {k} = {id}) AS x ({o}, note)
+ quoted-name
SELECT "{c}" FROM "{t}" WHERE {k} = {id}
+ unicode-escaped-name
SELECT U&"\0065mail" FROM {t} WHERE {k} = {id}
+ schema-qualified
SELECT public.{t}.{c} FROM public.{t} WHERE {k} = {id}
+ comment-in-between
SELECT/**/{c}/*--*/FROM/**/{t}/**/WHERE {k}={id}--'
+ nested-comment
SELECT /* /* */ {o}, */ {c} FROM {t} WHERE {k} = {id}
+ duplicate-names
SELECT {o} AS a, {c} AS a, {k} AS a FROM {t} WHERE {k} = {id}
+ fetch-first
SELECT {c} FROM {t} WHERE {k} = {id} ORDER BY {k} FETCH FIRST 1 ROW WITH TIES
+ for-update
SELECT {c} FROM {t} WHERE {k} = {id} FOR UPDATE
+ tablesample
SELECT {c} FROM {t} TABLESAMPLE BERNOULLI (100) WHERE {k} = {id}

= whole rows
+ whole-row
SELECT {t} FROM {t} WHERE {k} = {id}
+ whole-row-alias
SELECT x FROM {t} x WHERE {k} = {id}
+ row-expanded
SELECT (x).* FROM {t} x WHERE {k} = {id}
+ field-of-row
SELECT (x).{c} FROM {t} x WHERE {k} = {id}
+ row-as-text
SELECT x::text FROM {t} x WHERE {k} = {id}
+ row-constructor
SELECT ROW({k}, {c}) FROM {t} WHERE {k} = {id}
+ functional-notation
SELECT {c}({t}) FROM {t} WHERE {k} = {id}
+ text-of-row
SELECT textin(record_out(x)) FROM {t} x WHERE {k} = {id}
+ row-in-array
SELECT array_agg(x) FROM {t} x WHERE {k} = {id}
+ hash-of-row
SELECT hash_record(x) FROM {t} x WHERE {k} = {id}
+ record-compare
SELECT x < ROW({id}, '{half}') FROM (SELECT {k}, {c} FROM {t} WHERE {k} = {id}) x

= text functions
+ substr
SELECT substr({c}, 1, 8), substr({c}, 9) FROM {t} WHERE {k} = {id}
+ left-right
SELECT left({c}, 9), right({c}, 9) FROM {t} WHERE {k} = {id}
+ reverse
SELECT reverse({c}) FROM {t} WHERE {k} = {id}
+ upper
SELECT upper({c}) FROM {t} WHERE {k} = {id}
+ initcap
SELECT initcap({c}) FROM {t} WHERE {k} = {id}
+ concatenation
SELECT 'x' || {c} || 'y' FROM {t} WHERE {k} = {id}
+ concat-ws
SELECT concat_ws('-', {k}, {c}) FROM {t} WHERE {k} = {id}
+ format
SELECT format('%s %L %I', {c}, {c}, {c}) FROM {t} WHERE {k} = {id}
+ replace
SELECT replace({c}, '@', ' at ') FROM {t} WHERE {k} = {id}
+ translate
SELECT translate({c}, '@.', '  ') FROM {t} WHERE {k} = {id}
+ overlay
SELECT overlay({c} PLACING 'x' FROM 1 FOR 0) FROM {t} WHERE {k} = {id}
+ pad
SELECT lpad({c}, 60, '.'), rpad({c}, 60, '.') FROM {t} WHERE {k} = {id}
+ trim
SELECT trim(both ' ' from {c}), btrim({c}, '!') FROM {t} WHERE {k} = {id}
+ repeat
SELECT repeat({c}, 2) FROM {t} WHERE {k} = {id}
+ split-part
SELECT split_part({c}, '@', 1), split_part({c}, '@', 2) FROM {t} WHERE {k} = {id}
+ split-to-table
SELECT regexp_split_to_table({c}, '') FROM {t} WHERE {k} = {id}
+ string-to-array
SELECT string_to_array({c}, NULL) FROM {t} WHERE {k} = {id}
+ string-to-table
SELECT string_to_table({c}, NULL) FROM {t} WHERE {k} = {id}
+ regexp-matches
SELECT regexp_matches({c}, '(.*)@(.*)') FROM {t} WHERE {k} = {id}
+ regexp-replace
SELECT regexp_replace({c}, '(.)', '\1-', 'g') FROM {t} WHERE {k} = {id}
+ substring-similar
SELECT substring({c} SIMILAR '#"%#"@%' ESCAPE '#') FROM {t} WHERE {k} = {id}
+ quote
SELECT quote_literal({c}), quote_ident({c}), quote_nullable({c}) FROM {t} WHERE {k} = {id}
+ to-tsvector
SELECT to_tsvector('simple', {c}), ts_headline({c}, to_tsquery('simple', 'a')) FROM {t} WHERE {k} = {id}
+ tsvector-parse
SELECT token FROM {t}, ts_parse('default', {c}) WHERE {k} = {id}
+ normalise
SELECT normalize({c}, NFKD) FROM {t} WHERE {k} = {id}
+ collation
SELECT {c} COLLATE "C" FROM {t} WHERE {k} = {id}
+ length
SELECT position('@' in {c}), strpos({c}, 'w') FROM {t} WHERE {k} = {id}
+ ascii
SELECT ascii({c}), ascii(substr({c}, 2)), ascii(substr({c}, 3)), ascii(substr({c}, 4)) FROM {t} WHERE {k} = {id}
+ letters-unrolled
SELECT i, substr({c}, i, 1) FROM {t}, generate_series(1, 24) i WHERE {k} = {id} ORDER BY i
+ letters-unrolled-as-codes
SELECT ascii(substr({c}, i, 1)) FROM {t}, generate_series(1, 24) i WHERE {k} = {id} ORDER BY i
+ unistr
SELECT unistr({c}) FROM {t} WHERE {k} = {id}

= encoded and hashed
+ base64
SELECT encode({c}::bytea, 'base64') FROM {t} WHERE {k} = {id}
+ hex
SELECT encode(convert_to({c}, 'UTF8'), 'hex') FROM {t} WHERE {k} = {id}
+ escape
SELECT encode({c}::bytea, 'escape') FROM {t} WHERE {k} = {id}
+ bytea
SELECT {c}::bytea FROM {t} WHERE {k} = {id}
+ textsend
SELECT textsend({c}) FROM {t} WHERE {k} = {id}
+ md5
SELECT md5({c}) FROM {t} WHERE {k} = {id}
+ sha256
SELECT sha256({c}::bytea) FROM {t} WHERE {k} = {id}
+ hashtext
SELECT hashtext({c}), hashtextextended({c}, 7) FROM {t} WHERE {k} = {id}
+ crc
SELECT get_byte({c}::bytea, 3), get_bit({c}::bytea, 9) FROM {t} WHERE {k} = {id}
+ bits
SELECT ('x' || encode({c}::bytea, 'hex'))::bit(64) FROM {t} WHERE {k} = {id}
+ number-of-hex
SELECT ('x' || left(md5({c}), 8))::bit(32)::int FROM {t} WHERE {k} = {id}
+ date-of-bytes
SELECT date '2000-01-01' + get_byte({c}::bytea, 1) FROM {t} WHERE {k} = {id}
+ interval-of-bytes
SELECT make_interval(days => ascii(substr({c}, 2))) FROM {t} WHERE {k} = {id}
+ boolean-of-bytes
SELECT get_byte({c}::bytea, 1) > 108 FROM {t} WHERE {k} = {id}
+ uuid-of-md5
SELECT md5({c})::uuid FROM {t} WHERE {k} = {id}
+ money-of-bytes
SELECT get_byte({c}::bytea, 1)::money FROM {t} WHERE {k} = {id}
+ point-of-bytes
SELECT point(get_byte({c}::bytea, 1), get_byte({c}::bytea, 2)) FROM {t} WHERE {k} = {id}
+ name-cast
SELECT {c}::name, {c}::varchar(80), {c}::char(80), {c}::"char" FROM {t} WHERE {k} = {id}

= expressions
+ coalesce
SELECT coalesce({c}, '') FROM {t} WHERE {k} = {id}
+ nullif
SELECT nullif({c}, 'nobody') FROM {t} WHERE {k} = {id}
+ greatest
SELECT greatest({c}, 'a'), least({c}, '~') FROM {t} WHERE {k} = {id}
+ case-result
SELECT CASE WHEN {k} = {id} THEN {c} ELSE '' END FROM {t} WHERE {k} = {id}
+ case-condition
SELECT CASE WHEN {c} < '{half}' THEN 'first' ELSE 'second' END FROM {t} WHERE {k} = {id}
+ case-number
SELECT CASE substr({c}, 2, 1) WHEN 'b' THEN 1 ELSE 2 END FROM {t} WHERE {k} = {id}
+ comparison-output
SELECT {c} < '{half}', {c} > '{half}' FROM {t} WHERE {k} = {id}
+ like-output
SELECT {c} LIKE '{prefix}%' FROM {t} WHERE {k} = {id}
+ regexp-output
SELECT {c} ~ '^{prefix}', regexp_count({c}, 'b') FROM {t} WHERE {k} = {id}
+ starts-with
SELECT starts_with({c}, '{prefix}'), {c} ^@ '{prefix}' FROM {t} WHERE {k} = {id}
+ array
SELECT ARRAY[{c}] FROM {t} WHERE {k} = {id}
+ array-element
SELECT (ARRAY['x', {c}])[2] FROM {t} WHERE {k} = {id}
+ array-subquery
SELECT ARRAY(SELECT {c} FROM {t} WHERE {k} = {id})
+ array-to-string
SELECT array_to_string(ARRAY[{c}, {c}], '|') FROM {t} WHERE {k} = {id}
+ unnest
SELECT unnest(ARRAY[{c}]) FROM {t} WHERE {k} = {id}
+ unnest-in-from
SELECT u FROM {t}, unnest(ARRAY[{c}]) u WHERE {k} = {id}
+ set-returning
SELECT generate_series(1, ascii(substr({c}, 2))) FROM {t} WHERE {k} = {id}
+ range-constructor
SELECT int4range(0, ascii(substr({c}, 2))) FROM {t} WHERE {k} = {id}
+ xmlforest
SELECT xmlforest({c}) FROM {t} WHERE {k} = {id}
+ xmlelement
SELECT xmlelement(name e, xmlattributes({c} AS a), {c}) FROM {t} WHERE {k} = {id}
+ xmlserialize
SELECT xmlserialize(CONTENT xmlelement(name e, {c}) AS text) FROM {t} WHERE {k} = {id}
+ xpath
SELECT xpath('//e/text()', xmlelement(name e, {c})) FROM {t} WHERE {k} = {id}

= JSON
+ row-to-json
SELECT row_to_json(x) FROM {t} x WHERE {k} = {id}
+ to-jsonb
SELECT to_jsonb(x) FROM {t} x WHERE {k} = {id}
+ json-field
SELECT to_jsonb(x) ->> '{c}' FROM {t} x WHERE {k} = {id}
+ json-path
SELECT jsonb_path_query(to_jsonb(x), '$.*') FROM {t} x WHERE {k} = {id}
+ json-build
SELECT json_build_object({c}, 1), json_build_array({c}) FROM {t} WHERE {k} = {id}
+ json-object
SELECT json_object(ARRAY[{c}], ARRAY['x']) FROM {t} WHERE {k} = {id}
+ json-keys
SELECT jsonb_object_keys(jsonb_build_object({c}, 1)) FROM {t} WHERE {k} = {id}
+ json-each
SELECT e.* FROM {t} x, jsonb_each_text(to_jsonb(x)) e WHERE {k} = {id}
+ json-agg
SELECT json_agg(x) FROM {t} x WHERE {k} = {id}
+ json-object-agg
SELECT json_object_agg({k}, {c}) FROM {t} WHERE {k} = {id}
+ json-populate
SELECT (jsonb_populate_record(x, '{}')).* FROM {t} x WHERE {k} = {id}
+ json-scalar
SELECT to_json({c})::text FROM {t} WHERE {k} = {id}

= aggregates and windows
+ min-max
SELECT min({c}), max({c}) FROM {t} WHERE {k} = {id}
+ any-value
SELECT (array_agg({c}))[1] FROM {t} WHERE {k} = {id}
+ string-agg
SELECT string_agg({c}, ',') FROM {t} WHERE {k} = {id}
+ string-agg-delimiter
SELECT string_agg('x', {c}) FROM {t} WHERE {k} = {id}
+ mode
SELECT mode() WITHIN GROUP (ORDER BY {c}) FROM {t} WHERE {k} = {id}
+ percentile
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY {c}) FROM {t} WHERE {k} = {id}
+ first-value
SELECT first_value({c}) OVER () FROM {t} WHERE {k} = {id}
+ lag
SELECT lag({c}, 0) OVER (ORDER BY {k}) FROM {t} WHERE {k} = {id}
+ rank-among-others
SELECT {k}, rank() OVER (ORDER BY {c}) FROM {t} WHERE {k} IN (SELECT {id} UNION ALL SELECT {k} FROM {t} LIMIT 3000) ORDER BY {k}
+ count-filter
SELECT count(*) FILTER (WHERE {c} < '{half}') FROM {t} WHERE {k} = {id}
+ sum-of-codes
SELECT sum(ascii(substr({c}, 2))), avg(ascii(substr({c}, 3))) FROM {t} WHERE {k} = {id}
+ bool-and
SELECT bool_and({c} < '{half}') FROM {t} WHERE {k} = {id}
+ group-by
SELECT {c}, count(*) FROM {t} WHERE {k} = {id} GROUP BY {c}
+ group-by-hidden-order
SELECT count(*) FROM {t} WHERE {k} = {id} GROUP BY substr({c}, 2, 1) HAVING substr({c}, 2, 1) = 'b'
+ having
SELECT {k} FROM {t} WHERE {k} = {id} GROUP BY {k} HAVING min({c}) < '{half}'
+ distinct-on
SELECT DISTINCT ON ({c}) {c}, {k} FROM {t} WHERE {k} = {id}

= sub-queries and set operations
+ sub-query
SELECT s.y FROM (SELECT {c} AS y FROM {t} WHERE {k} = {id}) s
+ scalar-sub-query
SELECT (SELECT {c} FROM {t} WHERE {k} = {id}) AS {o}
+ correlated
SELECT (SELECT b.{c} FROM {t} b WHERE b.{k} = a.{k}) FROM {t} a WHERE a.{k} = {id}
+ lateral
SELECT l.* FROM {t} a, LATERAL (SELECT a.{c}) l WHERE a.{k} = {id}
+ lateral-values
SELECT v.x FROM {t} a CROSS JOIN LATERAL (VALUES (a.{c}), (a.{o})) v (x) WHERE a.{k} = {id}
+ values
VALUES ((SELECT {c} FROM {t} WHERE {k} = {id}))
+ common-table
WITH x AS (SELECT {c} AS y FROM {t} WHERE {k} = {id}) SELECT y FROM x
+ common-table-chain
WITH a AS (SELECT {c} x FROM {t} WHERE {k} = {id}), b (y) AS (TABLE a), c AS (SELECT y || '' AS z FROM b) SELECT z FROM c
+ recursive
WITH RECURSIVE r (x, n) AS (SELECT {c}, 1 FROM {t} WHERE {k} = {id} UNION ALL SELECT substr(x, 2), n + 1 FROM r WHERE n < 20) SELECT x FROM r
+ union
SELECT 'x' UNION ALL SELECT {c} FROM {t} WHERE {k} = {id}
+ union-under-another-name
SELECT {o} FROM {t} WHERE {k} = {id} UNION SELECT {c} FROM {t} WHERE {k} = {id}
+ except
SELECT {c} FROM {t} WHERE {k} = {id} EXCEPT SELECT 'nobody'
+ intersect
SELECT {c} FROM {t} WHERE {k} = {id} INTERSECT SELECT {c} FROM {t} WHERE {k} = {id}
+ natural-join
SELECT {c} FROM {t} a NATURAL JOIN {t} b WHERE a.{k} = {id}
+ join-using
SELECT {c} FROM {t} a JOIN {t} b USING ({c}) WHERE a.{k} = {id}
+ full-join-using
SELECT {c} FROM {t} a FULL JOIN {t} b USING ({k}, {c}) WHERE {k} = {id}
+ join-alias
SELECT j.{c} FROM ({t} a JOIN {t} b USING ({k}, {c})) AS j WHERE j.{k} = {id}
+ in-list-of-rows
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} IN (SELECT chr(97 + i) || '' FROM generate_series(1, 25) i)

= predicates
+ equality bounded
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} = '{value}'
+ equality-in-list bounded
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} IN ('{value}', 'x')
+ equality-any bounded
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} = ANY (ARRAY['{value}', 'x'])
+ equality-join-values bounded
SELECT {k} FROM {t} JOIN (VALUES ('{value}')) v (x) ON v.x = {c} WHERE {k} = {id}
+ equality-exists bounded
SELECT EXISTS (SELECT FROM {t} WHERE {k} = {id} AND {c} = '{value}')
+ equality-count bounded
SELECT count(*) FROM {t} WHERE {k} = {id} AND {c} = '{value}'
+ inequality bounded
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} <> '{value}'
+ distinct-from bounded
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} IS NOT DISTINCT FROM '{value}'
+ not-in bounded
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} NOT IN ('{value}')
+ equality-output bounded
SELECT {c} = '{value}' FROM {t} WHERE {k} = {id}
+ generated-guesses
SELECT v FROM {t} JOIN (SELECT 'q' || chr(97 + i) || 'x' v FROM generate_series(1, 25) i) g ON g.v = left({c}, 2) || 'x' WHERE {k} = {id}
+ like
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} LIKE '{prefix}%'
+ ilike
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} ILIKE '{prefix}%'
+ regexp
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} ~ '^{prefix}'
+ similar-to
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} SIMILAR TO '{prefix}%'
+ range
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} < '{half}'
+ between
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} BETWEEN 'a' AND '{half}'
+ between-symmetric
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} NOT BETWEEN SYMMETRIC '{half}' AND 'a'
+ row-range
SELECT {k} FROM {t} WHERE ({k}, {c}) <= ({id}, '{half}') AND {k} = {id}
+ function-of-column
SELECT {k} FROM {t} WHERE {k} = {id} AND substr({c}, 2, 1) = 'b'
+ full-text
SELECT {k} FROM {t} WHERE {k} = {id} AND to_tsvector('simple', {c}) @@ to_tsquery('simple', '{prefix}:*')
+ position-in-predicate
SELECT {k} FROM {t} WHERE {k} = {id} AND strpos({c}, '{prefix}') = 1
+ clear-column-compared
SELECT {k} FROM {t} WHERE {k} = {id} AND {c} < {o}
+ order-by
SELECT {k} FROM {t} WHERE {k} = {id} OR {k} IN (SELECT {k} FROM {t} WHERE {c} LIKE 'q%') ORDER BY {c}
+ order-by-of-two
SELECT x FROM (SELECT 1 AS x, {c} AS y FROM {t} WHERE {k} = {id} UNION ALL SELECT 2, '{half}') s ORDER BY y
+ order-by-position
SELECT {c}, x FROM (SELECT 1 AS x, {c} FROM {t} WHERE {k} = {id} UNION ALL SELECT 2, '{half}') s ORDER BY 1
+ order-in-aggregate
SELECT array_agg(x ORDER BY y) FROM (SELECT 1 AS x, {c} AS y FROM {t} WHERE {k} = {id} UNION ALL SELECT 2, '{half}') s
+ distinct-order
SELECT DISTINCT ON (1) x FROM (SELECT 1 AS x, {c} AS y FROM {t} WHERE {k} = {id} UNION ALL SELECT 1, '{half}') s ORDER BY 1, y
+ min-by
SELECT (min(ROW(y, x)::text)) FROM (SELECT 1 AS x, {c} AS y FROM {t} WHERE {k} = {id} UNION ALL SELECT 2, '{half}') s
+ row-number
SELECT x, row_number() OVER (ORDER BY y) FROM (SELECT 1 AS x, {c} AS y FROM {t} WHERE {k} = {id} UNION ALL SELECT 2, '{half}') s
+ limit-by-value
SELECT 1 FROM generate_series(1, 200) LIMIT (SELECT ascii(substr({c}, 2)) FROM {t} WHERE {k} = {id})
+ offset-by-value
SELECT i FROM generate_series(1, 200) i OFFSET (SELECT ascii(substr({c}, 2)) FROM {t} WHERE {k} = {id}) LIMIT 1

= errors
+ division-by-zero
SELECT 1 / (CASE WHEN {c} < '{half}' THEN 0 ELSE 1 END) FROM {t} WHERE {k} = {id}
+ error-in-predicate
SELECT {k} FROM {t} WHERE {k} = {id} AND 1 / (ascii(substr({c}, 2)) - 98) > 0
+ cast-to-integer
SELECT {c}::integer FROM {t} WHERE {k} = {id}
+ cast-in-predicate
SELECT {k} FROM {t} WHERE {k} = {id} AND {c}::integer = 1
+ cast-to-date
SELECT CAST({c} AS date) FROM {t} WHERE {k} = {id}
+ cast-to-json
SELECT ('{' || {c})::json FROM {t} WHERE {k} = {id}
+ cast-to-inet
SELECT {c}::inet FROM {t} WHERE {k} = {id}
+ cast-to-regclass
SELECT {c}::regclass FROM {t} WHERE {k} = {id}
+ cast-in-order
SELECT {k} FROM {t} WHERE {k} = {id} ORDER BY {c}::int
+ cast-in-limit
SELECT 1 LIMIT (SELECT {c}::bigint FROM {t} WHERE {k} = {id})
+ bad-regexp
SELECT 'x' ~ ('(' || {c}) FROM {t} WHERE {k} = {id}
+ bad-timezone
SELECT now() AT TIME ZONE {c} FROM {t} WHERE {k} = {id}
+ bad-encoding
SELECT convert_from('x', {c}) FROM {t} WHERE {k} = {id}
+ to-number
SELECT to_number({c}, '999'), to_date({c}, 'YYYY') FROM {t} WHERE {k} = {id}
+ enum-error
SELECT has_table_privilege({c}, 'select') FROM {t} WHERE {k} = {id}
+ set-returning-error
SELECT * FROM jsonb_to_recordset((SELECT to_jsonb({c}) FROM {t} WHERE {k} = {id})) AS x (a int)
+ raise write
DO $$ BEGIN RAISE NOTICE '%', (SELECT {c} FROM {t} WHERE {k} = {id}); END $$
+ raise-exception write
DO $$ BEGIN RAISE EXCEPTION '%', (SELECT {c} FROM {t} WHERE {k} = {id}); END $$

= copy
+ copy-table
COPY {t} TO STDOUT
+ copy-columns
COPY {t} ({k}, {c}) TO STDOUT
+ copy-query
COPY (SELECT {c} FROM {t} WHERE {k} = {id}) TO STDOUT
+ copy-csv
COPY (SELECT {c}, {o} FROM {t} WHERE {k} = {id}) TO STDOUT WITH (FORMAT csv, HEADER, QUOTE '''', DELIMITER ';')
+ copy-forced-quotes
COPY (SELECT {c} FROM {t} WHERE {k} = {id}) TO STDOUT WITH (FORMAT csv, FORCE_QUOTE *, NULL 'x')
+ copy-binary
COPY (SELECT {c} FROM {t} WHERE {k} = {id}) TO STDOUT WITH (FORMAT binary)
+ copy-other-encoding
COPY (SELECT {c} FROM {t} WHERE {k} = {id}) TO STDOUT WITH (ENCODING 'UTF8', DELIMITER 'b')
+ copy-delimited-by-letters
COPY (SELECT {c} FROM {t} WHERE {k} = {id}) TO STDOUT (DELIMITER '@')
+ copy-program
COPY (SELECT {c} FROM {t} WHERE {k} = {id}) TO PROGRAM 'cat'
+ copy-file
COPY (SELECT {c} FROM {t} WHERE {k} = {id}) TO '/tmp/gatehouse-bypass'
+ copy-whole-row
COPY (SELECT x FROM {t} x WHERE {k} = {id}) TO STDOUT
+ copy-returning write
COPY (UPDATE {t} SET {o} = {o} WHERE {k} = {id} RETURNING {c}) TO STDOUT
+ copy-old-syntax
COPY {t} ({c}) TO STDOUT WITH CSV HEADER

= cursors and prepared statements
+ cursor
BEGIN
---
DECLARE c CURSOR FOR SELECT {c} FROM {t} WHERE {k} = {id}
---
FETCH ALL FROM c
+ cursor-with-hold
DECLARE h CURSOR WITH HOLD FOR SELECT {c} || '' FROM {t} WHERE {k} = {id}
---
FETCH 1 FROM h
+ cursor-scroll
BEGIN
---
DECLARE s SCROLL CURSOR FOR SELECT x.* FROM {t} x WHERE {k} = {id}
---
FETCH LAST FROM s
---
FETCH ABSOLUTE 1 FROM s
---
FETCH BACKWARD ALL FROM s
+ cursor-binary
BEGIN
---
DECLARE b BINARY CURSOR FOR SELECT {c} FROM {t} WHERE {k} = {id}
---
FETCH ALL FROM b
+ cursor-replaced
BEGIN
---
DECLARE r CURSOR FOR SELECT {o} FROM {t} WHERE {k} = {id}
---
CLOSE r
---
DECLARE r CURSOR FOR SELECT {c} FROM {t} WHERE {k} = {id}
---
FETCH ALL FROM r
+ cursor-after-savepoint
BEGIN
---
SAVEPOINT p
---
DECLARE r CURSOR FOR SELECT {o} FROM {t} WHERE {k} = {id}
---
ROLLBACK TO p
---
DECLARE r CURSOR FOR SELECT {c} FROM {t} WHERE {k} = {id}
---
FETCH ALL FROM r
+ prepare-execute
PREPARE p AS SELECT {c} FROM {t} WHERE {k} = {id}
---
EXECUTE p
+ prepare-with-parameter
PREPARE p (text) AS SELECT $1 || {c} FROM {t} WHERE {k} = {id}
---
EXECUTE p ('x')
+ prepare-replaced
PREPARE p AS SELECT {o} FROM {t} WHERE {k} = {id}
---
DEALLOCATE p
---
PREPARE p AS SELECT {c} FROM {t} WHERE {k} = {id}
---
EXECUTE p
+ prepare-explain-execute
PREPARE p AS SELECT {c} FROM {t} WHERE {k} = {id} AND {c} < '{half}'
---
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) EXECUTE p
+ create-as-execute write
PREPARE p AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
CREATE TEMP TABLE bypass_p AS EXECUTE p
---
SELECT * FROM bypass_p
+ prepared-replanned-after-search-path write
CREATE TEMP TABLE bypass_names (v text)
---
PREPARE q AS SELECT v FROM bypass_names
---
INSERT INTO bypass_names SELECT {c} FROM {t} WHERE {k} = {id}
---
EXECUTE q

= explain
+ explain-verbose
EXPLAIN (VERBOSE, COSTS OFF) SELECT {c} FROM {t} WHERE {k} = {id}
+ explain-analyse
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT {k} FROM {t} WHERE {k} = {id} AND {c} < '{half}'
+ explain-analyse-delete write
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) DELETE FROM {t} WHERE {k} = {id} AND {c} < '{half}'
+ explain-folded-constant
EXPLAIN (VERBOSE, COSTS OFF) SELECT bypass_immutable({id}) FROM {t}
! CREATE OR REPLACE FUNCTION bypass_immutable(int) RETURNS text LANGUAGE sql IMMUTABLE AS $f$ SELECT {c} FROM {t} WHERE {k} = $1 $f$
+ explain-json
EXPLAIN (ANALYZE, FORMAT JSON, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT count(*) FROM {t} WHERE {k} = {id} AND {c} LIKE '{prefix}%'
+ explain-estimates
EXPLAIN SELECT 1 FROM {t} WHERE {c} < '{half}'

= objects that exist already
+ view
! CREATE OR REPLACE VIEW bypass_view AS SELECT {k}, {c} AS {o} FROM {t}
SELECT * FROM bypass_view WHERE {k} = {id}
+ view-over-view
! CREATE OR REPLACE VIEW bypass_view2 AS SELECT {k} AS n, 'x' || {c} AS note FROM {t}
! CREATE OR REPLACE VIEW bypass_view3 AS SELECT note AS remark, n FROM bypass_view2
SELECT remark FROM bypass_view3 WHERE n = {id}
+ view-of-whole-rows
! CREATE OR REPLACE VIEW bypass_rows AS SELECT {k} AS n, to_jsonb(x) AS doc FROM {t} x
SELECT doc FROM bypass_rows WHERE n = {id}
+ view-in-a-function-call
SELECT x::text FROM bypass_view x WHERE {k} = {id}
! CREATE OR REPLACE VIEW bypass_view AS SELECT {k}, {c} AS {o} FROM {t}
+ function-sql
! CREATE OR REPLACE FUNCTION bypass_sql(int) RETURNS text LANGUAGE sql STABLE AS $f$ SELECT {c} FROM {t} WHERE {k} = $1 $f$
SELECT bypass_sql({id})
+ function-plpgsql
! CREATE OR REPLACE FUNCTION bypass_pl(n int) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN RETURN (SELECT {c} FROM {t} WHERE {k} = n); END $f$
SELECT bypass_pl({id})
+ function-definer
! CREATE OR REPLACE FUNCTION bypass_definer(n int) RETURNS text LANGUAGE sql SECURITY DEFINER AS $f$ SELECT {c} FROM {t} WHERE {k} = n $f$
SELECT * FROM bypass_definer({id})
+ function-table
! CREATE OR REPLACE FUNCTION bypass_rows_of(n int) RETURNS SETOF {t} LANGUAGE sql AS $f$ SELECT * FROM {t} WHERE {k} = n $f$
SELECT * FROM bypass_rows_of({id})
+ function-that-raises
! CREATE OR REPLACE FUNCTION bypass_raise(n int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION '%', (SELECT {c} FROM {t} WHERE {k} = n); END $f$
SELECT bypass_raise({id})
+ function-that-notes
! CREATE OR REPLACE FUNCTION bypass_note(n int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN RAISE NOTICE '%', (SELECT {c} FROM {t} WHERE {k} = n); RETURN 1; END $f$
SELECT bypass_note({id})
+ function-number
! CREATE OR REPLACE FUNCTION bypass_code(n int) RETURNS int LANGUAGE sql AS $f$ SELECT ascii(substr({c}, 2)) FROM {t} WHERE {k} = n $f$
SELECT bypass_code({id})
+ function-in-predicate
! CREATE OR REPLACE FUNCTION bypass_below(n int) RETURNS boolean LANGUAGE sql AS $f$ SELECT {c} < '{half}' FROM {t} WHERE {k} = n $f$
SELECT 1 WHERE bypass_below({id})
+ function-over-argument
! CREATE OR REPLACE FUNCTION bypass_same(text) RETURNS text LANGUAGE sql IMMUTABLE AS $f$ SELECT reverse($1) $f$
SELECT bypass_same({c}) FROM {t} WHERE {k} = {id}
+ operator
! CREATE OR REPLACE FUNCTION bypass_op(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $f$ SELECT $1 || $2 $f$
! DO $f$ BEGIN CREATE OPERATOR <~~> (LEFTARG = text, RIGHTARG = text, FUNCTION = bypass_op); EXCEPTION WHEN OTHERS THEN NULL; END $f$
SELECT {c} <~~> '' FROM {t} WHERE {k} = {id}
+ aggregate
! CREATE OR REPLACE AGGREGATE bypass_last(text) (SFUNC = textcat, STYPE = text, INITCOND = '')
SELECT bypass_last({c}) FROM {t} WHERE {k} = {id}
+ call write
! CREATE OR REPLACE PROCEDURE bypass_proc(n int, INOUT v text) LANGUAGE plpgsql AS $f$ BEGIN v := (SELECT {c} FROM {t} WHERE {k} = n); END $f$
CALL bypass_proc({id}, '')

= sideways
+ query-to-xml
SELECT query_to_xml('SELECT {c} FROM {t} WHERE {k} = {id}', true, true, '')
+ table-to-xml
SELECT table_to_xml('{t}', true, true, '')
+ schema-to-xml
SELECT schema_to_xml('public', true, true, '')
+ cursor-to-xml
BEGIN
---
DECLARE c CURSOR FOR SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT cursor_to_xml('c', 1, true, true, '')
+ ts-stat
SELECT word FROM ts_stat('SELECT to_tsvector(''simple'', {c}) FROM {t} WHERE {k} = {id}')
+ ts-rewrite
SELECT ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, plainto_tsquery(''simple'', {c}) FROM {t} WHERE {k} = {id}')
+ set-config
SELECT set_config('application_name', {c}, false) FROM {t} WHERE {k} = {id}
---
SHOW application_name
+ set-config-search-path
SELECT set_config('my.x', {c}, false) FROM {t} WHERE {k} = {id}
---
SELECT current_setting('my.x')
+ notify
LISTEN bypass
---
SELECT pg_notify('bypass', {c}) FROM {t} WHERE {k} = {id}
---
SELECT 1
+ statistics
SELECT most_common_vals, histogram_bounds FROM pg_stats WHERE tablename = '{t}' ORDER BY attname
+ statistics-behind-the-view
SELECT stavalues1, stavalues2 FROM pg_statistic
+ statistics-extended
SELECT * FROM pg_stats_ext
+ activity
SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()
+ prepared-of-others
SELECT statement FROM pg_prepared_statements
+ cursors-of-the-session
SELECT statement FROM pg_cursors
+ server-file
SELECT pg_read_file('postgresql.conf'), pg_read_binary_file('PG_VERSION')
+ directory
SELECT pg_ls_dir('.')
+ large-object
SELECT lo_from_bytea(77777, {c}::bytea) FROM {t} WHERE {k} = {id}
---
SELECT lo_get(77777)
+ dblink
SELECT * FROM dblink('dbname=shop', 'SELECT {c} FROM {t} WHERE {k} = {id}') AS x (v text)
+ sequence
SELECT setval(pg_get_serial_sequence('{t}', '{k}'), ascii(substr({c}, 2))) FROM {t} WHERE {k} = {id}
+ advisory-lock
SELECT pg_advisory_lock(ascii(substr({c}, 2))) FROM {t} WHERE {k} = {id}
---
SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
+ sleep
SELECT pg_sleep(CASE WHEN {c} < '{half}' THEN 0 ELSE 0.001 END), 1 FROM {t} WHERE {k} = {id}
+ terminate-by-value
SELECT pg_cancel_backend(ascii(substr({c}, 2)) * 0) FROM {t} WHERE {k} = {id}
+ column-size
SELECT pg_column_size({c}), octet_length({c}) FROM {t} WHERE {k} = {id}
+ page-contents
SELECT encode(get_raw_page('{t}', 0), 'hex')
+ expression-of-a-constraint
SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '{t}'::regclass ORDER BY conname
+ row-level-events
SELECT x.* FROM pg_logical_slot_peek_changes('bypass', NULL, NULL) x

= laundering
+ create-table-as write
CREATE TABLE bypass_copy AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_copy
+ select-into write
SELECT {c} AS x INTO bypass_copy FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_copy
+ temporary-table write
CREATE TEMP TABLE bypass_copy (x text)
---
INSERT INTO bypass_copy SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_copy
+ temporary-table-of-the-same-name write
CREATE TEMP TABLE {t} AS SELECT {k}, {c} AS {o} FROM public.{t} WHERE {k} = {id}
---
SELECT {o} FROM {t}
+ materialised write
CREATE MATERIALIZED VIEW bypass_m AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_m
+ create-view write
CREATE VIEW bypass_v AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_v
+ create-temp-view write
CREATE TEMP VIEW bypass_v AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_v
+ create-function write
CREATE FUNCTION pg_temp.f() RETURNS text LANGUAGE sql AS $f$ SELECT {c} FROM public.{t} WHERE {k} = {id} $f$
---
SELECT pg_temp.f()
+ update-clear-column write
UPDATE {t} SET {o} = {c} WHERE {k} = {id}
---
SELECT {o} FROM {t} WHERE {k} = {id}
+ update-returning write
UPDATE {t} SET {o} = {c} WHERE {k} = {id} RETURNING {o}
+ update-from write
UPDATE {t} a SET {o} = left(b.{c}, 12) FROM {t} b WHERE a.{k} = {id} AND b.{k} = a.{k} RETURNING a.{o}
+ update-sub-query write
UPDATE {t} SET {o} = (SELECT substr({c}, 1, 10) FROM {t} WHERE {k} = {id}) WHERE {k} = {id} RETURNING {o}
+ update-where-guess write
UPDATE {t} SET {o} = {o} WHERE {k} = {id} AND {c} < '{half}'
+ returning-everything write
UPDATE {t} SET {o} = {o} WHERE {k} = {id} RETURNING *
+ returning-expression write
UPDATE {t} SET {o} = {o} WHERE {k} = {id} RETURNING reverse({c})
+ delete-returning write
DELETE FROM {t} WHERE {k} = {id} RETURNING {c}
+ data-modifying-with write
WITH u AS (UPDATE {t} SET {o} = {o} WHERE {k} = {id} RETURNING {c} AS x) SELECT x FROM u
+ insert-select write
INSERT INTO {t} SELECT * FROM {t} WHERE {k} = {id}
+ insert-conflict write
INSERT INTO {t} ({k}, {o}) SELECT {k}, {c} FROM {t} WHERE {k} = {id} ON CONFLICT ({k}) DO UPDATE SET {o} = excluded.{o} RETURNING {o}
+ merge write
MERGE INTO {t} a USING (SELECT {k}, {c} FROM {t} WHERE {k} = {id}) b ON a.{k} = b.{k} WHEN MATCHED THEN UPDATE SET {o} = b.{c}
---
SELECT {o} FROM {t} WHERE {k} = {id}
+ merge-condition write
MERGE INTO {t} a USING (SELECT {id} AS n) b ON a.{k} = b.n WHEN MATCHED AND a.{c} < '{half}' THEN DO NOTHING WHEN MATCHED THEN UPDATE SET {o} = 'x'
+ check-constraint write
ALTER TABLE {t} ADD CHECK ({c} <> '{half}' AND {c} > 'zzz')
+ unique-index write
CREATE UNIQUE INDEX ON {t} ((left({c}, 1)))
+ alter-type write
ALTER TABLE {t} ALTER COLUMN {c} TYPE integer USING {c}::integer
+ generated-column write
ALTER TABLE {t} ADD COLUMN bypass_g text GENERATED ALWAYS AS (upper({c})) STORED
---
SELECT bypass_g FROM {t} WHERE {k} = {id}
+ rename-column write
ALTER TABLE {t} RENAME COLUMN {c} TO bypass_r
---
SELECT bypass_r FROM {t} WHERE {k} = {id}
+ rename-table write
ALTER TABLE {t} RENAME TO bypass_t
---
SELECT {c} FROM bypass_t WHERE {k} = {id}
+ move-schema write
CREATE SCHEMA bypass_s
---
ALTER TABLE {t} SET SCHEMA bypass_s
---
SELECT {c} FROM bypass_s.{t} WHERE {k} = {id}
+ inherit write
CREATE TABLE bypass_parent (LIKE {t})
---
ALTER TABLE {t} INHERIT bypass_parent
---
SELECT {c} FROM bypass_parent WHERE {k} = {id}
+ trigger write
CREATE FUNCTION pg_temp.g() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN NEW.{o} := NEW.{c}; RETURN NEW; END $f$
---
CREATE TRIGGER bypass BEFORE UPDATE ON {t} FOR EACH ROW EXECUTE FUNCTION pg_temp.g()
---
UPDATE {t} SET {o} = 'x' WHERE {k} = {id} RETURNING {o}
+ rule write
CREATE RULE bypass AS ON UPDATE TO {t} DO ALSO SELECT new.{c}
---
UPDATE {t} SET {o} = {o} WHERE {k} = {id}
+ default-expression write
CREATE TEMP TABLE bypass_d (x text, y text GENERATED ALWAYS AS (reverse(x)) STORED)
---
INSERT INTO bypass_d SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT y FROM bypass_d
+ comment-as-storage write
DO $$ BEGIN EXECUTE format('COMMENT ON TABLE {t} IS %L', (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
SELECT obj_description('{t}'::regclass)

= session tricks
+ backslash-strings
SET standard_conforming_strings = off
---
SELECT 'x\' || ', {c}, ' FROM {t} -- ' FROM {t} WHERE {k} = {id}
+ escape-strings
SELECT E'\' || ', {c}, E' FROM {t} --' FROM {t} WHERE {k} = {id}
+ dollar-quotes
SELECT $a$ $b$ $a$ || {c} || $b$ $a$ $b$ FROM {t} WHERE {k} = {id}
+ other-encoding
SET client_encoding = 'LATIN1'
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ wide-encoding
SET client_encoding = 'SJIS'
---
SELECT {c}, '表' FROM {t} WHERE {k} = {id}
+ search-path
SET search_path = pg_catalog
---
SELECT {c} FROM public.{t} WHERE {k} = {id}
+ search-path-shadow write
CREATE SCHEMA bypass_shadow
---
CREATE VIEW bypass_shadow.products AS SELECT {c} AS name FROM public.{t} WHERE {k} = {id}
---
SET LOCAL search_path = bypass_shadow, public
---
SELECT name FROM products
+ function-shadow write
CREATE FUNCTION public.lower(anyelement) RETURNS text LANGUAGE sql AS $f$ SELECT $1::text $f$
---
SET LOCAL search_path = public, pg_catalog
---
SELECT lower(x) FROM {t} x WHERE {k} = {id}
+ role-none
RESET ROLE
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ role-other
SET ROLE pg_read_all_data
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ session-authorization
SET SESSION AUTHORIZATION postgres
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ discard
DISCARD ALL
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ verbose-errors
SET client_min_messages = debug5
---
SELECT {k} FROM {t} WHERE {k} = {id} AND {c}::int = 1
+ log-to-client
SET client_min_messages = log
---
SET log_statement_stats = on
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ debug-plan
SET debug_print_plan = on
---
SET client_min_messages = log
---
SELECT bypass_immutable({id})
+ two-statements
SELECT 1; SELECT {c} FROM {t} WHERE {k} = {id}
+ three-statements
SELECT {o} FROM {t} WHERE {k} = {id}; SELECT {c} FROM {t} WHERE {k} = {id}; SELECT 1
+ failed-transaction
BEGIN; SELECT 1/0; SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ savepoint
BEGIN
---
SAVEPOINT a
---
SELECT {c}::int FROM {t} WHERE {k} = {id}
---
ROLLBACK TO a
---
SELECT {c} FROM {t} WHERE {k} = {id}
+ extra-float-and-bytea
SET bytea_output = 'escape'
---
SELECT {c}::bytea FROM {t} WHERE {k} = {id}
+ xml-setting
SET xmloption = document
---
SELECT xmlelement(name a, {c})::text FROM {t} WHERE {k} = {id}

= errors of other casts
+ cast-to-numeric-too
SELECT {c}::numeric FROM {t} WHERE {k} = {id}
+ cast-to-uuid-too
SELECT {c}::uuid FROM {t} WHERE {k} = {id}
+ cast-to-macaddr-too
SELECT {c}::macaddr FROM {t} WHERE {k} = {id}
+ cast-to-point-too
SELECT {c}::point FROM {t} WHERE {k} = {id}
+ cast-to-money-too
SELECT {c}::money FROM {t} WHERE {k} = {id}
+ cast-to-boolean-too
SELECT {c}::boolean FROM {t} WHERE {k} = {id}
+ cast-to-xml-too
SELECT {c}::xml FROM {t} WHERE {k} = {id}
+ cast-to-jsonpath-too
SELECT {c}::jsonpath FROM {t} WHERE {k} = {id}
+ cast-to-tsquery-too
SELECT {c}::tsquery FROM {t} WHERE {k} = {id}
+ cast-to-regtype-too
SELECT {c}::regtype FROM {t} WHERE {k} = {id}
+ cast-to-bit-too
SELECT {c}::bit(8) FROM {t} WHERE {k} = {id}
+ cast-to-bytea-too
SELECT {c}::bytea FROM {t} WHERE {k} = {id}
+ cast-to-pg-lsn-too
SELECT {c}::pg_lsn FROM {t} WHERE {k} = {id}
+ cast-to-interval-too
SELECT {c}::interval FROM {t} WHERE {k} = {id}
+ cast-to-timestamptz-too
SELECT {c}::timestamptz FROM {t} WHERE {k} = {id}
+ cast-to-int4range-too
SELECT {c}::int4range FROM {t} WHERE {k} = {id}
+ cast-to-oid-too
SELECT {c}::oid FROM {t} WHERE {k} = {id}
+ cast-to-cidr-too
SELECT {c}::cidr FROM {t} WHERE {k} = {id}
+ cast-to-jsonb-too
SELECT {c}::jsonb FROM {t} WHERE {k} = {id}
+ cast-to-int-array-too
SELECT {c}::int[] FROM {t} WHERE {k} = {id}
+ cast-to-tsvector-too
SELECT {c}::tsvector FROM {t} WHERE {k} = {id}
+ cast-to-circle-too
SELECT {c}::circle FROM {t} WHERE {k} = {id}
+ cast-to-txid-snapshot-too
SELECT {c}::txid_snapshot FROM {t} WHERE {k} = {id}

= errors of functions
+ to-date-error
SELECT to_date({c}, 'YYYY-MM-DD') FROM {t} WHERE {k} = {id}
+ to-timestamp-error
SELECT to_timestamp({c}, 'YYYY') FROM {t} WHERE {k} = {id}
+ bad-format-error
SELECT format({c} || '%z') FROM {t} WHERE {k} = {id}
+ make-date-error
SELECT make_date(1, ascii({c}), 1) FROM {t} WHERE {k} = {id}
+ chr-out-of-range-error
SELECT chr(ascii({c}) * 1000000) FROM {t} WHERE {k} = {id}
+ currval-of-it-error
SELECT currval({c}) FROM {t} WHERE {k} = {id}
+ to-regclass-error
SELECT to_regclass({c}) FROM {t} WHERE {k} = {id}
+ privilege-of-it-error
SELECT has_table_privilege({c}, 'select') FROM {t} WHERE {k} = {id}
+ timezone-of-it-error
SELECT timezone({c}, now()) FROM {t} WHERE {k} = {id}
+ to-char-pattern-error
SELECT to_char(now(), {c}) FROM {t} WHERE {k} = {id}
+ input-error-info
SELECT (pg_input_error_info({c}, 'integer')).message FROM {t} WHERE {k} = {id}
+ input-is-valid-error
SELECT pg_input_is_valid(substr({c}, 2, 1), 'integer') FROM {t} WHERE {k} = {id}
+ xpath-of-it-error
SELECT xpath({c}, '<a/>') FROM {t} WHERE {k} = {id}
+ server-directory-of-it-error
SELECT pg_ls_dir({c}) FROM {t} WHERE {k} = {id}
+ regexp-of-it-error
SELECT 'a' ~ ('[' || {c}) FROM {t} WHERE {k} = {id}
+ jsonpath-of-it-error
SELECT jsonb_path_query('{}', {c}::jsonpath) FROM {t} WHERE {k} = {id}
+ set-byte-error
SELECT set_byte('x', ascii({c}), 1) FROM {t} WHERE {k} = {id}
+ array-index-error
SELECT (ARRAY[1,2])[ascii({c}) - 100] FROM {t} WHERE {k} = {id}
+ huge-repeat-error
SELECT length(repeat('x', ascii({c}) * 100000000)) FROM {t} WHERE {k} = {id}
+ text-to-array-error
SELECT string_to_array({c}, '@')::int[] FROM {t} WHERE {k} = {id}
+ lock-by-value-error
SELECT pg_try_advisory_lock(ascii({c})) FROM {t} WHERE {k} = {id}
+ decode-of-it-error
SELECT decode({c}, 'hex') FROM {t} WHERE {k} = {id}
+ convert-from-it-error
SELECT convert_from({c}::bytea, 'UTF8') FROM {t} WHERE {k} = {id}
+ power-overflow-error
SELECT power(10::numeric, ascii({c}) * 2000) FROM {t} WHERE {k} = {id}
+ square-root-error
SELECT sqrt(ascii({c}) - 113) FROM {t} WHERE {k} = {id}
+ logarithm-error
SELECT ln(ascii(substr({c}, 2, 1)) - 98) FROM {t} WHERE {k} = {id}
+ factorial-error
SELECT factorial(ascii({c}) - 115) FROM {t} WHERE {k} = {id}
+ nth-root-of-order-error
SELECT 1 / (ascii(substr({c}, 2, 1)) - ascii('b')) FROM {t} WHERE {k} = {id}

= more functions of text
+ regexp-substr
SELECT regexp_substr({c}, '^[^@]+') FROM {t} WHERE {k} = {id}
+ regexp-instr
SELECT regexp_instr({c}, 'z') FROM {t} WHERE {k} = {id}
+ regexp-count
SELECT regexp_count({c}, 'z') FROM {t} WHERE {k} = {id}
+ regexp-like
SELECT regexp_like({c}, '^{prefix}') FROM {t} WHERE {k} = {id}
+ regexp-split-to-array
SELECT regexp_split_to_array({c}, '') FROM {t} WHERE {k} = {id}
+ substring-from-pattern
SELECT substring({c} from '^...') FROM {t} WHERE {k} = {id}
+ convert-to
SELECT convert_to({c}, 'LATIN1') FROM {t} WHERE {k} = {id}
+ to-ascii
SELECT to_ascii({c}, 'LATIN1') FROM {t} WHERE {k} = {id}
+ parse-ident
SELECT parse_ident('"' || {c} || '"') FROM {t} WHERE {k} = {id}
+ get-byte
SELECT get_byte({c}::bytea, 2) FROM {t} WHERE {k} = {id}
+ get-bit
SELECT get_bit({c}::bytea, 9) FROM {t} WHERE {k} = {id}
+ bit-count
SELECT bit_count({c}::bytea) FROM {t} WHERE {k} = {id}
+ to-hex-of-byte
SELECT to_hex(get_byte({c}::bytea, 1)) FROM {t} WHERE {k} = {id}
+ chr-of-ascii
SELECT chr(ascii({c}) + 1) FROM {t} WHERE {k} = {id}
+ array-element-of-letters
SELECT (string_to_array({c}, NULL))[3] FROM {t} WHERE {k} = {id}
+ ts-debug
SELECT ts_debug('simple', {c}) FROM {t} WHERE {k} = {id}
+ ts-lexize
SELECT ts_lexize('simple', {c}) FROM {t} WHERE {k} = {id}
+ plainto-tsquery
SELECT plainto_tsquery('simple', {c}) FROM {t} WHERE {k} = {id}
+ query-nodes
SELECT numnode(plainto_tsquery('simple', replace({c}, 'z', ' '))) FROM {t} WHERE {k} = {id}
+ tsvector-to-array
SELECT tsvector_to_array(to_tsvector('simple', {c})) FROM {t} WHERE {k} = {id}
+ octet-length-of-part
SELECT octet_length(split_part({c}, 'z', 1)) FROM {t} WHERE {k} = {id}
+ width-bucket-of-text
SELECT width_bucket({c}, ARRAY['a', '{half}', 'z']) FROM {t} WHERE {k} = {id}
+ greatest-of-prefix
SELECT greatest({c}, '{half}') = '{half}' FROM {t} WHERE {k} = {id}
+ overlaps-of-ranges
SELECT ('[a,' || '{half}' || ']') > {c} FROM {t} WHERE {k} = {id}
+ to-number-of-codes
SELECT to_number(ascii({c})::text, '999') FROM {t} WHERE {k} = {id}
+ make-interval
SELECT make_interval(secs => ascii(substr({c}, 2, 1))) FROM {t} WHERE {k} = {id}
+ date-plus-code
SELECT date '2000-01-01' + ascii(substr({c}, 2, 1)) FROM {t} WHERE {k} = {id}
+ inet-of-codes
SELECT ('10.0.0.' || ascii(substr({c}, 2, 1)))::inet FROM {t} WHERE {k} = {id}
+ array-fill
SELECT array_length(array_fill(1, ARRAY[ascii(substr({c}, 2, 1))]), 1) FROM {t} WHERE {k} = {id}
+ json-of-codes
SELECT json_build_object(ascii(substr({c}, 2, 1))::text, 1) FROM {t} WHERE {k} = {id}
+ box-of-codes
SELECT box(point(0,0), point(ascii(substr({c}, 2, 1)), 1)) FROM {t} WHERE {k} = {id}
+ int-range-of-codes
SELECT int4range(0, ascii(substr({c}, 2, 1))) FROM {t} WHERE {k} = {id}
+ xml-comment
SELECT xmlcomment({c}) FROM {t} WHERE {k} = {id}
+ xml-pi
SELECT xmlpi(name x, {c}) FROM {t} WHERE {k} = {id}
+ xml-concat
SELECT xmlconcat(xmlelement(name a, {c}), xmlelement(name b)) FROM {t} WHERE {k} = {id}
+ quote-of-array
SELECT array_to_json(ARRAY[{c}]) FROM {t} WHERE {k} = {id}
+ cast-chain
SELECT {c}::varchar(64)::bpchar::name::text FROM {t} WHERE {k} = {id}
+ typed-null-trick
SELECT coalesce(NULL::text, {c}, 'x') FROM {t} WHERE {k} = {id}
+ collation-key
SELECT pg_collation_for({c}), {c} COLLATE "C" < '{half}' FROM {t} WHERE {k} = {id}
+ bytea-substring
SELECT substring({c}::bytea from 1 for 5) FROM {t} WHERE {k} = {id}
+ overlay-of-itself
SELECT overlay({o} placing {c} from 1) FROM {t} WHERE {k} = {id}
+ array-cat
SELECT array_cat(ARRAY[{o}], ARRAY[{c}]) FROM {t} WHERE {k} = {id}
+ trim-array
SELECT trim_array(ARRAY[{c}, 'x'], 1) FROM {t} WHERE {k} = {id}
+ unnest-with-ordinality
SELECT (SELECT string_agg(u, '-') FROM unnest(string_to_array({c}, NULL)) WITH ORDINALITY AS x(u, n)) FROM {t} WHERE {k} = {id}
+ row-format
SELECT format('%s', {t}.*) FROM {t} WHERE {k} = {id}
+ num-nulls-of-guess
SELECT num_nulls(nullif({c} < '{half}', true)) FROM {t} WHERE {k} = {id}

= more JSON
+ jsonb-path-exists
SELECT jsonb_path_exists(to_jsonb({c}), '$ ? (@ starts with "{prefix}")') FROM {t} WHERE {k} = {id}
+ jsonb-path-match
SELECT jsonb_path_match(to_jsonb({c}), '$ > "{half}"') FROM {t} WHERE {k} = {id}
+ jsonb-each-text
SELECT jsonb_each_text(to_jsonb({t})) FROM {t} WHERE {k} = {id}
+ jsonb-set
SELECT jsonb_set('{"a":1}'::jsonb, ARRAY['a'], to_jsonb({c})) FROM {t} WHERE {k} = {id}
+ jsonb-strip-nulls
SELECT jsonb_strip_nulls(to_jsonb({t})) FROM {t} WHERE {k} = {id}
+ jsonb-path-query-array
SELECT jsonb_path_query_array(to_jsonb({t}), '$.*') FROM {t} WHERE {k} = {id}
+ jsonb-minus-key
SELECT to_jsonb({t}) - '{k}' FROM {t} WHERE {k} = {id}
+ jsonb-hash-path
SELECT to_jsonb({t}) #>> ARRAY['{c}'] FROM {t} WHERE {k} = {id}
+ jsonb-object-of-arrays
SELECT jsonb_object(ARRAY['x'], ARRAY[{c}]) FROM {t} WHERE {k} = {id}
+ json-to-tsvector
SELECT json_to_tsvector('simple', to_json({c}), '"all"') FROM {t} WHERE {k} = {id}
+ jsonb-pretty
SELECT jsonb_pretty(to_jsonb({t})) FROM {t} WHERE {k} = {id}
+ jsonb-concat
SELECT to_jsonb({o}) || to_jsonb({c}) FROM {t} WHERE {k} = {id}
+ json-typeof-of-guess
SELECT jsonb_typeof(CASE WHEN {c} < '{half}' THEN '1' ELSE '"a"' END::jsonb) FROM {t} WHERE {k} = {id}
+ json-exists
SELECT JSON_EXISTS(to_jsonb({c}), '$ ? (@ > "{half}")') FROM {t} WHERE {k} = {id}
+ json-value
SELECT JSON_VALUE(to_jsonb({t}), '$.{c}') FROM {t} WHERE {k} = {id}
+ json-query
SELECT JSON_QUERY(to_jsonb({t}), '$.*' WITH WRAPPER) FROM {t} WHERE {k} = {id}
+ json-objectagg
SELECT JSON_OBJECTAGG({o} : {c}) FROM {t} WHERE {k} = {id}
+ json-arrayagg
SELECT JSON_ARRAYAGG({c}) FROM {t} WHERE {k} = {id}
+ json-array-constructor
SELECT JSON_ARRAY({c}) FROM {t} WHERE {k} = {id}
+ json-object-constructor
SELECT JSON_OBJECT('a' : {c}) FROM {t} WHERE {k} = {id}
+ json-table
SELECT j.v FROM {t}, JSON_TABLE(to_jsonb({t}), '$' COLUMNS (v text PATH '$.{c}')) AS j WHERE {k} = {id}
+ json-array-elements
SELECT e FROM {t}, jsonb_array_elements(jsonb_build_array({c})) e WHERE {k} = {id}
+ json-to-record
SELECT r.x FROM {t}, json_to_record(json_build_object('x', {c})) AS r(x text) WHERE {k} = {id}
+ json-populate-set
SELECT p.* FROM {t}, jsonb_populate_recordset(NULL::{t}, jsonb_build_array(to_jsonb({t}))) p WHERE {t}.{k} = {id}
+ xmltable
SELECT x.v FROM {t}, XMLTABLE('/a' PASSING xmlelement(name a, {c}) COLUMNS v text PATH 'text()') AS x WHERE {k} = {id}

= how many rows
+ series-by-value
SELECT generate_series(1, ascii(substr({c}, 2, 1))) FROM {t} WHERE {k} = {id}
+ series-in-from
SELECT count(*) FROM {t} x, generate_series(1, ascii(substr(x.{c}, 2, 1))) WHERE x.{k} = {id}
+ count-of-parts
SELECT count(*) FROM {t}, unnest(string_to_array({c}, 'z')) WHERE {k} = {id}
+ count-of-matches
SELECT count(*) FROM {t}, regexp_matches({c}, 'z', 'g') WHERE {k} = {id}
+ rows-of-case
SELECT 1 FROM {t}, LATERAL (SELECT 1 WHERE {t}.{c} < '{half}') l WHERE {k} = {id}
+ left-join-condition
SELECT y.{o} FROM {t} x LEFT JOIN {t} y ON y.{k} = x.{k} AND x.{c} < '{half}' WHERE x.{k} = {id}
+ fetch-first-by-value
SELECT {k} FROM {t} ORDER BY {k} FETCH FIRST (SELECT ascii(substr({c}, 2, 1)) FROM {t} WHERE {k} = {id}) ROWS ONLY
+ offset-by-code
SELECT {k} FROM {t} ORDER BY {k} OFFSET (SELECT ascii(substr({c}, 2, 1)) FROM {t} WHERE {k} = {id}) LIMIT 1
+ not-exists-range
SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM {t} WHERE {k} = {id} AND {c} < '{half}')
+ row-count-of-update write
UPDATE {t} SET {o} = {o} WHERE {k} = {id} AND {c} < '{half}'
+ row-count-of-delete write
DELETE FROM {t} WHERE {k} = {id} AND {c} ~ '^{prefix}'
+ row-count-of-insert write
CREATE TEMP TABLE bypass_n (n int)
---
INSERT INTO bypass_n SELECT generate_series(1, (SELECT ascii(substr({c}, 2, 1)) FROM {t} WHERE {k} = {id}))
+ sample-seed
SELECT count(*) FROM {t} TABLESAMPLE BERNOULLI (50) REPEATABLE ((SELECT ascii(substr({c}, 2, 1)) FROM {t} WHERE {k} = {id}))
+ sample-share
SELECT count(*) FROM {t} TABLESAMPLE BERNOULLI ((SELECT ascii(substr({c}, 2, 1)) % 100 FROM {t} WHERE {k} = {id})) REPEATABLE (1)
+ union-distinct-count bounded
SELECT count(*) FROM (SELECT {c} FROM {t} WHERE {k} = {id} UNION SELECT '{value}') x
+ count-distinct-with-guess bounded
SELECT count(DISTINCT v) FROM (SELECT {c} AS v FROM {t} WHERE {k} = {id} UNION ALL SELECT '{value}') x
+ except-guess-range
SELECT count(*) FROM (SELECT {c} < '{half}' FROM {t} WHERE {k} = {id} EXCEPT SELECT true) x

= more aggregates, windows and groups
+ hypothetical-rank
SELECT rank('{half}') WITHIN GROUP (ORDER BY {c}) FROM {t} WHERE {k} = {id}
+ hypothetical-cume-dist
SELECT cume_dist('{half}') WITHIN GROUP (ORDER BY {c}) FROM {t} WHERE {k} = {id}
+ percentile-disc-of-array
SELECT percentile_disc(ARRAY[0, 1]) WITHIN GROUP (ORDER BY {c}) FROM {t} WHERE {k} = {id}
+ array-position
SELECT array_position(array_agg({c} ORDER BY {k}), '{half}') FROM {t} WHERE {k} = {id}
+ sorted-positions
SELECT array_agg({k} ORDER BY {c}) FROM {t} WHERE {k} = {id}
+ bit-xor-of-hash
SELECT bit_xor(hashtext({c})) FROM {t} WHERE {k} = {id}
+ average-of-codes
SELECT avg(ascii({c})) FROM {t} WHERE {k} = {id}
+ slope-of-codes
SELECT regr_slope(ascii({c}), {k}), stddev(ascii({c})) FROM {t} WHERE {k} = {id}
+ xmlagg
SELECT xmlagg(xmlelement(name x, {c})) FROM {t} WHERE {k} = {id}
+ string-agg-distinct
SELECT string_agg(DISTINCT {c}, ',') FROM {t} WHERE {k} = {id}
+ every-range
SELECT every({c} < '{half}') FROM {t} WHERE {k} = {id}
+ min-of-case
SELECT min(CASE WHEN {c} < '{half}' THEN 1 ELSE 2 END) FROM {t} WHERE {k} = {id}
+ filtered-by-pattern
SELECT count(*) FILTER (WHERE {c} LIKE '{prefix}%') FROM {t} WHERE {k} = {id}
+ range-agg
SELECT range_agg(int4range(0, ascii({c}))) FROM {t} WHERE {k} = {id}
+ array-agg-of-rows
SELECT array_agg(ROW({k}, {c})) FROM {t} WHERE {k} = {id}
+ json-agg-strict
SELECT jsonb_object_agg({c}, 1) FROM {t} WHERE {k} = {id}
+ cume-dist-of-all
SELECT x.r FROM (SELECT {k}, cume_dist() OVER (ORDER BY {c}) AS r FROM {t}) x WHERE x.{k} = {id}
+ ntile-of-all
SELECT x.r FROM (SELECT {k}, ntile(10) OVER (ORDER BY {c}) AS r FROM {t}) x WHERE x.{k} = {id}
+ lead-over-value
SELECT x.r FROM (SELECT {k}, lead({k}) OVER (ORDER BY {c}) AS r FROM {t}) x WHERE x.{k} = {id}
+ partition-by-letter
SELECT x.r FROM (SELECT {k}, count(*) OVER (PARTITION BY substr({c}, 2, 1)) AS r FROM {t}) x WHERE x.{k} = {id}
+ named-window
SELECT x.r FROM (SELECT {k}, row_number() OVER w AS r FROM {t} WINDOW w AS (ORDER BY {c} COLLATE "C")) x WHERE x.{k} = {id}
+ grouping-sets
SELECT {c}, count(*) FROM {t} WHERE {k} = {id} GROUP BY GROUPING SETS (({c}), ())
+ cube
SELECT {c}, {o}, count(*) FROM {t} WHERE {k} = {id} GROUP BY CUBE ({c}, {o})
+ group-by-hash
SELECT md5({c}), count(*) FROM {t} WHERE {k} = {id} GROUP BY 1
+ group-by-letter
SELECT count(*) FROM {t} WHERE {k} = {id} GROUP BY substr({c}, 2, 1) HAVING substr({c}, 2, 1) < 'm'
+ group-by-comparison
SELECT {c} < '{half}', count(*) FROM {t} WHERE {k} = {id} GROUP BY 1
+ having-maximum
SELECT 1 FROM {t} WHERE {k} = {id} HAVING max({c}) < '{half}'
+ distinct-on-order
SELECT DISTINCT ON ({o}) {k} FROM {t} WHERE {k} IN ({id}, 1) ORDER BY {o}, {c}
+ order-by-expression
SELECT {k} FROM {t} WHERE {k} IN ({id}, 1) ORDER BY length(split_part({c}, 'z', 1)), {k}
+ order-using-operator
SELECT {k} FROM {t} WHERE {k} IN ({id}, 1) ORDER BY {c} USING >
+ order-by-row
SELECT {k} FROM {t} WHERE {k} IN ({id}, 1) ORDER BY ROW({c}, {k})
+ order-by-whole-row
SELECT {k} FROM {t} x WHERE {k} IN ({id}, 1) ORDER BY to_jsonb(x)->>'{c}'
+ order-in-string-agg
SELECT string_agg({k}::text, ',' ORDER BY {c}) FROM {t} WHERE {k} IN ({id}, 1)

= equality in disguise
+ array-contains bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND ARRAY[{c}] @> ARRAY['{value}']
+ array-overlaps bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND ARRAY[{c}] && ARRAY['{value}']
+ row-equals bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND ROW({c}) = ROW('{value}')
+ bytes-equal bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND {c}::bytea = '{value}'::bytea
+ hash-equals bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND md5({c}) = md5('{value}')
+ json-contains bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND to_jsonb({c}) @> to_jsonb('{value}'::text)
+ is-not-distinct bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND ({c} IS NOT DISTINCT FROM '{value}') IS TRUE
+ nullif-is-null bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND nullif({c}, '{value}') IS NULL
+ range-contains bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND numrange(0, 1) @> CASE WHEN {c} = '{value}' THEN 0.5 ELSE 2 END
+ starts-with-operator bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND {c} ^@ '{value}'
+ like-without-wildcard bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND {c} LIKE '{value}'
+ lower-equals bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND lower({c}) = '{value}'
+ concat-equals bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND {c} || 'x' = '{value}x'
+ in-values bounded
SELECT {o} FROM {t} WHERE {k} = {id} AND {c} IN (VALUES ('{value}'), ('y'))

= settings, sequences and the session
+ sequence-set write
CREATE TEMP SEQUENCE bypass_q
---
SELECT setval('bypass_q', ascii(substr({c}, 2, 1))) FROM {t} WHERE {k} = {id}
---
SELECT last_value FROM bypass_q
+ sequence-drawn write
CREATE TEMP SEQUENCE bypass_q
---
SELECT count(nextval('bypass_q')) FROM {t}, generate_series(1, ascii(substr({c}, 2, 1))) WHERE {k} = {id}
---
SELECT nextval('bypass_q')
+ application-name
SELECT set_config('application_name', {c}, false) FROM {t} WHERE {k} = {id}
---
SHOW application_name
+ custom-setting-in-block
DO $$ BEGIN PERFORM set_config('my.x', (SELECT {c} FROM {t} WHERE {k} = {id}), false); END $$
---
SELECT current_setting('my.x')
+ memory-setting
SELECT set_config('work_mem', (64 * ascii(substr({c}, 2, 1)))::text, false) FROM {t} WHERE {k} = {id}
---
SHOW work_mem
+ time-zone-setting
SELECT set_config('TimeZone', 'UTC+' || ascii(substr({c}, 2, 1)) % 12, false) FROM {t} WHERE {k} = {id}
---
SELECT current_setting('TimeZone')
+ random-seed
SELECT setseed(ascii(substr({c}, 2, 1)) / 200.0) FROM {t} WHERE {k} = {id}
---
SELECT random()
+ set-from-select
SET my.x = 'a'
---
UPDATE pg_settings SET setting = (SELECT {c} FROM {t} WHERE {k} = {id}) WHERE name = 'my.x'
---
SHOW my.x
+ lock-keyed-by-value
SELECT pg_advisory_lock(ascii(substr({c}, 2, 1))) FROM {t} WHERE {k} = {id}
---
SELECT objid FROM pg_locks WHERE locktype = 'advisory'
+ lock-keyed-by-hash
SELECT pg_try_advisory_xact_lock(hashtext({c})) FROM {t} WHERE {k} = {id}
---
SELECT classid, objid FROM pg_locks WHERE locktype = 'advisory'
+ listen-notify-block
LISTEN bypass
---
DO $$ BEGIN PERFORM pg_notify('bypass', (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
SELECT 1
+ notify-channel
LISTEN qbz
---
SELECT pg_notify(substr({c}, 1, 3), 'x') FROM {t} WHERE {k} = {id}
---
SELECT 1
+ two-phase
BEGIN
---
DO $$ BEGIN EXECUTE format('PREPARE TRANSACTION %L', (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
SELECT gid FROM pg_prepared_xacts
---
ROLLBACK
+ savepoint-name
BEGIN
---
SAVEPOINT a
---
SELECT 1/(ascii(substr({c}, 2, 1)) - 98) FROM {t} WHERE {k} = {id}
---
ROLLBACK TO a
---
SELECT 1
---
ROLLBACK
+ sleep-by-value
SELECT CASE WHEN {c} < '{half}' THEN pg_sleep(0.3) END FROM {t} WHERE {k} = {id}
+ cancel-by-value
SELECT CASE WHEN {c} < '{half}' THEN pg_cancel_backend(pg_backend_pid()) END FROM {t} WHERE {k} = {id}
+ timeout-by-value
SET statement_timeout = 200
---
SELECT CASE WHEN {c} < '{half}' THEN pg_sleep(1) END FROM {t} WHERE {k} = {id}
+ large-object-of-it write
SELECT lo_from_bytea(0, {c}::bytea) FROM {t} WHERE {k} = {id}
---
SELECT convert_from(lo_get(loid), 'UTF8') FROM (SELECT max(oid) AS loid FROM pg_largeobject_metadata) x
+ large-object-pages
SELECT encode(data, 'escape') FROM pg_largeobject
+ server-log-of-it
SELECT pg_logical_emit_message(false, 'x', {c}) FROM {t} WHERE {k} = {id}
+ client-error-verbosity
SET client_min_messages = debug5
---
SELECT {c}::int FROM {t} WHERE {k} = {id}
+ log-statement-to-client bounded
SET client_min_messages = log
---
SELECT set_config('log_statement', 'all', false)
---
SELECT * FROM {t} WHERE {c} = '{value}'

= catalogues and statistics
+ histogram-of-all
SELECT most_common_vals::text, histogram_bounds::text FROM pg_catalog.pg_stats WHERE tablename = '{t}' ORDER BY attname
+ statistics-slots
SELECT stavalues1::text, stavalues2::text, stavalues3::text FROM pg_catalog.pg_statistic WHERE starelid = '{t}'::regclass ORDER BY staattnum
+ statistics-of-expressions
SELECT * FROM pg_stats_ext_exprs
+ common-combinations
SELECT m.* FROM pg_statistic_ext_data d, pg_mcv_list_items(d.stxdmcv) m
+ extended-statistics-created write
CREATE STATISTICS bypass_s (mcv) ON {o}, {c} FROM {t}
---
ANALYZE {t}
---
SELECT most_common_vals::text FROM pg_stats_ext
+ expression-index-statistics write
CREATE INDEX bypass_i ON {t} ((reverse({c})))
---
ANALYZE {t}
---
SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE tablename = 'bypass_i'
+ statistics-target write
ALTER TABLE {t} ALTER COLUMN {c} SET STATISTICS 10000
---
ANALYZE {t}
---
SELECT histogram_bounds::text FROM pg_stats WHERE tablename = '{t}' ORDER BY attname
+ missing-values
SELECT attmissingval::text FROM pg_attribute WHERE attrelid = '{t}'::regclass ORDER BY attnum
+ statements-of-everybody
SELECT query FROM pg_stat_statements
+ column-privileges-of-it
SELECT col_description('{t}'::regclass, 1), obj_description('{t}'::regclass)
+ view-definitions
SELECT definition FROM pg_views WHERE viewname LIKE 'bypass%'
+ function-bodies
SELECT prosrc FROM pg_proc WHERE proname LIKE 'bypass%'
+ table-sample-of-toast
SELECT chunk_data FROM pg_toast.pg_toast_1255 LIMIT 1
+ page-of-the-table
SELECT pg_read_binary_file(pg_relation_filepath('{t}'))
+ page-items
SELECT t_data FROM heap_page_items(get_raw_page('{t}', 0))
+ index-items
SELECT data FROM bt_page_items('{t}_pkey', 1)
+ replication-slot
SELECT data FROM pg_logical_slot_peek_changes('x', NULL, NULL)
+ export-of-the-database
SELECT database_to_xml(true, false, '')
+ export-of-a-query
SELECT query_to_xml_and_xmlschema('SELECT {c} FROM {t} WHERE {k} = {id}', true, false, '')
+ text-search-statistics
SELECT word FROM ts_stat('SELECT to_tsvector(''simple'', {c}) FROM {t}')
+ crosstab
SELECT * FROM crosstab('SELECT {k}, ''a''::text, {c} FROM {t} WHERE {k} = {id}') AS x(i int, a text)

= objects made for it
+ domain-with-a-check write
CREATE DOMAIN bypass_d AS text CHECK (VALUE < '{half}')
---
SELECT {c}::bypass_d FROM {t} WHERE {k} = {id}
+ aggregate-of-texts write
CREATE AGGREGATE bypass_a (text) (SFUNC = textcat, STYPE = text)
---
SELECT bypass_a({c}) FROM {t} WHERE {k} = {id}
+ operator-of-functions write
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = text_lt)
---
SELECT {c} === '{half}' FROM {t} WHERE {k} = {id}
+ cast-of-ones-own write
CREATE TYPE bypass_c AS (v text)
---
CREATE FUNCTION bypass_f(text) RETURNS bypass_c LANGUAGE sql AS 'SELECT ROW($1)::bypass_c'
---
CREATE CAST (text AS bypass_c) WITH FUNCTION bypass_f(text)
---
SELECT ({c}::bypass_c).v FROM {t} WHERE {k} = {id}
+ enum-of-the-value write
DO $$ BEGIN EXECUTE format('CREATE TYPE bypass_e AS ENUM (%L)', (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
SELECT enum_range(NULL::bypass_e)
+ comment-of-the-value write
DO $$ BEGIN EXECUTE format('COMMENT ON TABLE {t} IS %L', (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
SELECT obj_description('{t}'::regclass)
+ table-named-by-it write
DO $$ BEGIN EXECUTE format('CREATE TEMP TABLE %I ()', 'bypass_' || (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
SELECT relname FROM pg_class WHERE relname LIKE 'bypass%'
+ column-named-by-it write
DO $$ BEGIN EXECUTE format('CREATE TEMP TABLE bypass_x (%I int)', (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
SELECT * FROM bypass_x
+ default-of-it write
DO $$ BEGIN EXECUTE format('CREATE TEMP TABLE bypass_x (v text DEFAULT %L)', (SELECT {c} FROM {t} WHERE {k} = {id})); END $$
---
INSERT INTO bypass_x DEFAULT VALUES RETURNING v
+ function-body-of-it write
DO $$ BEGIN EXECUTE format('CREATE FUNCTION bypass_z() RETURNS text LANGUAGE sql AS %L', 'SELECT ' || quote_literal((SELECT {c} FROM {t} WHERE {k} = {id}))); END $$
---
SELECT bypass_z()
---
SELECT prosrc FROM pg_proc WHERE proname = 'bypass_z'
+ row-security write
CREATE POLICY bypass_p ON {t} USING ({c} < '{half}')
---
ALTER TABLE {t} ENABLE ROW LEVEL SECURITY
---
ALTER TABLE {t} FORCE ROW LEVEL SECURITY
---
SELECT {k} FROM {t} WHERE {k} = {id}
+ partition-by-value write
CREATE TABLE bypass_p (k int, v text) PARTITION BY RANGE (v)
---
CREATE TABLE bypass_p1 PARTITION OF bypass_p FOR VALUES FROM (MINVALUE) TO ('{half}')
---
CREATE TABLE bypass_p2 PARTITION OF bypass_p DEFAULT
---
INSERT INTO bypass_p SELECT {k}, {c} FROM {t} WHERE {k} = {id}
---
SELECT tableoid::regclass FROM bypass_p
+ index-that-fails write
CREATE INDEX bypass_i ON {t} ((1 / (ascii(substr({c}, 2, 1)) - 98)))
+ unique-index-of-letters write
CREATE UNIQUE INDEX bypass_i ON {t} ((left({c}, 20) || 'x'), ({k} < 0))
+ exclusion write
ALTER TABLE {t} ADD CONSTRAINT bypass_x EXCLUDE USING btree ((left({c}, 1)) WITH =)
+ check-validated-later write
ALTER TABLE {t} ADD CONSTRAINT bypass_k CHECK ({c} < '{half}') NOT VALID
---
ALTER TABLE {t} VALIDATE CONSTRAINT bypass_k
+ foreign-key-to-a-guess write
CREATE TEMP TABLE bypass_g (v text PRIMARY KEY)
---
CREATE TEMP TABLE bypass_h (v text)
---
INSERT INTO bypass_h SELECT {c} FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_h ADD FOREIGN KEY (v) REFERENCES bypass_g
+ view-with-check-option write
CREATE VIEW bypass_w AS SELECT * FROM {t} WHERE {c} < '{half}' WITH CHECK OPTION
---
UPDATE bypass_w SET {o} = {o} WHERE {k} = {id}
+ event-trigger write
CREATE FUNCTION bypass_ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', (SELECT {c} FROM {t} WHERE {k} = {id}); END $$
---
CREATE EVENT TRIGGER bypass_ev ON ddl_command_end EXECUTE FUNCTION bypass_ev()
---
CREATE TEMP TABLE bypass_y ()
+ procedure-with-out write
CREATE PROCEDURE bypass_o(INOUT v text) LANGUAGE sql AS 'SELECT {c} FROM {t} WHERE {k} = {id}'
---
CALL bypass_o('x')
+ trigger-that-tells write
CREATE FUNCTION bypass_tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', OLD; RETURN NEW; END $$
---
CREATE TRIGGER bypass_tr BEFORE UPDATE ON {t} FOR EACH ROW EXECUTE FUNCTION bypass_tr()
---
UPDATE {t} SET {o} = {o} WHERE {k} = {id}
+ unlogged-copy write
CREATE UNLOGGED TABLE bypass_u AS TABLE {t}
---
SELECT * FROM bypass_u WHERE {k} = {id}
+ like-and-insert write
CREATE TABLE bypass_l (LIKE {t} INCLUDING ALL)
---
INSERT INTO bypass_l SELECT * FROM {t} WHERE {k} = {id}
---
SELECT {c}, reverse({c}) FROM bypass_l
+ range-type-of-text write
CREATE TYPE bypass_r AS RANGE (subtype = text)
---
SELECT bypass_r({c}, NULL) FROM {t} WHERE {k} = {id}
+ composite-of-ones-own write
CREATE TYPE bypass_t AS (v text)
---
SELECT ROW({c})::bypass_t FROM {t} WHERE {k} = {id}
+ composite-column write
CREATE TEMP TABLE bypass_m (r {t})
---
INSERT INTO bypass_m SELECT x FROM {t} x WHERE {k} = {id}
---
SELECT (r).{c}, r FROM bypass_m
+ array-of-rows-column write
CREATE TEMP TABLE bypass_v (r {t}[])
---
INSERT INTO bypass_v SELECT array_agg(x) FROM {t} x WHERE {k} = {id}
---
SELECT (r[1]).{c}, unnest(r) FROM bypass_v
+ json-column write
CREATE TEMP TABLE bypass_j AS SELECT to_jsonb(x) AS j FROM {t} x WHERE {k} = {id}
---
SELECT j->>'{c}', j FROM bypass_j
+ temporary-view write
CREATE TEMP VIEW bypass_tv (a, b) AS SELECT {k}, {c} || '' FROM {t}
---
SELECT b FROM bypass_tv WHERE a = {id}
+ recursive-view write
CREATE RECURSIVE VIEW bypass_rv (a, b) AS SELECT {k}, {c} FROM {t} WHERE {k} = {id}
---
SELECT b FROM bypass_rv
+ materialised-and-refreshed write
CREATE MATERIALIZED VIEW bypass_mv AS SELECT {c} AS x FROM {t} WHERE {k} = {id} WITH NO DATA
---
REFRESH MATERIALIZED VIEW bypass_mv
---
SELECT x FROM bypass_mv
+ column-swapped-under-a-name write
CREATE TEMP TABLE bypass_sw (a text, {o} text)
---
INSERT INTO bypass_sw SELECT {o}, {c} FROM {t} WHERE {k} = {id}
---
SELECT {o} FROM bypass_sw
+ copied-twice write
CREATE TEMP TABLE bypass_c1 AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
CREATE TEMP TABLE bypass_c2 AS SELECT x AS y FROM bypass_c1
---
ALTER TABLE bypass_c2 RENAME y TO z
---
SELECT z FROM bypass_c2
+ replaced-view write
CREATE TEMP VIEW bypass_rp AS SELECT {o} AS x FROM {t} WHERE {k} = {id}
---
CREATE OR REPLACE TEMP VIEW bypass_rp AS SELECT {c}::varchar AS x FROM {t} WHERE {k} = {id}
---
CREATE OR REPLACE TEMP VIEW bypass_rp AS SELECT ({c})::text AS x FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_rp
+ prepared-then-altered write
PREPARE bypass_q AS SELECT {o} FROM {t} WHERE {k} = {id}
---
ALTER TABLE {t} RENAME {o} TO bypass_old
---
ALTER TABLE {t} RENAME {c} TO {o}
---
EXECUTE bypass_q
+ view-then-dropped write
CREATE TABLE bypass_dr (x text)
---
PREPARE bypass_q2 AS SELECT x FROM bypass_dr
---
DROP TABLE bypass_dr
---
CREATE VIEW bypass_dr AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
EXECUTE bypass_q2

= blocks and cursors
+ block-raises-by-value
DO $$ BEGIN IF (SELECT {c} < '{half}' FROM {t} WHERE {k} = {id}) THEN RAISE EXCEPTION 'low'; END IF; END $$
+ block-asserts
DO $$ BEGIN ASSERT (SELECT {c} < '{half}' FROM {t} WHERE {k} = {id}), 'high'; END $$
+ block-into-scratch write
CREATE TEMP TABLE bypass_b (v text)
---
DO $$ BEGIN INSERT INTO bypass_b SELECT {c} FROM {t} WHERE {k} = {id}; END $$
---
SELECT v FROM bypass_b
+ block-swallows-errors
DO $$ BEGIN PERFORM {c}::int FROM {t} WHERE {k} = {id}; EXCEPTION WHEN OTHERS THEN RAISE NOTICE '%', SQLERRM; END $$
+ block-of-characters
DO $$ DECLARE v text; BEGIN SELECT {c} INTO v FROM {t} WHERE {k} = {id}; FOR i IN 1..length(v) LOOP RAISE INFO '%', substr(v, i, 1); END LOOP; END $$
+ fetch-backward
BEGIN
---
DECLARE bypass_c SCROLL CURSOR FOR SELECT {c} FROM {t} WHERE {k} = {id}
---
FETCH ALL FROM bypass_c
---
FETCH BACKWARD 1 FROM bypass_c
---
FETCH ABSOLUTE 1 FROM bypass_c
---
COMMIT
+ move-by-rows
BEGIN
---
DECLARE bypass_c CURSOR FOR SELECT generate_series(1, ascii(substr({c}, 2, 1))) FROM {t} WHERE {k} = {id}
---
MOVE ALL FROM bypass_c
---
COMMIT
+ current-of
BEGIN
---
DECLARE bypass_c CURSOR FOR SELECT {k} FROM {t} WHERE {k} = {id} FOR UPDATE
---
FETCH 1 FROM bypass_c
---
UPDATE {t} SET {o} = {o} WHERE CURRENT OF bypass_c RETURNING {c}, upper({c})
---
ROLLBACK
+ cursor-of-a-with
BEGIN
---
DECLARE bypass_c CURSOR FOR WITH x AS (SELECT {c} AS v FROM {t} WHERE {k} = {id}) SELECT v || '' FROM x
---
FETCH ALL FROM bypass_c
---
COMMIT
+ cursor-then-another
BEGIN
---
DECLARE bypass_c CURSOR FOR SELECT {o} FROM {t} WHERE {k} = {id}
---
CLOSE bypass_c
---
DECLARE bypass_c CURSOR WITH HOLD FOR SELECT {c} FROM {t} WHERE {k} = {id}
---
COMMIT
---
FETCH ALL FROM bypass_c
---
CLOSE bypass_c
+ refcursor-of-a-function
! CREATE OR REPLACE FUNCTION bypass_rc() RETURNS refcursor LANGUAGE plpgsql AS $$ DECLARE r refcursor := 'bypass_cur'; BEGIN OPEN r FOR SELECT {c} FROM {t} WHERE {k} = {id}; RETURN r; END $$
BEGIN
---
SELECT bypass_rc()
---
FETCH ALL FROM bypass_cur
---
COMMIT

= more COPY
+ copy-odd-quotes
COPY (SELECT {k}, {c}, {o} FROM {t} WHERE {k} = {id}) TO STDOUT (FORMAT csv, DELIMITER 'z', QUOTE 'x', ESCAPE 'v', NULL 'q', HEADER)
+ copy-null-is-a-letter
COPY (SELECT {k}, {c} FROM {t} WHERE {k} = {id}) TO STDOUT (NULL 'q', DELIMITER '@')
+ copy-of-a-table-command
COPY (TABLE {t}) TO STDOUT (FORMAT csv, FORCE_QUOTE *)
+ copy-of-values
COPY (VALUES ((SELECT {c} FROM {t} WHERE {k} = {id}))) TO STDOUT
+ copy-of-a-row
COPY (SELECT x FROM {t} x WHERE {k} = {id}) TO STDOUT (FORMAT binary)
+ copy-computed-binary
COPY (SELECT ascii({c}), {c}::bytea, ARRAY[{c}] FROM {t} WHERE {k} = {id}) TO STDOUT (FORMAT binary)
+ copy-update-returning write
COPY (UPDATE {t} SET {o} = {o} WHERE {k} = {id} RETURNING *) TO STDOUT
+ copy-ordered-by-it
COPY (SELECT {k} FROM {t} WHERE {k} IN ({id}, 1) ORDER BY {c}) TO STDOUT
+ copy-json
COPY (SELECT row_to_json(x) FROM {t} x WHERE {k} = {id}) TO STDOUT

= temporary tables and open transactions
+ temporary-then-computed write
CREATE TEMP TABLE bypass_1 AS SELECT {k}, {c} AS x FROM {t} WHERE {k} = {id}
---
SELECT x || '', reverse(x), md5(x), x::bytea FROM bypass_1
+ temporary-filled-later write
CREATE TEMP TABLE bypass_2 (a text, b text[], c jsonb)
---
INSERT INTO bypass_2 SELECT {c}, ARRAY[{c}], to_jsonb({c}) FROM {t} WHERE {k} = {id}
---
SELECT a, b[1], c #>> '{}' FROM bypass_2
+ temporary-to-temporary write
CREATE TEMP TABLE bypass_3 AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
CREATE TEMP TABLE bypass_4 AS SELECT x AS y FROM bypass_3
---
UPDATE bypass_4 SET y = y || '.'
---
COPY bypass_4 TO STDOUT
+ temporary-in-one-text write
CREATE TEMP TABLE bypass_5 AS SELECT {c} AS x FROM {t} WHERE {k} = {id}; SELECT x || '' FROM bypass_5
+ temporary-characters-as-numbers write
CREATE TEMP TABLE bypass_6 AS SELECT ascii(substr({c}, 1, 1)) AS a, ascii(substr({c}, 2, 1)) AS b FROM {t} WHERE {k} = {id}
---
SELECT chr(a) || chr(b), a, b FROM bypass_6
+ prepared-before-a-temporary-hides-it write
CREATE TEMP TABLE bypass_7 (x text)
---
PREPARE bypass_before AS SELECT {c} || '' FROM {t} WHERE {k} = {id}
---
CREATE TEMP TABLE {t} ({k} bigint, {c} text, {o} text)
---
EXECUTE bypass_before
+ temporary-generated-column write
CREATE TEMP TABLE bypass_8 (x text, y text GENERATED ALWAYS AS (reverse(x)) STORED)
---
INSERT INTO bypass_8 (x) SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT y FROM bypass_8
+ temporary-cursor-for-update write
CREATE TEMP TABLE bypass_9 (n int, x text)
---
INSERT INTO bypass_9 VALUES (1, 'nothing')
---
BEGIN
---
DECLARE bypass_c CURSOR FOR SELECT x FROM bypass_9 FOR UPDATE
---
UPDATE bypass_9 SET x = (SELECT {c} FROM {t} WHERE {k} = {id})
---
FETCH ALL FROM bypass_c
---
COMMIT
+ temporary-type-changed-using-another write
CREATE TEMP TABLE bypass_10 AS SELECT {c} AS x, 1 AS y FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_10 ALTER COLUMN y TYPE text USING x
---
SELECT y FROM bypass_10
+ temporary-renamed write
CREATE TEMP TABLE bypass_11 AS SELECT {c} AS x, 'a'::text AS y FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_11 RENAME COLUMN y TO z
---
ALTER TABLE bypass_11 RENAME COLUMN x TO y
---
SELECT y || '' FROM bypass_11
+ temporary-child-of-a-table write
CREATE TEMP TABLE bypass_12 () INHERITS ({t})
---
INSERT INTO bypass_12 ({k}, {o}) SELECT -{k}, {c} FROM {t} WHERE {k} = {id}
---
SELECT {o} FROM {t} WHERE {k} = -{id}
+ temporary-with-a-cascade write
CREATE TEMP TABLE bypass_13 (x text PRIMARY KEY)
---
CREATE TEMP TABLE bypass_14 (y text REFERENCES bypass_13 ON UPDATE CASCADE)
---
INSERT INTO bypass_13 VALUES ('a')
---
INSERT INTO bypass_14 VALUES ('a')
---
UPDATE bypass_13 SET x = (SELECT {c} FROM {t} WHERE {k} = {id})
---
SELECT y FROM bypass_14
+ temporary-with-a-key-for-a-while write
CREATE TEMP TABLE bypass_24 AS SELECT ascii({c}) AS n, {c} AS x FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_24 ADD UNIQUE (n), ADD FOREIGN KEY (n) REFERENCES bypass_24 (n)
---
SELECT 1
---
ALTER TABLE bypass_24 DROP CONSTRAINT bypass_24_n_fkey
---
VACUUM bypass_24
---
SELECT chr(n), x || '' FROM bypass_24
+ temporary-gone-and-another-made write
CREATE TEMP TABLE bypass_15 (x text)
---
DROP TABLE bypass_15; CREATE TABLE bypass_15 AS SELECT {c} AS x FROM {t} WHERE {k} = {id}; SELECT x || '' FROM bypass_15; DROP TABLE bypass_15
+ temporary-rolled-back-and-another-made write
BEGIN; CREATE TEMP TABLE bypass_16 (x text); ROLLBACK; CREATE TABLE bypass_16 AS SELECT {c} AS x FROM {t} WHERE {k} = {id}; SELECT x || '' FROM bypass_16; DROP TABLE bypass_16
+ temporary-by-its-real-schema write
CREATE TEMP TABLE bypass_17 AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
SELECT x || '' FROM pg_temp.bypass_17
---
SET search_path = public, pg_temp
---
SELECT x || '' FROM bypass_17
+ temporary-returning write
CREATE TEMP TABLE bypass_18 (x text)
---
INSERT INTO bypass_18 SELECT {c} FROM {t} WHERE {k} = {id} RETURNING x || ''
---
WITH i AS (INSERT INTO bypass_18 SELECT {c} FROM {t} WHERE {k} = {id} RETURNING x) SELECT x FROM i
+ temporary-named-as-a-type write
CREATE TEMP TABLE bypass_19 (x text)
---
SELECT ('(' || {c} || ')')::bypass_19 FROM {t} WHERE {k} = {id}
+ temporary-statistics write
CREATE TEMP TABLE bypass_20 AS SELECT {c} AS x FROM {t}
---
ANALYZE bypass_20
---
SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE tablename = 'bypass_20'
+ created-as-execute write
PREPARE bypass_e AS SELECT {c} AS x FROM {t} WHERE {k} = {id}
---
CREATE TEMP TABLE bypass_21 AS EXECUTE bypass_e
---
SELECT x FROM bypass_21
+ uncommitted-table write
BEGIN
---
CREATE TABLE bypass_22 (n int)
---
ALTER TABLE bypass_22 ADD COLUMN x text
---
INSERT INTO bypass_22 SELECT 1, {c} FROM {t} WHERE {k} = {id}
---
SELECT x || '' FROM bypass_22
---
ROLLBACK
+ uncommitted-view write
BEGIN
---
CREATE VIEW bypass_23 AS SELECT {c} || '' AS x FROM {t} WHERE {k} = {id}
---
SELECT x FROM bypass_23
---
ROLLBACK
+ uncommitted-table-in-front-and-rolled-back write
BEGIN
---
CREATE SCHEMA bypass_s
---
CREATE TABLE bypass_s.{t} ({k} bigint, {c} int, {o} int)
---
SET LOCAL search_path = bypass_s, public
---
ROLLBACK; SELECT {c} || '' FROM {t} WHERE {k} = {id}
+ uncommitted-table-in-front-and-back-to-a-savepoint write
BEGIN
---
SAVEPOINT a
---
CREATE SCHEMA bypass_s
---
CREATE TABLE bypass_s.{t} ({k} bigint, {c} int, {o} int)
---
SET LOCAL search_path = bypass_s, public
---
ROLLBACK TO a
---
SELECT {c} || '' FROM {t} WHERE {k} = {id}
---
ROLLBACK
+ setting-that-keeps-a-value
SELECT set_config('application_name', {c}, false) FROM {t} WHERE {k} = {id}
---
SHOW application_name
+ options-made-of-a-value
SELECT option_name, option_value FROM {t}, pg_options_to_table(ARRAY[{c} || '=x', 'y=' || {c}]) WHERE {k} = {id}
+ having-extremes bounded
SELECT max({k}) FROM {t} GROUP BY {k} HAVING max({c}) > '{half}' AND {k} = {id}

= constraints of one's own
+ check-takes-or-refuses write
CREATE TABLE bypass_31 (v text CHECK (v < '{half}'))
---
INSERT INTO bypass_31 SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT count(*) FROM bypass_31
---
DROP TABLE bypass_31
+ domain-takes-or-refuses write
CREATE DOMAIN bypass_32 AS text CHECK (VALUE < '{half}')
---
CREATE TABLE bypass_33 (v bypass_32)
---
INSERT INTO bypass_33 SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT count(*) FROM bypass_33
---
DROP TABLE bypass_33
---
DROP DOMAIN bypass_32
+ index-over-an-expression-that-fails write
CREATE TABLE bypass_34 (v text)
---
CREATE INDEX ON bypass_34 ((1 / (CASE WHEN v < '{half}' THEN 0 ELSE 1 END)))
---
INSERT INTO bypass_34 SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT count(*) FROM bypass_34
---
DROP TABLE bypass_34
+ temporary-check write
CREATE TEMP TABLE bypass_35 (v text CHECK (v < '{half}'))
---
INSERT INTO bypass_35 SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT count(*) FROM bypass_35
+ temporary-check-added write
CREATE TEMP TABLE bypass_36 (v text)
---
ALTER TABLE bypass_36 ADD CHECK (v < '{half}')
---
INSERT INTO bypass_36 SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT count(*) FROM bypass_36

= conditions that are tried later
+ policy-that-asks-another-table write
CREATE TABLE bypass_40 (n int)
---
INSERT INTO bypass_40 VALUES (1)
---
CREATE POLICY bypass_40 ON bypass_40 USING (EXISTS (SELECT 1 FROM {t} WHERE {k} = {id} AND {c} < '{half}'))
---
ALTER TABLE bypass_40 ENABLE ROW LEVEL SECURITY
---
ALTER TABLE bypass_40 FORCE ROW LEVEL SECURITY
---
SELECT count(*) FROM bypass_40
---
DROP TABLE bypass_40
+ policy-altered-to-ask write
CREATE TABLE bypass_41 (n int)
---
INSERT INTO bypass_41 VALUES (1)
---
CREATE POLICY bypass_41 ON bypass_41 USING (true)
---
ALTER POLICY bypass_41 ON bypass_41 USING ((SELECT {c} < '{half}' FROM {t} WHERE {k} = {id}))
---
ALTER TABLE bypass_41 ENABLE ROW LEVEL SECURITY
---
ALTER TABLE bypass_41 FORCE ROW LEVEL SECURITY
---
SELECT count(*) FROM bypass_41
---
DROP TABLE bypass_41
+ trigger-that-fires-by-value write
CREATE TRIGGER bypass_42 BEFORE UPDATE ON {t} FOR EACH ROW WHEN (OLD.{c} < '{half}') EXECUTE FUNCTION suppress_redundant_updates_trigger()
---
UPDATE {t} SET {o} = {o} WHERE {k} = {id}
---
DROP TRIGGER bypass_42 ON {t}
+ view-that-compares-a-setting write
CREATE VIEW bypass_43 AS SELECT count(*) AS n FROM {t} WHERE {k} = {id} AND {c} = current_setting('my.guess', true)
---
SET my.guess = '{value}'
---
SELECT n FROM bypass_43
---
DROP VIEW bypass_43
+ compared-with-a-setting
SET my.guess = '{value}'
---
SELECT count(*) FROM {t} WHERE {k} = {id} AND {c} = current_setting('my.guess')
+ compared-with-a-setting-in-values
SET my.guess = '{value}'
---
SELECT count(*) FROM {t} JOIN (VALUES (current_setting('my.guess'))) AS g (v) ON {c} = g.v WHERE {k} = {id}
+ compared-with-a-setting-in-a-list
SET my.guess = '{value}'
---
SELECT count(*) FROM {t} WHERE {k} = {id} AND {c} IN ('nobody', current_setting('my.guess'))

= renamed, moved and typed anew
+ column-renamed-then-read write
CREATE TABLE bypass_50 AS SELECT {c} AS v, {k} AS id FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_50 RENAME COLUMN v TO status
---
SELECT status FROM bypass_50
---
DROP TABLE bypass_50
+ table-renamed-then-read write
CREATE TABLE bypass_51 AS SELECT {c} AS name FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_51 RENAME TO bypass_51b
---
SELECT name FROM bypass_51b
---
DROP TABLE bypass_51b
+ table-renamed-as-an-index write
CREATE TABLE bypass_52 AS SELECT {c} AS name FROM {t} WHERE {k} = {id}
---
ALTER INDEX bypass_52 RENAME TO bypass_52b
---
SELECT name FROM bypass_52b
---
DROP TABLE bypass_52b
+ table-moved-to-another-schema write
CREATE SCHEMA bypass_53
---
CREATE TABLE bypass_53t AS SELECT {c} AS name FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_53t SET SCHEMA bypass_53
---
SELECT name FROM bypass_53.bypass_53t
---
DROP SCHEMA bypass_53 CASCADE
+ renamed-in-place-of-another write
CREATE TABLE bypass_54 (name int)
---
CREATE TABLE bypass_54c AS SELECT {c} AS name FROM {t} WHERE {k} = {id}
---
PREPARE bypass_54 AS SELECT * FROM bypass_54
---
ALTER TABLE bypass_54 RENAME TO bypass_54d
---
ALTER TABLE bypass_54c RENAME TO bypass_54
---
EXECUTE bypass_54
---
SELECT name FROM bypass_54
---
DROP TABLE bypass_54, bypass_54d
+ renamed-within-a-transaction write
BEGIN
---
CREATE TABLE bypass_55 AS SELECT {c} AS v FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_55 RENAME COLUMN v TO w
---
SELECT w FROM bypass_55
---
ALTER TABLE bypass_55 RENAME TO bypass_55b
---
SELECT w FROM bypass_55b
---
ROLLBACK
+ retyped-to-a-number write
CREATE TABLE bypass_56 AS SELECT {c} AS v FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_56 ALTER COLUMN v TYPE int USING ascii(v)
---
SELECT v FROM bypass_56
---
DROP TABLE bypass_56
+ retyped-from-another-column write
CREATE TABLE bypass_57 AS SELECT {c} AS v, 1 AS n FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_57 ALTER COLUMN n TYPE text USING v
---
SELECT n FROM bypass_57
---
ALTER TABLE bypass_57 ALTER COLUMN n TYPE int USING length(v)
---
SELECT n FROM bypass_57
---
DROP TABLE bypass_57
+ retyped-shorter-until-it-fails write
CREATE TABLE bypass_58 AS SELECT {c} AS v FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_58 ALTER COLUMN v TYPE varchar(6)
---
ALTER TABLE bypass_58 ALTER COLUMN v TYPE varchar(300) USING (CASE WHEN v < '{half}' THEN v ELSE repeat(v, 100) END)
---
SELECT v FROM bypass_58
---
DROP TABLE bypass_58
+ retyped-to-a-domain-that-judges write
CREATE TABLE bypass_59 AS SELECT {c} AS v FROM {t} WHERE {k} = {id}
---
CREATE DOMAIN bypass_59d AS text CHECK (VALUE < '{half}')
---
ALTER TABLE bypass_59 ALTER COLUMN v TYPE bypass_59d
---
DROP TABLE bypass_59
---
DROP DOMAIN bypass_59d
+ unique-index-over-a-part write
CREATE TABLE bypass_60 AS SELECT {c} AS v FROM {t} WHERE {k} = {id}
---
INSERT INTO bypass_60 VALUES ('{prefix}')
---
CREATE UNIQUE INDEX ON bypass_60 ((left(v, 1)))
---
DROP TABLE bypass_60
+ called-procedure-that-reads write
CREATE PROCEDURE bypass_61() LANGUAGE sql AS 'SELECT 1 / (CASE WHEN {c} < ''{half}'' THEN 0 ELSE 1 END) FROM {t} WHERE {k} = {id}'
---
CALL bypass_61()
---
DROP PROCEDURE bypass_61
+ called-procedure-that-copies write
CREATE TABLE bypass_62 (v text)
---
CREATE PROCEDURE bypass_62p(i int) LANGUAGE sql AS 'INSERT INTO bypass_62 SELECT {c} FROM {t} WHERE {k} = i'
---
CALL bypass_62p({id})
---
SELECT v FROM bypass_62
---
DROP PROCEDURE bypass_62p
---
DROP TABLE bypass_62
+ called-procedure-with-a-path-of-the-session write
CREATE SCHEMA bypass_63
---
CREATE TABLE bypass_63.source (v text)
---
CREATE TABLE bypass_63.copies (v text)
---
CREATE PROCEDURE bypass_63p() LANGUAGE sql AS 'INSERT INTO bypass_63.copies SELECT {c} FROM {t} WHERE {k} = {id}' SET search_path = public
---
SET search_path = bypass_63, public
---
CALL bypass_63p()
---
SELECT v FROM bypass_63.copies
---
RESET search_path
---
DROP SCHEMA bypass_63 CASCADE
---
DROP PROCEDURE bypass_63p
+ policy-on-a-copy write
CREATE TABLE bypass_64 AS SELECT {c} AS v FROM {t} WHERE {k} = {id}
---
CREATE POLICY bypass_64 ON bypass_64 USING (v < '{half}')
---
ALTER TABLE bypass_64 ENABLE ROW LEVEL SECURITY
---
ALTER TABLE bypass_64 FORCE ROW LEVEL SECURITY
---
SELECT count(*) FROM bypass_64
---
DROP TABLE bypass_64

= blocks that are read
+ block-with-a-condition write
DO $$ BEGIN IF (SELECT {c} FROM {t} WHERE {k} = {id}) < '{half}' THEN RAISE EXCEPTION 'yes'; END IF; END $$
+ block-with-many-guesses write
DO $$ BEGIN IF EXISTS (SELECT 1 FROM {t} WHERE {k} = {id} AND {c} = 'nobody') THEN RAISE NOTICE 'a'; ELSIF EXISTS (SELECT 1 FROM {t} WHERE {k} = {id} AND {c} = '{value}') THEN RAISE NOTICE 'b'; END IF; END $$
+ block-that-fails-by-value write
DO $$ BEGIN PERFORM 1 / (CASE WHEN {c} < '{half}' THEN 0 ELSE 1 END) FROM {t} WHERE {k} = {id}; EXCEPTION WHEN division_by_zero THEN RAISE EXCEPTION 'yes'; END $$
+ block-that-copies write
CREATE TABLE bypass_70 (v text)
---
DO $$ BEGIN INSERT INTO bypass_70 SELECT {c} FROM {t} WHERE {k} = {id}; END $$
---
SELECT v FROM bypass_70
---
DROP TABLE bypass_70
+ block-that-makes-and-fills write
DO $$ BEGIN CREATE TABLE bypass_71 (v text); INSERT INTO bypass_71 SELECT {c} FROM {t} WHERE {k} = {id}; END $$
---
SELECT v FROM bypass_71
---
DROP TABLE bypass_71
+ block-that-makes-from-a-query write
DO $$ BEGIN CREATE TABLE bypass_72 AS SELECT {c} AS v FROM {t} WHERE {k} = {id}; END $$
---
SELECT v FROM bypass_72
---
DROP TABLE bypass_72
+ block-with-its-own-execute write
PREPARE bypass_73 AS SELECT 1
---
DO $$ BEGIN EXECUTE 'CREATE TABLE bypass_73 AS SELECT {c} AS name FROM {t} WHERE {k} = {id}'; END $$
---
SELECT name FROM bypass_73
---
DROP TABLE bypass_73
+ block-with-a-target write
DO $$ BEGIN CREATE TABLE bypass_74 AS SELECT 1 AS n, {c} INTO found FROM {t} WHERE {k} = {id}; END $$
+ block-with-the-error-text write
CREATE TABLE bypass_75 (v text)
---
DO $$ BEGIN PERFORM {c}::int FROM {t} WHERE {k} = {id}; EXCEPTION WHEN OTHERS THEN INSERT INTO bypass_75 VALUES (sqlerrm); END $$
---
SELECT v FROM bypass_75
---
DROP TABLE bypass_75
+ block-that-changes-the-path write
DO $$ BEGIN PERFORM set_config('search_path', 'pg_temp', false); END $$
---
SELECT {c} FROM public.{t} WHERE {k} = {id}
+ block-after-the-same-guess write
SELECT count(*) FROM {t} WHERE {k} = {id} AND {c} = 'nobody'; DO $$ BEGIN IF EXISTS (SELECT 1 FROM {t} WHERE {k} = {id} AND {c} = '{value}') THEN RAISE EXCEPTION 'yes'; END IF; END $$
+ trigger-function-that-fills-in write
CREATE TABLE bypass_76 (name text, source text)
---
CREATE FUNCTION bypass_76f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := (SELECT {c} FROM {t} WHERE {k} = {id}); RETURN NEW; END $$
---
CREATE FUNCTION bypass_76g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := NEW.source; RETURN NEW; END $$
---
CREATE TRIGGER bypass_76 BEFORE INSERT ON bypass_76 FOR EACH ROW EXECUTE FUNCTION bypass_76g()
---
INSERT INTO bypass_76 (source) SELECT {c} FROM {t} WHERE {k} = {id}
---
SELECT name FROM bypass_76
---
DROP TABLE bypass_76
---
DROP FUNCTION bypass_76g()
+ guess-in-the-body-of-a-function write
CREATE FUNCTION bypass_77() RETURNS bigint STABLE LANGUAGE sql AS $$ SELECT count(*) FROM {t} WHERE {k} = {id} AND {c} = '{value}' $$
---
SELECT bypass_77()
---
DROP FUNCTION bypass_77()
+ guess-in-the-default-of-a-function write
CREATE FUNCTION bypass_78(g text DEFAULT '{value}') RETURNS bigint STABLE LANGUAGE sql AS $$ SELECT count(*) FROM {t} WHERE {k} = {id} AND {c} = g $$
---
SELECT bypass_78()
---
DROP FUNCTION bypass_78

= NULL or not
+ null-where-a-pattern-fails
SELECT substring({c} from '^.b') FROM {t} WHERE {k} = {id}
+ null-where-a-pattern-fails-in-a-row-of-them
SELECT substring({c} from '^.[a-f]'), substring({c} from '^.[g-m]'), substring({c} from '^.[n-z]') FROM {t} WHERE {k} = {id}
+ null-where-a-letter-is-not
SELECT array_position(string_to_array({c}, NULL), 'b') FROM {t} WHERE {k} = {id}
+ null-behind-the-last-part
SELECT (string_to_array({c}, 'b'))[2] FROM {t} WHERE {k} = {id}
+ null-at-a-place-by-value
SELECT (ARRAY['x', 'y'])[ascii(substr({c}, 2, 1)) - 97] FROM {t} WHERE {k} = {id}
+ null-behind-a-key-by-value
SELECT '{"{value}": 1}'::jsonb -> {c} FROM {t} WHERE {k} = {id}
+ null-behind-a-path-by-value
SELECT '{"{value}": 1}'::jsonb #>> ARRAY[{c}] FROM {t} WHERE {k} = {id}
+ null-subscript-by-value
SELECT ('{"{value}": 1}'::jsonb)[{c}] FROM {t} WHERE {k} = {id}
+ null-element-of-a-document
SELECT to_jsonb(string_to_array({c}, 'b')) -> 1 FROM {t} WHERE {k} = {id}
+ null-field-named-by-a-letter
SELECT jsonb_object_field(jsonb_build_object(substr({c}, 2, 1), 1), 'b') FROM {t} WHERE {k} = {id}
+ null-length-of-no-array
SELECT array_length(array_remove(ARRAY[substr({c}, 2, 1)], 'b'), 1) FROM {t} WHERE {k} = {id}
+ null-in-a-copy
COPY (SELECT substring({c} from '^.b') FROM {t} WHERE {k} = {id}) TO STDOUT
+ null-in-a-csv-copy
COPY (SELECT substring({c} from '^.b'), {k} FROM {t} WHERE {k} = {id}) TO STDOUT (FORMAT csv, NULL 'none')
+ null-in-a-binary-copy
COPY (SELECT substring({c} from '^.b') FROM {t} WHERE {k} = {id}) TO STDOUT (FORMAT binary)
+ null-through-a-cursor
DECLARE bypass_null CURSOR WITH HOLD FOR SELECT substring({c} from '^.b') FROM {t} WHERE {k} = {id}
---
FETCH ALL FROM bypass_null
+ null-of-a-sub-query
SELECT (SELECT substring({c} from '^.b') FROM {t} WHERE {k} = {id})
+ null-through-a-view write
CREATE VIEW bypass_80 AS SELECT substring({c} from '^.b') AS v, {k} AS n FROM {t}
---
SELECT v FROM bypass_80 WHERE n = {id}
---
SELECT v IS NULL FROM bypass_80 WHERE n = {id}
---
DROP VIEW bypass_80
+ null-made-by-a-maximum
SELECT max(substring({c} from '^.b')), string_agg(substring({c} from '^.b'), ',') FROM {t} WHERE {k} = {id}
+ null-stored-and-asked-for write
CREATE TABLE bypass_81 AS SELECT jsonb_build_object(substr({c}, 2, 1), 1) -> 'b' AS v FROM {t} WHERE {k} = {id}
---
SELECT v IS NULL, count(v) FROM bypass_81 GROUP BY v
---
DROP TABLE bypass_81
+ null-stored-where-none-may-be write
CREATE TABLE bypass_82 (v text NOT NULL)
---
INSERT INTO bypass_82 SELECT (string_to_array({c}, 'b'))[2] FROM {t} WHERE {k} = {id}
---
DROP TABLE bypass_82
+ null-found-by-forbidding-it write
CREATE TABLE bypass_83 AS SELECT (string_to_array({c}, 'b'))[2] AS v FROM {t} WHERE {k} = {id}
---
ALTER TABLE bypass_83 ALTER v SET NOT NULL
---
DROP TABLE bypass_83
+ null-in-a-scratch-table write
CREATE TEMP TABLE bypass_84 AS SELECT (string_to_array({c}, 'b'))[2] AS v FROM {t} WHERE {k} = {id}
---
SELECT v FROM bypass_84
---
SELECT count(v) FROM bypass_84
+ null-put-over-the-value write
UPDATE {t} SET {c} = coalesce((string_to_array({c}, 'b'))[2], {c}) WHERE {k} = {id}
---
UPDATE {t} SET {c} = (string_to_array({c}, 'b'))[2] WHERE {k} = {id}

= rows that are one
+ distinct-parts-of-two
SELECT DISTINCT substr({c}, 2, 1) FROM (SELECT {c} FROM {t} WHERE {k} = {id} UNION ALL SELECT {c} FROM {t} WHERE {c} = '{value}' OR {k} = 9) x
+ distinct-comparisons
SELECT DISTINCT left({c}, 2) FROM {t} WHERE {k} IN ({id}, 8, 9, 10)
+ distinct-part-and-an-anchor write
INSERT INTO {t} SELECT (jsonb_populate_record(x, '{"{k}": 900001, "{c}": "qb"}')).* FROM {t} x WHERE {k} = {id}
---
SELECT DISTINCT left({c}, 2) FROM {t} WHERE {k} IN ({id}, 900001)
+ union-with-a-beginning
SELECT left({c}, 2) FROM {t} WHERE {k} = {id} UNION SELECT 'qb'
+ cycle-that-ends-at-a-guess
WITH RECURSIVE r (n, s) AS (SELECT 1, left({c}, 2) FROM {t} WHERE {k} = {id} UNION ALL SELECT n + 1, CASE WHEN n = 1 THEN 'qb' ELSE s END FROM r WHERE n < 4) CYCLE s SET c USING p SELECT n FROM r
+ strict-function-of-what-may-be-null
! CREATE OR REPLACE FUNCTION bypass_strict(a text, b text) RETURNS text STRICT IMMUTABLE LANGUAGE sql AS $f$ SELECT $1 $f$
SELECT bypass_strict({o}, substring({c} from '^.b')) FROM {t} WHERE {k} = {id}
+ strict-function-in-from
! CREATE OR REPLACE FUNCTION bypass_strict_rows(a text) RETURNS SETOF text STRICT IMMUTABLE LANGUAGE sql AS $f$ SELECT 'x' $f$
SELECT {k} FROM {t}, bypass_strict_rows(substring({c} from '^.b')) WHERE {k} = {id}

= columns that refuse
+ unique-part-against-a-guess write
CREATE TABLE bypass_90 (v text PRIMARY KEY)
---
INSERT INTO bypass_90 VALUES ('b')
---
INSERT INTO bypass_90 SELECT substr({c}, 2, 1) FROM {t} WHERE {k} = {id} ON CONFLICT DO NOTHING
---
DROP TABLE bypass_90
+ unique-part-in-a-scratch-table write
CREATE TEMP TABLE bypass_91 (v text UNIQUE)
---
INSERT INTO bypass_91 VALUES ('b')
---
INSERT INTO bypass_91 SELECT substr({c}, 2, 1) FROM {t} WHERE {k} = {id} ON CONFLICT DO NOTHING
+ unique-value-against-a-guess write
CREATE TABLE bypass_92 (v text PRIMARY KEY)
---
INSERT INTO bypass_92 VALUES ('{value}')
---
INSERT INTO bypass_92 SELECT {c} FROM {t} WHERE {k} = {id} ON CONFLICT DO NOTHING
---
DROP TABLE bypass_92
+ unique-part-in-the-table-itself write
INSERT INTO {t} SELECT (jsonb_populate_record(x, '{"{k}": 900002, "{c}": "qb"}')).* FROM {t} x WHERE {k} = {id}
---
UPDATE {t} SET {c} = left({c}, 2) WHERE {k} = {id}
+ too-long-by-value write
CREATE TABLE bypass_93 (v varchar(70))
---
INSERT INTO bypass_93 SELECT split_part({c}, 'b', 1) || repeat('x', 69) FROM {t} WHERE {k} = {id}
---
DROP TABLE bypass_93
+ key-to-a-guess write
CREATE TABLE bypass_94 (v text PRIMARY KEY)
---
INSERT INTO bypass_94 VALUES ('qb')
---
CREATE TABLE bypass_95 (v text REFERENCES bypass_94)
---
INSERT INTO bypass_95 SELECT left({c}, 2) FROM {t} WHERE {k} = {id}
---
DROP TABLE bypass_95, bypass_94
+ key-to-the-masked-column write
CREATE TABLE bypass_96 (v text REFERENCES {t} ({c}))
---
INSERT INTO bypass_96 VALUES ('{value}')
---
DROP TABLE bypass_96
+ key-added-later write
CREATE TABLE bypass_97 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
INSERT INTO bypass_97 VALUES ('qb')
---
ALTER TABLE bypass_97 ADD UNIQUE (v)
---
DROP TABLE bypass_97
+ unique-index-added-later write
CREATE TABLE bypass_98 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
INSERT INTO bypass_98 VALUES ('qb')
---
CREATE UNIQUE INDEX ON bypass_98 (v)
---
DROP TABLE bypass_98
+ key-to-another-table-added-later write
CREATE TABLE bypass_99 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
CREATE TABLE bypass_100 (v text PRIMARY KEY)
---
INSERT INTO bypass_100 VALUES ('qb')
---
ALTER TABLE bypass_99 ADD FOREIGN KEY (v) REFERENCES bypass_100 (v)
---
DROP TABLE bypass_99, bypass_100

= parts that were stored
+ part-stored-and-compared write
CREATE TABLE bypass_101 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
SELECT count(*) FROM bypass_101 WHERE v = 'qb'
---
DROP TABLE bypass_101
+ part-in-scratch-and-compared write
CREATE TEMP TABLE bypass_102 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
SELECT count(*) FROM bypass_102 WHERE v = 'qb'
+ part-in-scratch-and-joined write
CREATE TEMP TABLE bypass_103 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
CREATE TEMP TABLE bypass_104 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = 8
---
INSERT INTO bypass_104 VALUES ('qb')
---
SELECT count(*) FROM bypass_103 JOIN bypass_104 USING (v)
+ part-in-scratch-and-grouped write
CREATE TEMP TABLE bypass_105 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
INSERT INTO bypass_105 VALUES ('qb')
---
SELECT count(*) FROM bypass_105 GROUP BY v
+ part-in-scratch-and-distinct write
CREATE TEMP TABLE bypass_106 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
INSERT INTO bypass_106 VALUES ('qb')
---
SELECT count(DISTINCT v) FROM bypass_106
+ part-copied-on-and-compared write
CREATE TEMP TABLE bypass_107 AS SELECT left({c}, 2) AS v FROM {t} WHERE {k} = {id}
---
CREATE TEMP TABLE bypass_108 AS SELECT v AS w FROM bypass_107
---
SELECT count(*) FROM bypass_108 WHERE w = 'qb'

= what a plan measures
+ plan-tells-how-much-is-sent
EXPLAIN (ANALYZE, SERIALIZE TEXT, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT replace(left({c}, 2), 'qb', 'a much longer text that fills a plan with many bytes for each row and so tells that it is there') FROM {t}, generate_series(1, 1000) WHERE {k} = {id}
+ plan-tells-what-was-sorted
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT x FROM (SELECT i, replace(left({c}, 2), 'qb', 'a much longer text that fills a plan with many bytes for each row and so tells that it is there') AS x FROM {t}, generate_series(1, 1000) i WHERE {k} = {id} OFFSET 0) q ORDER BY i
+ plan-tells-what-was-grouped
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT i, max(replace(left({c}, 2), 'qb', 'a much longer text that fills a plan with many bytes for each row and so tells that it is there')) FROM {t}, generate_series(1, 1000) i WHERE {k} = {id} GROUP BY i
+ plan-of-an-insert-tells write
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) INSERT INTO {t} SELECT (jsonb_populate_record(x, jsonb_build_object('{k}', 900010 + i))).* FROM {t} x, generate_series(1, 3) i WHERE {k} = {id}
+ plan-of-an-executed-statement
PREPARE bypass_plan AS SELECT x FROM (SELECT i, replace(left({c}, 2), 'qb', 'a much longer text that fills a plan with many bytes for each row and so tells that it is there') AS x FROM {t}, generate_series(1, 1000) i WHERE {k} = {id} OFFSET 0) q ORDER BY i
---
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) EXECUTE bypass_plan
+ plan-of-a-view write
CREATE VIEW bypass_110 AS SELECT replace(left({c}, 2), 'qb', 'a much longer text that fills a plan with many bytes for each row and so tells that it is there') AS x, {k} AS n FROM {t}
---
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT x FROM (SELECT i, x FROM bypass_110, generate_series(1, 1000) i WHERE n = {id} OFFSET 0) q ORDER BY i
---
DROP VIEW bypass_110
