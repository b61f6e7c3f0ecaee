@NullMarked
package dev.gatehouse.server.metrics;

import org.jspecify.annotations.NullMarked;
