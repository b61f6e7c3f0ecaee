package dev.gatehouse.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Looks for personal data and secrets in texts. One thread; see [Detection] for where it comes from.
///
/// Long texts are looked at in blocks of about [#BLOCK] characters that end at a line's or word's end, wherever the
/// input was split when it arrived; what lies across such an end is not seen as one.
public final class Finder {
    static final int BLOCK = 32 * 1024;
    private static final int SHORT = 80;
    /// More than whatever the column is not called can reach in so short a text.
    private static final double AS_NAMED = 4.4;

    private static final double PHONE_AS_NAMED = 3.6;
    /// What dates and secrets score by their column; nothing else that looks like one of them is worth as much there.
    private static final double WEAKLY_NAMED = 2.4;
    /// Moments, card and account numbers are longer.
    private static final int FEW = 12;
    private static final int BIRTH = Vocabulary.bit(FindingType.DATE_OF_BIRTH);
    private static final int SECRET = Vocabulary.bit(FindingType.SECRET);
    /// Types that nothing but a column or a label says.
    private static final int LABELLED = Vocabulary.bit(FindingType.USERNAME)
            | Vocabulary.bit(FindingType.PASSPORT)
            | Vocabulary.bit(FindingType.DRIVER_LICENSE)
            | Vocabulary.bit(FindingType.LICENSE_PLATE)
            | Vocabulary.bit(FindingType.CVV);

    private static final int PERSON = Vocabulary.bit(FindingType.PERSON);
    private static final int ADDRESS = Vocabulary.bit(FindingType.ADDRESS);
    private static final int PHONE = Vocabulary.bit(FindingType.PHONE);
    private static final int NATIONAL_ID = Vocabulary.bit(FindingType.NATIONAL_ID);
    private static final int CREDIT_CARD = Vocabulary.bit(FindingType.CREDIT_CARD);

    private final Recogniser[] recognisers;
    private final int[] next = new int[Starts.COUNT];
    private final List<Recogniser.OfWhole> whole;
    private final Optional<WholeCells> wholeCells;
    private final Cell cell;
    private final Candidates candidates;
    private final Columns columns;
    private final JsonCells json;

    /// @param wholeCells for what need not be read into words; none where further detectors want to see every text
    Finder(
            Vocabulary vocabulary,
            Recogniser[] recognisers,
            List<Recogniser.OfWhole> whole,
            Optional<WholeCells> wholeCells) {
        this.recognisers = recognisers.clone();
        this.whole = List.copyOf(whole);
        this.wholeCells = wholeCells;
        cell = new Cell(vocabulary);
        candidates = new Candidates(cell);
        columns = new Columns(vocabulary);
        json = new JsonCells(this);
    }

    public Columns columns() {
        return columns;
    }

    /// Everything found in `text`, in its order, nothing overlapping.
    public List<Finding> find(Column column, String text) {
        if (column.kind() == Column.Kind.CLOSED && !column.namesSomething() || text.isEmpty()) {
            return List.of();
        }
        if (json.looksLikeJson(column, text)) {
            var found = json.find(column, text);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return value(column, text);
    }

    /// In a text that is no document.
    List<Finding> value(Column column, String text) {
        if (wholeCells.isEmpty()) {
            return plain(column, text);
        }
        candidates.clear();
        return switch (wholeCells.get().look(cell, column, text, candidates)) {
            case NOTHING -> List.of();
            case FOUND -> candidates.best();
            case UNSURE -> plain(column, text);
        };
    }

    /// In blocks, each read into words.
    List<Finding> plain(Column column, String text) {
        if (text.length() <= BLOCK) {
            look(column, text, 0, text.length());
            return candidates.isEmpty() ? List.of() : candidates.best();
        }
        var found = new ArrayList<Finding>();
        int begin = 0;
        while (begin < text.length()) {
            int end = blockEnd(text, begin, text.length());
            look(column, text, begin, end);
            candidates.best(begin, found);
            begin = end;
        }
        return found;
    }

    private void look(Column column, String text, int begin, int end) {
        cell.read(column, text, begin, end);
        candidates.clear();
        recognise();
    }

    /// Each recogniser is asked where something of its kind may begin, and not before where it wants to be asked again.
    private void recognise() {
        for (int i = 0; i < whole.size(); i++) {
            whole.get(i).look(cell, candidates);
        }
        if (plainlyNamed()) {
            return;
        }
        cell.findStarts();
        Arrays.fill(next, 0);
        int open = ~cell.settled;
        for (int token = 0; token < cell.tokens.count; token++) {
            cell.asked = token;
            for (int can = cell.can[token] & open; can != 0; can &= can - 1) {
                int which = Integer.numberOfTrailingZeros(can);
                if (token >= next[which]) {
                    next[which] = recognisers[which].at(cell, token, candidates);
                }
            }
        }
    }

    /// Whether a short cell is from end to end what its column is called: nothing in it can be more likely.
    private boolean plainlyNamed() {
        var tokens = cell.tokens;
        int types = cell.column.types();
        boolean small = tokens.count > 0 && tokens.length <= SHORT && tokens.longest < Starts.LONG_KEY;
        if (!small || !cell.column.judgedByShape(types) || wholeCells.isEmpty()) {
            return false;
        }
        if (types == ADDRESS || types == 0 || types == PERSON) {
            return covered(AS_NAMED);
        }
        if (types == PHONE && !tokens.has(Tokens.HAS_WORD)) {
            return covered(Starts.PHONE, PHONE_AS_NAMED);
        }
        if (types == BIRTH) {
            return covered(Starts.DATE, WEAKLY_NAMED);
        }
        if ((types & ~LABELLED) == 0) {
            return tokens.length <= FEW && !tokens.has(Tokens.HAS_AT) && covered(WEAKLY_NAMED);
        }
        if (types == SECRET) {
            boolean word = tokens.length <= FEW && tokens.has(Tokens.HAS_WORD);
            return word && cell.assignsNothing() && covered(WEAKLY_NAMED);
        }
        return (types == NATIONAL_ID || types == CREDIT_CARD) && covered(Starts.SCHEME, AS_NAMED);
    }

    private boolean covered(int recogniser, double least) {
        int before = candidates.size();
        recognisers[recogniser].at(cell, 0, candidates);
        boolean covered = covered(least);
        if (!covered) {
            candidates.keep(before);
        }
        return covered;
    }

    private boolean covered(double least) {
        return candidates.covers(cell.firstCharacter(), cell.lastCharacter(), least);
    }

    /// Where the block that starts at `begin` ends: after the first line break past half of [#BLOCK], or else the last
    /// blank before all of it, or there. Depends on the text only.
    static int blockEnd(CharSequence text, int begin, int length) {
        if (length - begin <= BLOCK) {
            return length;
        }
        for (int i = begin + BLOCK / 2; i < begin + BLOCK; i++) {
            if (text.charAt(i) == '\n') {
                return i + 1;
            }
        }
        for (int i = begin + BLOCK; i > begin + BLOCK / 2; i--) {
            if (Fold.kind(text.charAt(i - 1)) == Fold.SPACE) {
                return i;
            }
        }
        int end = begin + BLOCK;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
