package dev.gatehouse.masking;

import dev.gatehouse.detection.Column;
import dev.gatehouse.detection.Detection;
import dev.gatehouse.detection.Finder;
import dev.gatehouse.detection.Finding;
import dev.gatehouse.model.Category;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks inside the values of one session's answers. One thread; made by [Detectors].
public final class Scanner {
    private final Finder finder;
    private final Set<Category> wanted;

    Scanner(Finder finder, Set<Category> wanted) {
        this.finder = finder;
        this.wanted = wanted;
    }

    /// Whether nothing is found even when the benefit of the doubt is given to the finders.
    public boolean clean(Inside inside, String text) {
        return finder.find(column(inside, "").inDoubt(), text).stream().noneMatch(this::wanted);
    }

    private boolean wanted(Finding finding) {
        return wanted.contains(finding.category());
    }

    /// `text` with each find masked in its place as `inside` says; the same text if there is none. Empty when a find is
    /// to be NULL, as a part of a text cannot be that.
    ///
    /// @param json whether `text` is a JSON document and must stay one
    public Optional<String> masked(Inside inside, String text, boolean json, Masker masker) {
        List<Finding> found = finder.find(column(inside, json ? "json" : ""), text);
        StringBuilder shown = null;
        int done = 0;
        var places = new JsonPlaces(text);
        for (Finding finding : found) {
            Method method = inside.methods().getOrDefault(finding.category(), unsaid(finding));
            if (method == Method.CLEAR || !wanted(finding)) {
                continue;
            }
            String part = text.substring(finding.start(), finding.end());
            Optional<String> masked = masker.text(method, Set.of(finding.category()), part);
            if (masked.isEmpty()) {
                return Optional.empty();
            }
            shown = shown == null ? new StringBuilder(text.length()) : shown;
            shown.append(text, done, finding.start());
            shown.append(json ? places.quoted(finding.start(), masked.get()) : masked.get());
            done = finding.end();
        }
        return Optional.of(
                shown == null ? text : shown.append(text, done, text.length()).toString());
    }

    /// A category of somebody's own, of which no mask was asked for, is not shown.
    private static Method unsaid(Finding finding) {
        return Detection.CATEGORIES.contains(finding.category()) ? Method.CLEAR : Method.REDACT;
    }

    private Column column(Inside inside, String type) {
        return inside.column()
                .map(name -> finder.columns().of(name.table(), name.column(), type))
                .orElse(Column.UNKNOWN);
    }

    /// Tells, from left to right, whether a place of a JSON document lies in a text, where quotes must be escaped, or
    /// is a number, which a masked value can only replace as a text.
    private static final class JsonPlaces {
        private final String document;
        private int read;
        private boolean inText;

        JsonPlaces(String document) {
            this.document = document;
        }

        String quoted(int place, String value) {
            for (; read < place; read++) {
                char c = document.charAt(read);
                if (c == '\\' && inText) {
                    read++;
                } else if (c == '"') {
                    inText = !inText;
                }
            }
            var escaped = new StringBuilder(value.length() + 2);
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    escaped.append('\\');
                }
                escaped.append(c < ' ' ? ' ' : c);
            }
            return inText ? escaped.toString() : "\"" + escaped + "\"";
        }
    }
}
