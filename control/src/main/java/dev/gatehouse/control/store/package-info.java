/// What the control plane must not forget, in one SQLite file below `gateway.data`.
///
/// [dev.gatehouse.control.store.Store] opens the file and brings its tables up to date; one class per table reads and
/// writes rows as records. Nothing here knows what a row means or whether it may be believed: whoever can write the
/// file
/// can write any row, so what grants something is sealed by its owner
/// ([dev.gatehouse.control.identity.MintedCredentials]).
///
/// A change of the tables is a new file `V<n>__<what>.sql` beside these classes and a raised [Store#VERSION]; a test
/// fails when one is forgotten.
@NullMarked
package dev.gatehouse.control.store;

import org.jspecify.annotations.NullMarked;
