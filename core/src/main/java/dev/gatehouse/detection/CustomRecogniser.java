package dev.gatehouse.detection;

import java.util.List;

/// Lets the detectors of a configuration look at a text.
final class CustomRecogniser implements Recogniser.OfWhole {
    /// Somebody wrote this pattern for this data: it wins over most guesses.
    private static final double MATCH = 4;

    private static final double CHECKED = 3;
    private static final int REACH = 48;

    private final List<CustomDetector> detectors;

    CustomRecogniser(List<CustomDetector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    @Override
    public void look(Cell cell, Candidates found) {
        String text = detectors.isEmpty() ? "" : cell.tokens.string(0, cell.tokens.length);
        for (CustomDetector detector : detectors) {
            detector.pattern().each(text, (start, end) -> {
                boolean checked = detector.checksum().isPresent();
                boolean fits = detector.checksum()
                        .map(checksum -> checksum.fits(text.substring(start, end)))
                        .orElse(true);
                if (end > start && fits && inContext(detector, cell, text, start, end)) {
                    found.custom(detector.id(), detector.category(), start, end, MATCH + (checked ? CHECKED : 0));
                }
            });
        }
    }

    private static boolean inContext(CustomDetector detector, Cell cell, String text, int start, int end) {
        if (detector.context().isEmpty()) {
            return true;
        }
        String near = Fold.of(text.substring(Math.max(0, start - REACH), start) + " "
                + text.substring(end, Math.min(text.length(), end + REACH)));
        return detector.context().stream().anyMatch(word -> near.contains(word) || cell.column.named(word));
    }
}
