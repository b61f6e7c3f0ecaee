package dev.gatehouse.detection;

import dev.gatehouse.detection.Sample.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How well what is found in a corpus fits what is there.
final class Quality {
    /// Of one type: spans that were there and found, found but not there, there but not found.
    static final class Score {
        int right;
        int wrong;
        int missed;

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double f1() {
            double sum = recall() + precision();
            return sum == 0 ? 0 : 2 * recall() * precision() / sum;
        }
    }

    final Map<FindingType, Score> scores = new EnumMap<>(FindingType.class);
    final Map<String, Integer> touchedByKind = new TreeMap<>();
    final List<String> mistakes = new ArrayList<>();
    int clean;
    int touched;
    /// Of those found, how many from the first character to the last.
    int exact;

    static Quality of(List<Sample> samples, Finder finder) {
        var quality = new Quality();
        for (Sample sample : samples) {
            Column column = finder.columns().of(sample.table(), sample.column(), sample.sqlType());
            quality.count(sample, finder.find(column, sample.text()));
        }
        return quality;
    }

    private void count(Sample sample, List<Finding> found) {
        if (sample.spans().isEmpty()) {
            clean++;
            touched += found.isEmpty() ? 0 : 1;
            if (!found.isEmpty()) {
                touchedByKind.merge(sample.kind(), 1, Integer::sum);
            }
        }
        var open = new ArrayList<>(found);
        for (Span span : sample.spans()) {
            boolean hit = open.removeIf(span::hitBy);
            exact += found.stream().anyMatch(span::is) ? 1 : 0;
            if (hit) {
                score(span.type()).right++;
            } else {
                score(span.type()).missed++;
                mistakes.add("missed " + span.type() + " in " + sample + "; found " + found);
            }
        }
        for (Finding finding : open) {
            score(FindingType.valueOf(finding.type())).wrong++;
            mistakes.add("wrong " + finding + " in " + sample);
        }
    }

    int right() {
        return scores.values().stream().mapToInt(score -> score.right).sum();
    }

    Score score(FindingType type) {
        return scores.computeIfAbsent(type, _ -> new Score());
    }

    double touchedShare() {
        return (double) touched / Math.max(1, clean);
    }

    /// A Markdown table, a line for each type.
    String table() {
        var text = new StringBuilder("| type | there | recall | precision | F1 |\n|---|---|---|---|---|\n");
        scores.forEach((type, score) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f |%n",
                type,
                score.right + score.missed,
                score.recall(),
                score.precision(),
                score.f1())));
        return text.append(String.format(
                        Locale.ROOT,
                        "%nClean cells: %d, touched: %d (%.2f %%). Of what was found, %.1f %% from the first character to the last.%n",
                        clean,
                        touched,
                        100 * touchedShare(),
                        100.0 * exact / Math.max(1, right())))
                .toString();
    }
}
