/// `check --live`: looks at the targets that a configuration names, with the credentials that it names, before it goes
/// live. Start at [dev.gatehouse.server.live.LiveTargets].
@NullMarked
package dev.gatehouse.server.live;

import org.jspecify.annotations.NullMarked;
