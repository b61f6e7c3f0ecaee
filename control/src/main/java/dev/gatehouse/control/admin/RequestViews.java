package dev.gatehouse.control.admin;

import dev.gatehouse.api.RequestPreview;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.control.admin.ports.RequestDesk;
import dev.gatehouse.control.approvals.Ask;
import dev.gatehouse.control.approvals.Previews;
import dev.gatehouse.control.approvals.Previews.Preview;
import dev.gatehouse.control.approvals.Request;
import dev.gatehouse.control.approvals.Said;
import dev.gatehouse.control.approvals.Wish;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.Optional;

/// Requests as the API shows them to one caller.
public record RequestViews(RequestDesk desk) {

    public RequestView of(Request request, Principal viewer) {
        Principal requester = request.requester();
        Optional<String> obstacle = desk.obstacle(viewer, request);
        return new RequestView(
                request.id().toString(),
                request.state().word(),
                requester.who().toString(),
                requester.kind().word(),
                requester.chain().stream().map(Identity::toString).toList(),
                requester.root().toString(),
                requester.purpose(),
                request.connection(),
                request.wish().kind(),
                request.wish().words(),
                text(request).map(Wish.Text::values).orElse(List.of()),
                text(request).map(Wish.Text::meaning).map(RequestViews::meaning),
                request.rule(),
                request.asks().stream().map(ask -> asking(ask, request)).toList(),
                request.said().stream().map(RequestViews::word).toList(),
                request.reason(),
                request.origin().map(origin -> origin.session().toString()),
                request.origin().map(origin -> origin.operation().toString()),
                request.created(),
                request.expires(),
                request.uses(),
                desk.held(request.id()),
                obstacle.isEmpty(),
                obstacle,
                desk.obstacleToConfirm(viewer, request).isEmpty(),
                request.previewed());
    }

    static RequestPreview of(Preview preview) {
        return switch (preview) {
            case Preview.Counted(long rows, var question, var because) ->
                new RequestPreview("count", Optional.of(rows), question, because, Optional.empty(), Optional.empty());
            case Preview.Tried(long rows, var samples, var unseen) ->
                new RequestPreview(
                        "execute",
                        Optional.of(rows),
                        Optional.empty(),
                        Optional.empty(),
                        samples.map(RequestViews::samples),
                        unseen);
            case Preview.Declined(String because) ->
                new RequestPreview(
                        "declined",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(because),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    private static RequestPreview.Samples samples(Previews.Samples samples) {
        return new RequestPreview.Samples(
                samples.table(),
                samples.columns(),
                samples.changes().stream()
                        .map(change -> new RequestPreview.Change(change.before(), change.after()))
                        .toList());
    }

    private static Optional<Wish.Text> text(Request request) {
        return switch (request.wish()) {
            case Wish.Run(Wish.Text text) -> Optional.of(text);
            case Wish.Rows(Wish.Text text) -> Optional.of(text);
            case Wish.Window _ -> Optional.empty();
        };
    }

    private static RequestView.Meaning meaning(Wish.Meaning meaning) {
        return new RequestView.Meaning(
                meaning.effect(),
                meaning.kinds(),
                meaning.filtered(),
                meaning.tables(),
                meaning.functions(),
                meaning.columns().stream()
                        .map(column -> new RequestView.Column(column.name(), column.category(), column.role()))
                        .toList());
    }

    private static RequestView.Asking asking(Ask ask, Request request) {
        var approval = ask.approval();
        return new RequestView.Asking(
                ask.rule(),
                ask.because(),
                approval.fromText(),
                approval.approvals(),
                ask.missing(request.said()),
                approval.eachGroup(),
                approval.confirmSelf(),
                ask.over(),
                approval.preview(),
                approval.tolerance());
    }

    private static RequestView.Word word(Said said) {
        return new RequestView.Word(said.by().toString(), said.at(), said.word().text(), said.because());
    }
}
