package dev.gatehouse.detection;

import java.util.ArrayList;
import java.util.List;

/// One cell and what is to be found in it.
///
/// @param kind what the corpus calls it, for reports
record Sample(String kind, String table, String column, String sqlType, String text, List<Span> spans) {
    Sample {
        spans = List.copyOf(spans);
    }

    record Span(FindingType type, int start, int end) {
        boolean is(Finding finding) {
            return hitBy(finding) && finding.start() == start && finding.end() == end;
        }

        /// Whether a finding of the same type covers at least half of what both cover.
        boolean hitBy(Finding finding) {
            int both = Math.min(end, finding.end()) - Math.max(start, finding.start());
            int either = Math.max(end, finding.end()) - Math.min(start, finding.start());
            return finding.type().equals(type.name()) && 2 * both >= either;
        }
    }

    /// From a text in which `‹TYPE|value›` marks what must be found.
    static Sample marked(String kind, String table, String column, String sqlType, String marked) {
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        int i = 0;
        while (i < marked.length()) {
            int open = marked.indexOf('‹', i);
            if (open < 0) {
                break;
            }
            int bar = marked.indexOf('|', open);
            int close = marked.indexOf('›', bar);
            text.append(marked, i, open);
            int start = text.length();
            text.append(marked, bar + 1, close);
            spans.add(new Span(FindingType.valueOf(marked.substring(open + 1, bar)), start, text.length()));
            i = close + 1;
        }
        text.append(marked, i, marked.length());
        return new Sample(kind, table, column, sqlType, text.toString(), spans);
    }
}
