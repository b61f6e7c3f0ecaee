/// The product as its users meet it: stock clients through a gateway to the demo's real database.
@NullMarked
package dev.gatehouse.server;

import org.jspecify.annotations.NullMarked;
