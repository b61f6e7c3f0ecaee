package dev.gatehouse.server;

import dev.gatehouse.control.approvals.HoldingApprovals;
import dev.gatehouse.control.approvals.RequestArchive;
import dev.gatehouse.control.approvals.RequestJson;
import dev.gatehouse.control.approvals.RequestSeal;
import dev.gatehouse.control.approvals.Requests;
import dev.gatehouse.control.notifications.Notifier;
import dev.gatehouse.control.store.RequestTable;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.server.admin.RecordedRequests;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.Translation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The parts by which people are asked: the book of requests, and what clients wait in.
record AskedPeople(Requests requests, HoldingApprovals approvals, ConsoleLink link, Notifier notifier) {
    private static final Duration LOOK = Duration.ofSeconds(60);
    private static final Duration FIRST_REMINDER = Duration.ofSeconds(15);
    private static final Duration REMINDER = Duration.ofSeconds(60);

    /// Before each further attempt to tell somebody.
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    static AskedPeople of(Settings settings, Translation translation, Ground ground) throws IOException {
        var clock = ground.clock();
        var requests = new Requests(
                new RequestArchive(new RequestTable(ground.store().jdbi()), seal(ground, translation)),
                new RecordedRequests(settings.gateway().data(), ground.recorder(), clock),
                settings.signInAge(),
                settings.limits().openRequests(),
                ground.ids(),
                clock);
        var link = new ConsoleLink();
        var notifier = new Notifier(
                new NotificationChannels(System::getenv, clock).of(settings.notifications()), PAUSES, link::to, clock);
        requests.tell(notifier);
        var times = new HoldingApprovals.Settings(
                settings.limits().holdInTransaction(), LOOK, FIRST_REMINDER, REMINDER, link);
        return new AskedPeople(requests, new HoldingApprovals(requests, times, clock), link, notifier);
    }

    private static RequestSeal seal(Ground ground, Translation translation) {
        try (var key = ground.keys().derive(Purpose.REQUEST)) {
            return new RequestSeal(key.bytes(), new RequestJson(translation::selectors), ground.random());
        }
    }
}
