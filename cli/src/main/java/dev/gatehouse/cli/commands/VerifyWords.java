package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Text;
import dev.gatehouse.recording.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was checked, in words.
final class VerifyWords {
    private static final String KEY_FOUND =
            " (found beside the log: proves only that log and key fit; give the key that init printed with --key)";

    private VerifyWords() {}

    static List<String> of(Report report) {
        var lines = new ArrayList<String>();
        report.finding().ifPresent(finding -> {
            lines.add("DOES NOT FIT: " + finding.what());
            lines.add("  kind      " + finding.problem().name().toLowerCase(Locale.ROOT));
            lines.add("  file      " + finding.file());
            finding.entry().ifPresent(entry -> lines.add("  entry     " + entry));
            finding.offset().ifPresent(offset -> lines.add("  byte      " + offset));
        });
        if (report.clean()) {
            lines.add("Everything fits.");
            lines.add("  entries   " + report.entries() + ", of which " + report.signed() + " are signed");
            lines.add("  sessions  " + report.sessions() + " in " + report.recordings() + " recordings");
            lines.add(
                    "  blocks    " + report.blocks() + (report.erased() > 0 ? ", " + report.erased() + " erased" : ""));
        }
        report.key().ifPresent(key -> lines.add("  key       " + key + (report.keyGiven() ? "" : KEY_FOUND)));
        if (report.clean()) {
            lines.add("  anchored  " + anchored(report));
            lines.add("  unsigned  " + tail(report.unsignedTail()));
        }
        report.notes().forEach(note -> lines.add("  note      " + note));
        return lines;
    }

    private static String anchored(Report report) {
        return report.anchor()
                .map(anchor -> "up to entry " + anchor.entries() + " of " + report.entries()
                        + anchor.until().map(until -> ", " + Text.time(until)).orElse("")
                        + "; whoever has the keys could have rewritten only what is later")
                .orElse("nowhere outside: whoever has the keys could have rewritten it all; keep copies of"
                        + " log/checkpoint elsewhere and give one with --checkpoint");
    }

    private static String tail(long entries) {
        return entries == 0 ? "nothing" : entries + " entries at the end, which no checkpoint covers yet";
    }
}
