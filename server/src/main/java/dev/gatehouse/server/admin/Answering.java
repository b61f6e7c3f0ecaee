package dev.gatehouse.server.admin;

import dev.gatehouse.model.Id;
import dev.gatehouse.server.admin.Understood.Answered;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Which operations the bytes that a client receives can answer. A client may ask the next before it has the answer to
/// the one before, and the record does not say which bytes answer which: so all are taken into account that were asked
/// since a moment at which nothing was open. One thread.
final class Answering {
    private final Set<Id> open = new HashSet<>();
    private final Set<Understood> meanings = new LinkedHashSet<>();
    private boolean unknown;
    private int changes;

    void asked(Id operation) {
        open.add(operation);
    }

    /// @param meaning absent when the record does not say it any more
    void admitted(Optional<Understood> meaning) {
        unknown |= meaning.isEmpty();
        meaning.ifPresent(meanings::add);
        changes++;
    }

    /// Answered to the end, or never let through.
    void over(Id operation) {
        open.remove(operation);
    }

    boolean nothingOpen() {
        return open.isEmpty();
    }

    void forget() {
        meanings.clear();
        unknown = false;
        changes++;
    }

    /// Differs from what it was before when what follows may answer something else.
    int changes() {
        return changes;
    }

    /// How the columns of an answer are seen that has so many of them.
    List<Sight> sights(int width, View view) {
        if (view.everything()) {
            return Collections.nCopies(width, Sight.AS_SHOWN);
        }
        List<List<Answered>> candidates = meanings.stream()
                .flatMap(meaning -> meaning.answers().stream())
                .filter(columns -> columns.size() == width)
                .distinct()
                .toList();
        if (unknown || candidates.isEmpty()) {
            return Collections.nCopies(width, Sight.HIDDEN);
        }
        return IntStream.range(0, width)
                .mapToObj(i -> sight(candidates.stream()
                        .map(columns -> view.of(columns.get(i)))
                        .toList()))
                .toList();
    }

    private static Sight sight(List<Sight> possible) {
        if (possible.stream().allMatch(Sight::asShown)) {
            return Sight.AS_SHOWN;
        }
        return possible.size() == 1 ? possible.getFirst() : Sight.HIDDEN;
    }

    /// Whether whatever comes in rows of its own form, as of a COPY, is seen as it was shown.
    boolean exact(View view) {
        return view.everything() || !unknown && meanings.stream().allMatch(view::exact);
    }

    boolean hidesWords(View view) {
        return !view.everything() && (unknown || meanings.stream().anyMatch(view::hidesWords));
    }
}
