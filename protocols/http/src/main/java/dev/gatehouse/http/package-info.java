/// HTTP/1.1 as clients and targets speak it: [dev.gatehouse.http.HttpProtocol] serves a client. Below it, `wire` has
/// the
/// messages, `login` and `target` prove who asks on either side, `understand` says what is asked, `mask` what is shown,
/// and `relay` joins them.
@NullMarked
package dev.gatehouse.http;

import org.jspecify.annotations.NullMarked;
