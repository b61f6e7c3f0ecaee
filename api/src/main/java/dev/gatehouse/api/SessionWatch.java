package dev.gatehouse.api;

import dev.gatehouse.api.SessionReplay.Step;
import java.util.List;

/// What happened in a session that somebody watches.
///
/// @param watch names the watch, for what comes next
/// @param steps those that were over, from the one that was asked for
/// @param next asks for what comes next
/// @param live false once the session has ended: nothing comes any more
public record SessionWatch(String watch, SessionSummary session, List<Step> steps, int next, boolean live) {
    public SessionWatch {
        steps = List.copyOf(steps);
    }
}
