package dev.gatehouse.server.admin;

import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.cbor.Cbor;
import dev.gatehouse.recording.cbor.CborWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the sealed contents of the gateway's own events: small CBOR maps of texts.
final class Notes {
    private static final List<String> CATEGORIES = List.of("identity.profile", "network.ip");

    private Notes() {}

    /// Who did something, with the same keys as a session's identity, and more about it.
    static Content about(Principal by, Map<String, String> more) {
        var fields = texts(more);
        fields.put("who", new Cbor.Text(by.who().id()));
        fields.put("issuer", new Cbor.Text(by.who().issuer()));
        fields.put("kind", new Cbor.Text(by.kind().word()));
        fields.put("root", new Cbor.Text(by.root().toString()));
        fields.put(
                "chain",
                new Cbor.Sequence(by.chain().stream()
                        .map(Identity::toString)
                        .<Cbor>map(Cbor.Text::new)
                        .toList()));
        return sealed(fields);
    }

    static Content of(Map<String, String> about) {
        return sealed(texts(about));
    }

    private static SortedMap<String, Cbor> texts(Map<String, String> texts) {
        var fields = new TreeMap<String, Cbor>(Cbor.KEY_ORDER);
        texts.forEach((key, text) -> fields.put(key, new Cbor.Text(text)));
        return fields;
    }

    private static Content sealed(SortedMap<String, Cbor> fields) {
        return new Content(
                Content.Kind.IDENTITY, CATEGORIES, null, Slice.of(CborWriter.write(new Cbor.Fields(fields))));
    }
}
