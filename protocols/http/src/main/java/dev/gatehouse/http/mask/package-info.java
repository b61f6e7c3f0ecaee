/// Masks JSON by the paths that `data: fields:` classifies. [dev.gatehouse.http.mask.JsonMask] reads an answer token by
/// token and writes what its client may see; which mask holds where, [dev.gatehouse.http.mask.FieldPath] says.
@NullMarked
package dev.gatehouse.http.mask;

import org.jspecify.annotations.NullMarked;
