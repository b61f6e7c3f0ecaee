/// Where HTTP targets are and what the gateway shows them. A client never learns it: nothing here has a text that says
/// a
/// secret.
@NullMarked
package dev.gatehouse.http.target;

import org.jspecify.annotations.NullMarked;
