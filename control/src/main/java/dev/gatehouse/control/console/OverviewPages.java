package dev.gatehouse.control.console;

/// The picture of the day.
final class OverviewPages {
    OverviewPages(Api api) {}

    Reply show(Look look, Visit visit) {
        return new Reply.See("/sessions");
    }
}
