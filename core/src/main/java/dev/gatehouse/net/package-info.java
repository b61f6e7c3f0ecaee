/// Bytes in and out: a [dev.gatehouse.net.Wire] is a duplex byte stream, a [dev.gatehouse.net.Listener] accepts them,
/// a [dev.gatehouse.net.Dialer] makes them to a target. TLS, thread kinds and buffer lending are settled here, once, so
/// that a protocol reads and writes bytes and knows nothing else.
@NullMarked
package dev.gatehouse.net;

import org.jspecify.annotations.NullMarked;
