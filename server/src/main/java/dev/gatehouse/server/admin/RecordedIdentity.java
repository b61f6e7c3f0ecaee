package dev.gatehouse.server.admin;

import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who a session belonged to, as its record says.
///
/// @param who as `issuer:id`; `erased` when the record no longer says
/// @param protocol the type of its connection
/// @param behind everybody in the chain, the owner and the root person, each as `issuer:id`
record RecordedIdentity(
        String who,
        String kind,
        String root,
        List<String> behind,
        Optional<String> purpose,
        Optional<String> client,
        Optional<String> source,
        String protocol) {
    private static final String GONE = "erased";

    /// What records before there was another did not say.
    private static final String FIRST_PROTOCOL = "postgres";

    static final RecordedIdentity ERASED = new RecordedIdentity(
            GONE, GONE, GONE, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), FIRST_PROTOCOL);

    /// The identity among the contents of a session's first event.
    static RecordedIdentity of(Recorded started) {
        return started.contents().stream()
                .filter(content -> content.kind() == Content.Kind.IDENTITY)
                .findFirst()
                .flatMap(ContentFields::read)
                .map(RecordedIdentity::of)
                .orElse(ERASED);
    }

    private static RecordedIdentity of(ContentFields fields) {
        String who = fields.text("issuer").orElse("") + ":" + fields.text("who").orElse("");
        String root = fields.text("root").orElse(who);
        var behind = new ArrayList<>(fields.texts("chain"));
        behind.add(who);
        behind.add(root);
        fields.text("owner").ifPresent(behind::add);
        return new RecordedIdentity(
                who,
                fields.text("kind").orElse(GONE),
                root,
                List.copyOf(behind),
                fields.text("purpose"),
                fields.text("client"),
                fields.text("source").filter(source -> !source.isEmpty()),
                fields.text("protocol").orElse(FIRST_PROTOCOL));
    }

    /// Whether `asked`, an id or `issuer:id`, connected or stands behind whoever did.
    boolean concerns(String asked) {
        return behind.stream().anyMatch(name -> name.equals(asked) || id(name).equals(asked));
    }

    static String id(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
