@NullMarked
package dev.gatehouse.server.settings.yaml;

import org.jspecify.annotations.NullMarked;
