@NullMarked
package dev.gatehouse.control.notifications;

import org.jspecify.annotations.NullMarked;
