/// Tests of the console without a browser: who may see which page, and what an attacker's page could make one do.
@NullMarked
package dev.gatehouse.control.console;

import org.jspecify.annotations.NullMarked;
