package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.cbor.Cbor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Events as entry fields and back. Field names are part of the format (`docs/reference/log-format.md`).
final class EventCodec {
    private EventCodec() {}

    static EntryFields encode(Event event) {
        EntryFields fields =
                fieldsOf(event).put("t", type(event)).put("at", event.at().toEpochMilli());
        return event instanceof Event.InSession inSession ? fields.put("s", inSession.session()) : fields;
    }

    static String type(Event event) {
        return switch (event) {
            case Event.GatewayStarted e -> "gateway-started";
            case Event.GatewayStopped e -> "gateway-stopped";
            case Event.ConfigurationLoaded e -> "configuration-loaded";
            case Event.CertificateLoaded e -> "certificate-loaded";
            case Event.CategoryInherited e -> "category-inherited";
            case Event.LoginRefused e -> "login-refused";
            case Event.SessionStarted e -> "session-started";
            case Event.SessionEnded e -> "session-ended";
            case Event.Asked e -> "asked";
            case Event.Decided e -> "decided";
            case Event.Held e -> "held";
            case Event.HoldAnswered e -> "hold-answered";
            case Event.Answered e -> "answered";
            case Event.Delivered e -> "delivered";
            case Event.OwnExchange e -> "own-exchange";
            case Event.SwitchChanged e -> "switch-changed";
            case Event.CredentialMinted e -> "credential-minted";
            case Event.CredentialRevoked e -> "credential-revoked";
            case Event.RequestChanged e -> "request-changed";
            case Event.AccessRead e -> "access-read";
            case Event.Erased e -> "erased";
            case Event.Recovered e -> "recovered";
            case Event.RecordFailed e -> "record-failed";
            case Event.Unknown e -> e.type();
        };
    }

    private static EntryFields fieldsOf(Event event) {
        var fields = new EntryFields();
        return switch (event) {
            case Event.GatewayStarted e -> fields.put("version", e.version()).put("instance", e.instance());
            case Event.GatewayStopped e -> fields.put("reason", e.reason());
            case Event.ConfigurationLoaded e -> fields.put("digest", e.digest()).put("accepted", e.accepted());
            case Event.CertificateLoaded e ->
                fields.put("listener", e.listener())
                        .put("fingerprint", e.fingerprint())
                        .put("accepted", e.accepted());
            case Event.CategoryInherited e ->
                fields.put("connection", e.connection()).put("category", e.category());
            case Event.LoginRefused e ->
                fields.put("ref", e.reference()).put("reason", e.reason()).put("count", e.count());
            case Event.SessionStarted e -> fields.put("connection", e.connection());
            case Event.SessionEnded e -> fields.put("reason", e.reason());
            case Event.Asked e -> fields.put("o", e.operation()).put("kind", e.kind());
            case Event.Decided e ->
                fields.put("o", e.operation()).put("decision", e.decision()).put("votes", e.votes(), EventCodec::vote);
            case Event.Held e -> fields.put("o", e.operation()).put("request", e.request());
            case Event.HoldAnswered e ->
                fields.put("o", e.operation()).put("request", e.request()).put("outcome", e.outcome());
            case Event.Answered e ->
                fields.put("o", e.operation())
                        .put("outcome", e.outcome())
                        .put("rows", e.rows())
                        .put("bytes", e.bytes())
                        .put("micros", e.micros());
            case Event.Delivered e -> fields.put("offset", e.offset()).put("bytes", e.bytes());
            case Event.OwnExchange e -> fields.put("o", e.operation()).put("purpose", e.purpose());
            case Event.SwitchChanged e -> fields.put("kind", e.kind()).put("disabled", e.disabled());
            case Event.CredentialMinted e -> fields.put("credential", e.credential());
            case Event.CredentialRevoked e -> fields.put("credential", e.credential());
            case Event.RequestChanged e -> fields.put("request", e.request()).put("change", e.change());
            case Event.AccessRead e -> fields.put("what", e.what());
            case Event.Erased e -> fields.put("blocks", e.blocks(), EntryFields::id);
            case Event.Recovered e ->
                fields.put("unsigned", e.unsigned()).put("cut", e.cut()).put("lost", e.lost());
            case Event.RecordFailed e -> fields;
            case Event.Unknown e -> fields.putAll(e.fields());
        };
    }

    /// The event that `f` spells; one of a type that this version does not know is kept as it is.
    static Event decode(EntryFields f) throws EntryFields.Malformed {
        Instant at = Instant.ofEpochMilli(f.number("at"));
        String type = f.text("t");
        return f.has("s") ? inSession(type, at, f.id("s"), f) : outside(type, at, f);
    }

    /// Steps of one session: what they have in common stands once, and what is the same as in the entry not again.
    static EntryFields steps(List<Entry.Part> parts) {
        if (!(parts.getFirst().event() instanceof Event.InSession first)) {
            throw new IllegalArgumentException("only what happens in a session shares an entry");
        }
        return new EntryFields()
                .put("s", first.session())
                .put("at", first.at().toEpochMilli())
                .put("e", parts, part -> step(part, first.at()));
    }

