package dev.gatehouse.control.approvals;

import dev.gatehouse.control.identity.PrincipalJson;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Approval;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Requests as JSON, for the store only; what is read was written here.
public final class RequestJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();
    private static final String BETWEEN = ", ";

    private final Function<List<String>, Selectors> selectors;

    /// @param selectors reads `from` as it is configured
    public RequestJson(Function<List<String>, Selectors> selectors) {
        this.selectors = selectors;
    }

    private record Kept(
            String state,
            long version,
            String principal,
            Optional<String> purpose,
            long ends,
            String connection,
            KeptWish wish,
            List<KeptAsk> asks,
            List<KeptSaid> said,
            Optional<String> reason,
            Optional<String> session,
            Optional<String> operation,
            long created,
            long expires,
            int uses,
            Optional<String> dedupe,
            Optional<Long> previewed) {}

    private record KeptWish(
            String kind,
            String digest,
            String sql,
            List<String> values,
            Optional<String> bound,
            Optional<Wish.Meaning> meaning,
            List<String> effects,
            long seconds) {}

    private record KeptAsk(
            String rule,
            Optional<String> because,
            String from,
            int approvals,
            boolean eachGroup,
            long hold,
            long valid,
            int uses,
            Optional<KeptOver> over,
            boolean preview,
            Optional<Integer> tolerance,
            boolean confirmSelf) {}

    private record KeptOver(String measure, long threshold, String span, long window) {}

    private record KeptSaid(
            String issuer,
            String id,
            long at,
            String word,
            Optional<String> because,
            List<String> rules,
            List<List<String>> groups) {}

    byte[] write(Request request) {
        return JSON.writeValueAsBytes(new Kept(
                request.state().word(),
                request.version(),
                PrincipalJson.write(request.requester()),
                request.requester().purpose(),
                request.requester().ends().getEpochSecond(),
                request.connection(),
                wish(request.wish()),
                request.asks().stream().map(RequestJson::ask).toList(),
                request.said().stream().map(RequestJson::said).toList(),
                request.reason(),
                request.origin().map(origin -> origin.session().toString()),
                request.origin().map(origin -> origin.operation().toString()),
                request.created().toEpochMilli(),
                request.expires().toEpochMilli(),
                request.uses(),
                request.dedupe(),
                request.previewed()));
    }

    Request read(Id id, byte[] json) {
        Kept kept = JSON.readValue(json, Kept.class);
        return new Request(
                id,
                RequestState.of(kept.state()).orElseThrow(),
                kept.version(),
                PrincipalJson.read(kept.principal(), Instant.ofEpochSecond(kept.ends()), kept.purpose()),
                kept.connection(),
                wish(kept.wish()),
                kept.asks().stream().map(this::ask).toList(),
                kept.said().stream().map(RequestJson::said).toList(),
                kept.reason(),
                origin(kept),
                Instant.ofEpochMilli(kept.created()),
                Instant.ofEpochMilli(kept.expires()),
                kept.uses(),
                kept.dedupe(),
                kept.previewed());
    }

    private static Optional<Request.Origin> origin(Kept kept) {
        return kept.session()
                .flatMap(Id::parse)
                .flatMap(session ->
                        kept.operation().flatMap(Id::parse).map(operation -> new Request.Origin(session, operation)));
    }

    private static KeptWish wish(Wish wish) {
        return switch (wish) {
            case Wish.Run(Wish.Text text) -> text(wish.kind(), text);
            case Wish.Rows(Wish.Text text) -> text(wish.kind(), text);
            case Wish.Window(Set<Effect> effects, Duration length) ->
                new KeptWish(
                        wish.kind(),
                        "",
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        effects.stream().map(Effect::word).sorted().toList(),
                        length.toSeconds());
        };
    }

    private static KeptWish text(String kind, Wish.Text text) {
        return new KeptWish(
                kind,
                HEX.formatHex(text.digest().toBytes()),
                text.sql(),
                text.values(),
                Optional.of(HEX.formatHex(text.bound().toBytes())),
                Optional.of(text.meaning()),
                List.of(),
                0);
    }

    private static Wish wish(KeptWish kept) {
        if (kept.kind().equals("window")) {
            return new Wish.Window(
                    Arrays.stream(Effect.values())
                            .filter(effect -> kept.effects().contains(effect.word()))
                            .collect(Collectors.toUnmodifiableSet()),
                    Duration.ofSeconds(kept.seconds()));
        }
        var text = new Wish.Text(
                Slice.of(HEX.parseHex(kept.digest())),
                kept.sql(),
                kept.values(),
                kept.meaning().orElseThrow(),
                Slice.of(HEX.parseHex(kept.bound().orElse(""))));
        return kept.kind().equals("rows") ? new Wish.Rows(text) : new Wish.Run(text);
    }

    private static KeptAsk ask(Ask ask) {
        Approval approval = ask.approval();
        return new KeptAsk(
                ask.rule(),
                ask.because(),
                approval.fromText(),
                approval.approvals(),
                approval.eachGroup(),
                approval.hold().toMillis(),
                approval.valid().toMillis(),
                approval.uses(),
                approval.over().map(RequestJson::over),
                approval.preview(),
                Optional.of(approval.tolerance()),
                approval.confirmSelf());
    }

    private Ask ask(KeptAsk kept) {
        List<String> from =
                kept.from().isEmpty() ? List.of() : List.of(kept.from().split(BETWEEN));
        return new Ask(
                kept.rule(),
                kept.because(),
                new Approval(
                        selectors.apply(from),
                        kept.from(),
                        kept.approvals(),
                        kept.eachGroup(),
                        Duration.ofMillis(kept.hold()),
                        Duration.ofMillis(kept.valid()),
                        kept.uses(),
                        kept.over().map(RequestJson::over),
                        kept.preview(),
                        kept.tolerance().orElse(0),
                        kept.confirmSelf()));
    }

    private static KeptOver over(Approval.Over over) {
        return new KeptOver(
                over.measure().name(),
                over.threshold(),
                over.per().span().name(),
                over.per().window().toMillis());
    }

    private static Approval.Over over(KeptOver kept) {
        return new Approval.Over(
                Approval.Measure.valueOf(kept.measure()),
                kept.threshold(),
                new Approval.Per(Approval.Span.valueOf(kept.span()), Duration.ofMillis(kept.window())));
    }

    private static KeptSaid said(Said said) {
        return new KeptSaid(
                said.by().issuer(),
                said.by().id(),
                said.at().toEpochMilli(),
                said.word().text(),
                said.because(),
                said.rules().stream().sorted().toList(),
                said.groups().stream()
                        .map(group -> List.of(group.issuer(), group.name()))
                        .toList());
    }

    private static Said said(KeptSaid kept) {
        return new Said(
                new Identity(kept.issuer(), kept.id()),
                Instant.ofEpochMilli(kept.at()),
                Said.Word.of(kept.word()),
                kept.because(),
                Set.copyOf(kept.rules()),
                kept.groups().stream()
                        .map(pair -> new Group(pair.getFirst(), pair.getLast()))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
