package dev.gatehouse.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.api.CredentialListed;
import dev.gatehouse.api.Explanation;
import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.Problem;
import dev.gatehouse.api.RequestPreview;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.TargetHealth;
import dev.gatehouse.api.UndeliveredNotification;
import dev.gatehouse.control.admin.FakeGateway;
import dev.gatehouse.control.admin.Role;
import dev.gatehouse.control.console.pages.JteconnectionsGenerated;
import dev.gatehouse.control.console.pages.JteoverviewGenerated;
import dev.gatehouse.control.console.pages.JteplaygroundGenerated;
import dev.gatehouse.control.console.pages.JteproblemGenerated;
import dev.gatehouse.control.console.pages.JtereplayGenerated;
import dev.gatehouse.control.console.pages.JterequestGenerated;
import dev.gatehouse.control.console.pages.JterequestsGenerated;
import dev.gatehouse.control.console.pages.JterulesGenerated;
import dev.gatehouse.control.console.pages.JtesessionGenerated;
import dev.gatehouse.control.console.pages.JtesessionsGenerated;
import dev.gatehouse.control.console.pages.JtesigninGenerated;
import dev.gatehouse.control.console.signin.SignIns;
import gg.jte.html.HtmlTemplateOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text that comes from somebody else (statement, name, purpose, reason, connection, and whatever else a record
/// of
/// the API has) tries to become markup on every page.
class HostileTextTest {
    private static final String EVIL =
            "x\"' onmouseover=\"alert(1)\" x='><img src=x onerror=alert(2)><script>alert(3)</script>${7*7}</textarea>";
    private static final Optional<String> ALSO = Optional.of(EVIL);
    private static final Instant NOW = FakeGateway.NOW;
    private static final Look LOOK = new Look(
            Texts.ENGLISH,
            "",
            Optional.of(new SignIns.Visitor(FakeGateway.person(EVIL), EVIL)),
            Set.of(Role.values()),
            EVIL,
            EVIL,
            NOW,
            3,
            1);

    private static final SessionSummary SESSION =
            new SessionSummary(EVIL, EVIL, EVIL, EVIL, EVIL, ALSO, NOW, Optional.of(NOW), ALSO, true, 2, 1, 100);
    private static final OperationRecord.Column COLUMN =
            new OperationRecord.Column(EVIL, List.of(EVIL), List.of(EVIL), EVIL);
    private static final OperationRecord OPERATION = new OperationRecord(
            EVIL,
            NOW,
            EVIL,
            ALSO,
            ALSO,
            ALSO,
            List.of(new OperationRecord.RuleVote(EVIL, EVIL, true)),
            ALSO,
            Optional.of(1L),
            Optional.of(1L),
            Optional.of(1L),
            List.of(new OperationRecord.Hold(EVIL, NOW, ALSO, Optional.of(1L))),
            List.of(EVIL),
            List.of(COLUMN));

    private static final RequestPreview PREVIEW = new RequestPreview(
            "execute",
            Optional.of(2L),
            ALSO,
            ALSO,
            Optional.of(new RequestPreview.Samples(
                    EVIL,
                    List.of(EVIL),
                    List.of(new RequestPreview.Change(Optional.of(List.of(ALSO)), Optional.of(List.of(ALSO)))))),
            ALSO);

    private static ShownConnections connections() {
        var connection = new ConnectionInfo(
                EVIL,
                "postgres",
                Map.of(EVIL, EVIL),
                true,
                true,
                false,
                ALSO,
                Optional.of(6432),
                List.of(EVIL),
                Optional.of(new TargetHealth(false, NOW, ALSO)));
        return new ShownConnections(
                List.of(connection),
                List.of(new CredentialListed(EVIL, EVIL, EVIL, EVIL, ALSO, NOW, NOW, Optional.empty())),
                Optional.of(new CredentialCreated(EVIL, EVIL, "postgres", EVIL, EVIL, NOW, EVIL, 6432)),
                Optional.of(new ShownConnections.Complaint(EVIL, EVIL)));
    }

    private static RequestView request() {
        return new RequestView(
                EVIL,
                "pending",
                EVIL,
                EVIL,
                List.of(EVIL, EVIL + "2"),
                EVIL,
                ALSO,
                EVIL,
                "statement",
                EVIL,
                List.of(EVIL),
                Optional.of(new RequestView.Meaning(
                        EVIL,
                        List.of(EVIL),
                        true,
                        List.of(EVIL),
                        List.of(EVIL),
                        List.of(new RequestView.Column(EVIL, EVIL, EVIL)))),
                EVIL,
                List.of(new RequestView.Asking(EVIL, ALSO, EVIL, 2, 1, true, true, ALSO, true, 10)),
                List.of(new RequestView.Word(EVIL, NOW, EVIL, ALSO)),
                ALSO,
                ALSO,
                ALSO,
                NOW,
                NOW,
                1,
                1,
                true,
                ALSO,
                true,
                Optional.of(1L));
    }

    private static Stream<Consumer<HtmlTemplateOutput>> pages() {
        var shown = new SessionReplay.Shown(
                NOW, "rows", List.of(EVIL), List.of(List.of(ALSO, Optional.empty())), 9, ALSO, ALSO, ALSO, ALSO);
        var error = new SessionReplay.Shown(NOW, "error", List.of(), List.of(), 0, ALSO, ALSO, ALSO, ALSO);
        var text = SessionReplay.Shown.text(NOW, EVIL, EVIL);
        var replay = new SessionReplay(
                SESSION, List.of(new SessionReplay.Step(Optional.of(OPERATION), List.of(shown, error, text))), true);
        var load = new ConfigurationLoad(EVIL, NOW, "0123456789", true, true);
        var difference = new ConfigurationDifference(
                load, load, List.of(new ConfigurationDifference.Change(EVIL, ALSO, ALSO, true)));
        var rule = new RuleInfo(EVIL, EVIL, EVIL, ALSO, "approval " + EVIL, ALSO, false, 1, 1, Optional.of(NOW));
        var meaning = new Explanation.Meaning(
                EVIL, List.of(EVIL), true, List.of(EVIL), List.of(EVIL), List.of(), List.of(), List.of(EVIL));
        var explanation =
                new Explanation(EVIL, List.of(new Explanation.Vote(EVIL, EVIL, true, ALSO)), meaning, List.of(COLUMN));
        var overview = new Overview(
                NOW,
                NOW,
                List.of(new Overview.Slot(NOW, 3, 2, 1)),
                List.of(new Overview.Flow(EVIL, EVIL, 3, 1)),
                List.of(new Overview.Refusal(EVIL, 3)));
        var filters = Map.of("who", EVIL, "connection", EVIL, "table", EVIL, "category", EVIL, "since", EVIL);
        return Stream.of(
                out -> JtesessionsGenerated.render(out, null, LOOK, new FoundSessions(List.of(SESSION), ALSO, filters)),
                out -> JtesessionGenerated.render(
                        out,
                        null,
                        LOOK,
                        new SessionDetail(
                                SESSION, EVIL, ALSO, ALSO, List.of(OPERATION), List.of(), Optional.of(9L), true, true)),
                out -> JtereplayGenerated.render(out, null, LOOK, replay),
                out -> JterequestsGenerated.render(
                        out, null, LOOK, new FoundRequests(new Page<>(List.of(request()), ALSO), EVIL)),
                out -> JterequestGenerated.render(
                        out, null, LOOK, new ShownRequest(request(), List.of(request()), ALSO, Optional.of(PREVIEW))),
                out -> JteconnectionsGenerated.render(out, null, LOOK, connections()),
                out -> JterulesGenerated.render(
                        out, null, LOOK, new ShownRules(List.of(rule), List.of(load, load), Optional.of(difference))),
                out -> JteplaygroundGenerated.render(
                        out, null, LOOK, new Trial(List.of(EVIL), EVIL, EVIL, EVIL, Optional.of(explanation), EVIL)),
                out -> JteoverviewGenerated.render(
                        out,
                        null,
                        LOOK,
                        new Day(
                                overview,
                                List.of(request()),
                                List.of(SESSION),
                                List.of(new UndeliveredNotification(EVIL, EVIL, EVIL, NOW, EVIL)))),
                out -> JtesigninGenerated.render(
                        out, null, LOOK, new WaysIn(List.of(new WaysIn.Way(EVIL, "/" + EVIL)), ALSO, EVIL)),
                out -> JteproblemGenerated.render(out, null, LOOK, new Problem(EVIL, EVIL, 400, EVIL)));
    }

    @Test
    void nothingThatSomebodyWroteBecomesMarkup() {
        assertThat(pages()).allSatisfy(page -> {
            String html = Pages.html(page).body();

            assertThat(html).contains("alert(2)");
            assertThat(html)
                    .doesNotContain("<img src=x")
                    .doesNotContain("<script>alert")
                    .doesNotContain("</textarea>${")
                    .doesNotContain("\" onmouseover=")
                    .doesNotContain("}</textarea></");
        });
    }
}
