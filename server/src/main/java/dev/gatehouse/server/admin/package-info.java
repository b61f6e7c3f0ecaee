/// What connects the admin API and the offline commands to a gateway: one small class for each port of
/// [dev.gatehouse.control.admin.ports], and the reading of recorded sessions.
///
/// [dev.gatehouse.server.admin.RecordedSessions] reads the record for both: the API asks it inside a running gateway,
/// `sessions -c FILE` beside one. It turns the log's events and the sealed contents, which
/// a session wrote, back into what people asked
/// ([dev.gatehouse.server.admin.Statements]), what was decided and how it was shown
/// ([dev.gatehouse.server.admin.Timeline]).
@NullMarked
package dev.gatehouse.server.admin;

import org.jspecify.annotations.NullMarked;
