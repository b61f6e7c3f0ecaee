/// Where it all meets, in order. Start reading at [dev.gatehouse.gateway.Session#admit]: it is the product.
///
/// - [dev.gatehouse.gateway.Login] turns whoever connects into a [dev.gatehouse.gateway.Session], or refuses.
/// - [dev.gatehouse.gateway.Session#admit] records, decides, records, perhaps asks people, and hands out an
///   [dev.gatehouse.gateway.Exchange]: the only permission to send anything to a target.
/// - [dev.gatehouse.gateway.Upstream] is the only way to a target's wire, and asks for that permission each time.
/// - [dev.gatehouse.gateway.Downstream] is the only way back: what it releases has been recorded before.
///
/// Nothing here knows a protocol. What a protocol supplies is written down in `dev.gatehouse.spi`.
@NullMarked
package dev.gatehouse.gateway;

import org.jspecify.annotations.NullMarked;
