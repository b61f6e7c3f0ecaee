@NullMarked
package dev.gatehouse.control.rules;

import org.jspecify.annotations.NullMarked;
