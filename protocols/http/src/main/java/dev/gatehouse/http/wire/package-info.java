/// HTTP/1.1 messages as bytes (RFC 9112), without any I/O: [dev.gatehouse.http.wire.RequestHead] and
/// [dev.gatehouse.http.wire.ResponseHead], and where their bodies end ([dev.gatehouse.http.wire.Framing]).
///
/// Reading is strict. What two readers could take differently is refused here, before anybody decides about it.
@NullMarked
package dev.gatehouse.http.wire;

import org.jspecify.annotations.NullMarked;
