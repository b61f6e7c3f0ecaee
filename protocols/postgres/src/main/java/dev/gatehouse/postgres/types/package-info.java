/// PostgreSQL's built-in types as far as masking needs them: what kind of value an OID stands for
/// ([dev.gatehouse.postgres.types.PgType]), and which fixed value can stand in its place without a driver noticing more
/// than that it is not the real one ([dev.gatehouse.postgres.types.MaskedConstants]).
@NullMarked
package dev.gatehouse.postgres.types;

import org.jspecify.annotations.NullMarked;
