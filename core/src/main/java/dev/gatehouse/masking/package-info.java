/// What a value looks like to somebody who may not see it.
///
/// [dev.gatehouse.masking.MaskRules] says which [dev.gatehouse.masking.Method] applies to whom and which category;
/// [dev.gatehouse.masking.ColumnMask] is the answer for one column; [dev.gatehouse.masking.Masker] turns text into its
/// masked form; [dev.gatehouse.masking.MaskTraces] recognises a mask that somebody tries to write back. Which bytes
/// carry a masked value in a format of the wire is the protocol's business.
@NullMarked
package dev.gatehouse.masking;

import org.jspecify.annotations.NullMarked;
