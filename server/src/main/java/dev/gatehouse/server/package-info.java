/// main(): the configuration is read, everything is made by hand, in one visible order, and started.
///
/// Read [dev.gatehouse.server.Assembly] to see what a gateway consists of. The configuration's own manual is
/// [dev.gatehouse.server.settings]; commands of the command line that need a whole gateway are in
/// [dev.gatehouse.server.command].
@NullMarked
package dev.gatehouse.server;

import org.jspecify.annotations.NullMarked;
