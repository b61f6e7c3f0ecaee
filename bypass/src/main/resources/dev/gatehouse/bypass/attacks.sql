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
SELECT most_common_vals, histogram_bounds FROM pg_stats WHERE tablename = '{t}'
+ statistics-behind-the-view
SELECT stavalues1, stavalues2 FROM pg_statistic
+ statistics-extended
SELECT * FROM pg_stats_ext
+ activity
SELECT query FROM pg_stat_activity
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
SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '{t}'::regclass
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
