/// What an HTTP request asks: path and query in one normal form, what its body says, and from that the operation that
/// rules decide about ([dev.gatehouse.http.understand.HttpUnderstanding]). What could be read in two ways becomes a
/// problem of the operation, which no rule can lift.
@NullMarked
package dev.gatehouse.http.understand;

import org.jspecify.annotations.NullMarked;
