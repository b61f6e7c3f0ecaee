@NullMarked
package dev.gatehouse.server.settings.keys;

import org.jspecify.annotations.NullMarked;
