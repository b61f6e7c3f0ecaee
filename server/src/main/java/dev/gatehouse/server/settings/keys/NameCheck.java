package dev.gatehouse.server.settings.keys;

import dev.gatehouse.model.Glob;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Selector;
import dev.gatehouse.server.settings.yaml.Findings;
import dev.gatehouse.server.settings.yaml.Node.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Checks names that must be known: selectors, categories, connections.
final class NameCheck {
    private static final List<String> WORDS = List.of("user", "group", "kind");

    private final Known known;
    private final Findings findings;

    NameCheck(Known known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    void selector(Scalar scalar) {
        if (Selector.parse(scalar.text(), known.issuers()).isEmpty()) {
            findings.mistake(
                    scalar.place(),
                    "expected " + Shape.Meaning.SELECTOR.expects() + ", found " + scalar.described(),
                    meant(scalar.text()));
            return;
        }
        issuer(scalar);
    }

    private static Optional<String> meant(String text) {
        var negation = text.startsWith("!") ? "!" : "";
        var bare = text.substring(negation.length());
        int colon = bare.indexOf(':');
        if (colon < 0) {
            return bare.isEmpty() ? Optional.empty() : Optional.of(negation + guess(bare));
        }
        var word = bare.substring(0, colon);
        var rest = bare.substring(colon + 1);
        if (word.equals("kind")) {
            var kinds = Arrays.stream(Kind.values()).map(Kind::word).toList();
            return Nearest.to(rest, kinds).map(kind -> negation + "kind:" + kind);
        }
        return Nearest.to(word, WORDS).map(right -> negation + right + ":" + rest);
    }

    private static String guess(String bare) {
        if (Kind.of(bare).isPresent()) {
            return "kind:" + bare;
        }
        return (bare.contains("@") ? "user:" : "group:") + bare;
    }

    /// A subject or a group may itself hold a colon, so an issuer that nobody configured cannot be told for sure.
    private void issuer(Scalar scalar) {
        var parts = scalar.text().split(":", 3);
        if (parts.length == 3 && !known.issuers().contains(parts[1])) {
            Nearest.to(parts[1], known.issuers())
                    .ifPresent(issuer -> findings.warning(
                            scalar.place(),
                            "no issuer is named `" + parts[1] + "`, so this means `" + parts[1] + ":" + parts[2]
                                    + "` at the first issuer",
                            Optional.of(parts[0] + ":" + issuer + ":" + parts[2])));
        }
    }

    void category(Scalar scalar) {
        if (!known.categories().contains(scalar.text())) {
            findings.mistake(
                    scalar.place(),
                    "unknown category `" + scalar.text() + "`; further ones are declared under `categories:`",
                    Nearest.to(scalar.text(), known.categories()));
        }
    }

    void categoryGlob(Scalar scalar) {
        var glob = new Glob(scalar.text());
        boolean unclassified = glob.matches("unclassified");
        if (!unclassified && known.categories().stream().noneMatch(glob::matches)) {
            findings.mistake(
                    scalar.place(),
                    "no category is like `" + scalar.text() + "`; further ones are declared under `categories:`",
                    nearestGlob(scalar.text()));
        }
    }

    private Optional<String> nearestGlob(String text) {
        if (!text.endsWith(".*")) {
            return Nearest.to(text, known.categories());
        }
        var families = known.categories().stream()
                .filter(name -> name.contains("."))
                .map(name -> name.substring(0, name.indexOf('.')) + ".*")
                .distinct()
                .toList();
        return Nearest.to(text, families);
    }

    void connection(Scalar scalar) {
        if (!known.connectionNames().contains(scalar.text())) {
            findings.mistake(
                    scalar.place(),
                    "no connection is named `" + scalar.text() + "`",
                    Nearest.to(scalar.text(), known.connectionNames()));
        }
    }

    void connectionPattern(Scalar scalar) {
        var text = scalar.text();
        if (text.startsWith("label:")) {
            label(scalar, text.substring("label:".length()));
        } else if (new Glob(text).exact()) {
            connection(scalar);
        } else if (known.connectionNames().stream().noneMatch(new Glob(text)::matches)) {
            findings.warning(scalar.place(), "no connection's name is like `" + text + "`");
        }
    }

    private void label(Scalar scalar, String pair) {
        if (!pair.matches("[^=]+=.*")) {
            findings.mistake(scalar.place(), "expected `label:key=value`, found " + scalar.described());
        } else if (known.connections().stream()
                .noneMatch(connection -> connection.labels().contains(pair))) {
            findings.warning(scalar.place(), "no connection has the label `" + pair + "`");
        }
    }
}
