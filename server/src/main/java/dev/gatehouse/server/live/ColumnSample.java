package dev.gatehouse.server.live;

import dev.gatehouse.detection.Column;
import dev.gatehouse.detection.ColumnVote;
import dev.gatehouse.detection.Finder;
import dev.gatehouse.detection.Finding;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Some values of one column, and what they say about what it holds.
///
/// @param values neither NULL nor empty
public record ColumnSample(ColumnName name, String type, List<String> values) {
    /// A category that fewer values have is in the text, not what the column is for.
    private static final double MOST = 0.5;

    private static final double SOME = 0.02;
    /// Nothing but the name says so.
    private static final double BY_NAME = 0.7;

    public ColumnSample {
        values = List.copyOf(values);
    }

    /// @param confidence of the surest finding, times the share of values that have one
    /// @param rows how many values were looked at
    /// @param with how many of them have a finding of the category, or any for free text
    /// @param example a masked value, empty where a mask shows nothing
    public record Proposal(
            ColumnName column, Category category, double confidence, int rows, int with, String example) {}

    private static final class Tally {
        int values;
        double confidence;
        String example = "";
    }

    Optional<Proposal> propose(Finder finder, Masker masker) {
        Column column = finder.columns().of(name.table(), name.column(), type);
        var vote = new ColumnVote(finder, column);
        values.forEach(vote::row);
        Column decided = vote.decided();
        var tallies = new HashMap<Category, Tally>();
        int touched = 0;
        for (String value : values) {
            List<Finding> found = finder.find(decided, value);
            touched += found.isEmpty() ? 0 : 1;
            found.stream()
                    .filter(finding -> 5 * (finding.end() - finding.start()) >= 4 * value.length())
                    .map(Finding::category)
                    .distinct()
                    .forEach(category -> tallies.computeIfAbsent(category, _ -> new Tally()).values++);
            found.forEach(finding -> tally(tallies, finding, value, masker));
        }
        Optional<Map.Entry<Category, Tally>> best =
                tallies.entrySet().stream().max((a, b) -> Integer.compare(a.getValue().values, b.getValue().values));
        if (best.isEmpty() || touched < SOME * values.size()) {
            return SensitiveNames.category(name.column())
                    .map(category -> new Proposal(name, category, BY_NAME, values.size(), 0, ""));
        }
        Tally tally = best.get().getValue();
        double share = (double) tally.values / values.size();
        if (share < MOST) {
            return Optional.of(new Proposal(
                    name, Category.FREE_TEXT, (double) touched / values.size(), values.size(), touched, ""));
        }
        double confidence = share * tally.confidence;
        return Optional.of(
                new Proposal(name, best.get().getKey(), confidence, values.size(), tally.values, tally.example));
    }

    private static void tally(Map<Category, Tally> tallies, Finding finding, String value, Masker masker) {
        Tally tally = tallies.computeIfAbsent(finding.category(), _ -> new Tally());
        tally.confidence = Math.max(tally.confidence, finding.confidence());
        if (tally.example.isEmpty()) {
            String part = value.substring(finding.start(), finding.end());
            String shown = masker.text(Method.PARTIAL, Set.of(finding.category()), part)
                    .orElse("");
            tally.example = shown.equals(Masker.REDACTED) ? "" : shown;
        }
    }
}