    private static Cbor step(Entry.Part part, Instant first) {
        EntryFields fields = fieldsOf(part.event()).put("t", type(part.event()));
        if (!part.blocks().isEmpty()) {
            fields.put("n", part.blocks().size());
        }
        if (part.event().at().toEpochMilli() != first.toEpochMilli()) {
            fields.put("at", part.event().at().toEpochMilli());
        }
        return fields.fields();
    }

    /// The steps that `f` spells, each with as many of `blocks`, in order, as it says.
    static List<Entry.Part> steps(EntryFields f, List<BlockRef> blocks) throws EntryFields.Malformed {
        Instant first = Instant.ofEpochMilli(f.number("at"));
        Id session = f.id("s");
        List<Entry.Part> parts = new ArrayList<>();
        int taken = 0;
        for (Cbor each : f.list("e")) {
            if (!(each instanceof Cbor.Fields fields)) {
                throw new EntryFields.Malformed("a step must be a map");
            }
            var step = new EntryFields(fields);
            Instant at = step.has("at") ? Instant.ofEpochMilli(step.number("at")) : first;
            long count = step.has("n") ? step.number("n") : 0;
            if (count < 0 || count > blocks.size() - taken) {
                throw new EntryFields.Malformed("a step with more blocks than its entry");
            }
            int end = taken + (int) count;
            parts.add(new Entry.Part(inSession(step.text("t"), at, session, step), blocks.subList(taken, end)));
            taken = end;
        }
        if (parts.isEmpty() || taken < blocks.size()) {
            throw new EntryFields.Malformed("an entry of steps with blocks that belong to none");
        }
        return parts;
    }

    private static Event inSession(String type, Instant at, Id session, EntryFields f) throws EntryFields.Malformed {
        return switch (type) {
            case "session-started" -> new Event.SessionStarted(at, session, f.text("connection"));
            case "session-ended" -> new Event.SessionEnded(at, session, f.text("reason"));
            case "asked" -> new Event.Asked(at, session, f.id("o"), f.text("kind"));
            case "decided" -> new Event.Decided(at, session, f.id("o"), f.text("decision"), votes(f.list("votes")));
            case "held" -> new Event.Held(at, session, f.id("o"), f.id("request"));
            case "hold-answered" -> new Event.HoldAnswered(at, session, f.id("o"), f.id("request"), f.text("outcome"));
            case "answered" ->
                new Event.Answered(
                        at,
                        session,
                        f.id("o"),
                        f.text("outcome"),
                        f.number("rows"),
                        f.number("bytes"),
                        f.number("micros"));
            case "delivered" -> new Event.Delivered(at, session, f.number("offset"), f.number("bytes"));
            case "own-exchange" -> new Event.OwnExchange(at, session, f.id("o"), f.text("purpose"));
            default -> new Event.Unknown(at, type, f.fields());
        };
    }

    private static Event outside(String type, Instant at, EntryFields f) throws EntryFields.Malformed {
        return switch (type) {
            case "gateway-started" -> new Event.GatewayStarted(at, f.text("version"), f.id("instance"));
            case "gateway-stopped" -> new Event.GatewayStopped(at, f.text("reason"));
            case "certificate-loaded" ->
                new Event.CertificateLoaded(at, f.text("listener"), f.text("fingerprint"), f.flag("accepted"));
            case "configuration-loaded" -> new Event.ConfigurationLoaded(at, f.text("digest"), f.flag("accepted"));
            case "category-inherited" -> new Event.CategoryInherited(at, f.text("connection"), f.text("category"));
            case "login-refused" -> new Event.LoginRefused(at, f.id("ref"), f.text("reason"), f.number("count"));
            case "switch-changed" -> new Event.SwitchChanged(at, f.text("kind"), f.flag("disabled"));
            case "credential-minted" -> new Event.CredentialMinted(at, f.id("credential"));
            case "credential-revoked" -> new Event.CredentialRevoked(at, f.id("credential"));
            case "request-changed" -> new Event.RequestChanged(at, f.id("request"), f.text("change"));
            case "access-read" -> new Event.AccessRead(at, f.text("what"));
            case "erased" -> new Event.Erased(at, ids(f.list("blocks")));
            case "recovered" -> new Event.Recovered(at, f.number("unsigned"), f.number("cut"), f.number("lost"));
            case "record-failed" -> new Event.RecordFailed(at);
            default -> new Event.Unknown(at, type, f.fields());
        };
    }

    private static Cbor vote(RuleVote vote) {
        return new EntryFields()
                .put("rule", vote.rule())
                .put("vote", vote.vote())
                .put("shadow", vote.shadow())
                .fields();
    }

    private static List<RuleVote> votes(List<Cbor> list) throws EntryFields.Malformed {
        List<RuleVote> votes = new ArrayList<>();
        for (Cbor each : list) {
            if (!(each instanceof Cbor.Fields fields)) {
                throw new EntryFields.Malformed("a vote must be a map");
            }
            var f = new EntryFields(fields);
            votes.add(new RuleVote(f.text("rule"), f.text("vote"), f.flag("shadow")));
        }
        return votes;
    }

    private static List<Id> ids(List<Cbor> list) throws EntryFields.Malformed {
        List<Id> ids = new ArrayList<>();
        for (Cbor each : list) {
            ids.add(EntryFields.id(each));
        }
        return ids;
    }
}
