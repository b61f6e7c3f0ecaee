@NullMarked
package dev.gatehouse.server.settings;

import org.jspecify.annotations.NullMarked;
