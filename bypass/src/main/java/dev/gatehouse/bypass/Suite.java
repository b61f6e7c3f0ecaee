package dev.gatehouse.bypass;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs every attack in every way, in two worlds that differ in the planted value only, and says what came of it.
///
/// Changes one cell of the target, and creates objects called `bypass_…`, over the direct connection; puts the cell
/// back and drops them at the end. Writing attacks run in transactions that are rolled back.
public final class Suite {
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9@._+-]+");
    private static final int SHORTEST_OTHER = 8;

    private final Peer direct;
    private final Place place;
    private final Canaries canaries;
    private final Set<Way> ways;
    private final Consumer<String> progress;

    /// @param direct the database itself, as a role that owns the table
    /// @param ways how to speak; the tricks with the protocol itself are always tried
    /// @param progress gets a line now and then
    public Suite(Peer direct, Place place, Canaries canaries, Set<Way> ways, Consumer<String> progress) {
        this.direct = direct;
        this.place = place;
        this.canaries = canaries;
        this.ways = EnumSet.copyOf(ways);
        this.progress = progress;
    }

    /// How many named attacks there are.
    public static int attacks() {
        return Attacks.published().size();
    }

    /// Tries everything on `target`.
    public List<Outcome> run(Peer target) throws IOException {
        var attacks = Attacks.published();
        try (Owner owner = new Owner(direct, place)) {
            owner.prepare(attacks, canaries);
            var outcomes = new ArrayList<Outcome>();
            for (List<Trial> group : groups(trials(attacks))) {
                progress.accept(
                        "%4d  %s".formatted(group.size(), group.getFirst().group()));
                outcomes.addAll(inBothWorlds(group, target, owner));
            }
            return outcomes;
        }
    }

    /// Group by group, so that the answers of one group only are kept.
    private static Collection<List<Trial>> groups(List<Trial> trials) {
        return trials.stream()
                .collect(Collectors.groupingBy(Trial::group, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private List<Outcome> inBothWorlds(List<Trial> group, Peer target, Owner owner) throws IOException {
        owner.plant(canaries.first());
        var first = new ArrayList<Reply>(group.size());
        for (Trial trial : group) {
            first.add(trial.run(target));
        }
        owner.plant(canaries.second());
        var outcomes = new ArrayList<Outcome>(group.size());
        for (int i = 0; i < group.size(); i++) {
            Trial trial = group.get(i);
            outcomes.add(judge(trial, first.get(i), trial.run(target), target, owner.others()));
        }
        return outcomes;
    }

    private List<Trial> trials(List<Attack> attacks) {
        var trials = new ArrayList<Trial>();
        for (Attack attack : attacks) {
            for (Way way : ways) {
                trials.add(Trial.of(attack, way, place, canaries));
            }
        }
        trials.addAll(Tricks.over(place, canaries));
        return trials;
    }

    private Outcome judge(Trial trial, Reply first, Reply second, Peer target, Set<String> others) throws IOException {
        var seen = trial.quotesCanary()
                ? Optional.<String>empty()
                : needle(canaries.first()).in(first.haystack());
        seen = seen.or(() -> needle(canaries.second()).in(second.haystack()))
                .or(() -> ofOthers(first.haystack(), others));
        if (seen.isPresent()) {
            return outcome(trial, Outcome.Result.LEAKED, seen.get());
        }
        if (!first.lines().equals(second.lines()) && steady(trial, second, target)) {
            return trial.bounded()
                    ? outcome(trial, Outcome.Result.BOUNDED, "tells a right guess from a wrong one")
                    : outcome(
                            trial,
                            Outcome.Result.LEAKED,
                            "the answer depends on the value: " + difference(first, second));
        }
        return first.answered() || first.firstError().isEmpty()
                ? outcome(trial, Outcome.Result.MASKED, "")
                : outcome(trial, Outcome.Result.REFUSED, first.firstError().orElse(""));
    }

    private Needle needle(String canary) {
        return new Needle(canary, canaries.secret(canary));
    }

    /// Whether the second world answers the same again; if not, the answers differ for another reason.
    private static boolean steady(Trial trial, Reply second, Peer target) throws IOException {
        return trial.run(target).lines().equals(second.lines());
    }

    private static Optional<String> ofOthers(String haystack, Set<String> others) {
        return WORDS.splitAsStream(haystack)
                .filter(word -> word.length() >= SHORTEST_OTHER)
                .filter(others::contains)
                .findFirst()
                .map(_ -> "another row's value");
    }

    private static String difference(Reply first, Reply second) {
        for (int i = 0; i < Math.min(first.lines().size(), second.lines().size()); i++) {
            if (!first.lines().get(i).equals(second.lines().get(i))) {
                return first.lines().get(i) + " | " + second.lines().get(i);
            }
        }
        return first.lines().size() + " | " + second.lines().size() + " answers";
    }

    private static Outcome outcome(Trial trial, Outcome.Result result, String detail) {
        return new Outcome(trial.group(), trial.name(), trial.way(), result, detail);
    }
}
