/// What the admin API asks of the rest of the gateway: one small interface each, implemented where the thing lives and
/// wired in the server's assembly, or written by hand in a test.
///
/// All of them are called by many threads at once. [dev.gatehouse.control.admin.ports.Ports] holds one of each.
@NullMarked
package dev.gatehouse.control.admin.ports;

import org.jspecify.annotations.NullMarked;
