/// What a protocol supplies. [dev.gatehouse.spi.Protocol] is served with client wires; everything else it needs, it
/// gets
/// from [dev.gatehouse.gateway.Login] and [dev.gatehouse.gateway.Session].
@NullMarked
package dev.gatehouse.spi;

import org.jspecify.annotations.NullMarked;
