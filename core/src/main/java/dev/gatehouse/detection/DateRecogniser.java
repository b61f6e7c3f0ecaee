package dev.gatehouse.detection;

/// Dates of birth: dates, in any of the usual ways of writing, where the column or a word beside them says birth. A
/// date alone is no finding.
final class DateRecogniser implements Recogniser {
    /// Against every date of which nobody says that somebody was born on it.
    private static final double MERE_DATE = -3.5;

    @Override
    public int at(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        if (tokens.touchesPrevious(token) && "-./_+".indexOf(tokens.first(token - 1)) >= 0) {
            return token + 1;
        }
        boolean named = cell.column.names(FindingType.DATE_OF_BIRTH);
        int last = tokens.kind[token] == Tokens.NUMBER ? numeric(tokens, token) : -1;
        last = last < 0 && cell.month ? written(cell, token) : last;
        if (last < 0
                && tokens.kind[token] == Tokens.NUMBER
                && tokens.size(token) == 8
                && (!named || cell.whole(tokens.start[token], tokens.end[token]))) {
            last = compact(tokens, token) ? token : -1;
        }
        if (last < 0) {
            return token + 1;
        }
        propose(cell, tokens.start[token], named ? time(cell, last) : tokens.end[last], found);
        return last + 1;
    }

    /// A text that is `1985-07-30` and nothing else.
    static void iso(Cell cell, Candidates found) {
        char[] text = cell.tokens.text;
        if (year((int) CheckDigits.number(text, 0, 4)) && CheckDigits.dayAndMonth(text, 8, 5)) {
            propose(cell, 0, 10, found);
        }
    }

    private static void propose(Cell cell, int from, int to, Candidates found) {
        double score = MERE_DATE + cell.column.evidence(FindingType.DATE_OF_BIRTH);
        score += cell.neighbours(FindingType.DATE_OF_BIRTH, from, to);
        found.insideOpaque(FindingType.DATE_OF_BIRTH, from, to, score);
    }

    /// `1985-07-30`, `30.07.1985`, `7/30/85`, `30. 7. 1985`; the last token, or -1.
    private static int numeric(Tokens tokens, int first) {
        int middle = separator(tokens, first);
        if (middle < 0) {
            return -1;
        }
        int last = separator(tokens, middle);
        if (last < 0
                || tokens.first(first + 1) != tokens.first(middle + 1)
                || tokens.alphanumeric(tokens.end[last])
                        && tokens.at(tokens.end[last]) != 'T'
                        && tokens.at(tokens.end[last]) != 'г'
                        && tokens.at(tokens.end[last]) != 'r') {
            return -1;
        }
        int a = value(tokens, first);
        int b = value(tokens, middle);
        int c = value(tokens, last);
        if (tokens.size(first) == 4) {
            return year(a) && CheckDigits.date(c, b) && tokens.size(last) <= 2 ? last : -1;
        }
        boolean yearLast = tokens.size(last) == 4 && year(c) || tokens.size(last) == 2;
        return yearLast
                        && tokens.size(first) <= 2
                        && tokens.size(middle) <= 2
                        && (CheckDigits.date(a, b) || CheckDigits.date(b, a))
                ? last
                : -1;
    }

    /// The number after `token` and one of `-./` (with a blank behind a dot), or -1.
    private static int separator(Tokens tokens, int token) {
        int mark = token + 1;
        if (mark + 1 >= tokens.count
                || tokens.kind[mark] != Tokens.MARK
                || !tokens.touchesPrevious(mark)
                || !tokens.is(mark + 1, Tokens.NUMBER)) {
            return -1;
        }
        char c = tokens.first(mark);
        int gap = tokens.start[mark + 1] - tokens.end[mark];
        return (c == '-' || c == '.' || c == '/') && (gap == 0 || gap == 1 && c == '.') ? mark + 1 : -1;
    }

    /// With the month's name: `30 July 1985`, `July 30, 1985`, `30. července 1985`, `30-JUL-1985`, `1985. július 30.`
    private static int written(Cell cell, int first) {
        var tokens = cell.tokens;
        int month = -1;
        int day = 0;
        int year = 0;
        int last = first;
        for (int i = first; i < Math.min(tokens.count, first + 9); i++) {
            if (i > first && tokens.start[i] - tokens.end[i - 1] > 1) {
                break;
            }
            if (tokens.kind[i] == Tokens.NUMBER) {
                if (tokens.size(i) == 4 && year(value(tokens, i)) && year == 0) {
                    year = value(tokens, i);
                } else if (tokens.size(i) <= 2 && value(tokens, i) >= 1 && value(tokens, i) <= 31 && day == 0) {
                    day = value(tokens, i);
                } else if (tokens.size(i) == 2 && month >= 0 && year == 0) {
                    year = 1900 + value(tokens, i);
                } else {
                    break;
                }
                last = i;
            } else if (tokens.kind[i] == Tokens.WORD) {
                if (cell.plain(i, Vocabulary.MONTH) && month < 0) {
                    month = i;
                    last = i;
                } else if (i == first || !filling(tokens, i)) {
                    break;
                }
            } else if (".,-/ ".indexOf(tokens.first(i)) < 0 || i == first) {
                break;
            }
            if (month >= 0 && day > 0 && year > 0) {
                boolean dot = tokens.kind[last] == Tokens.NUMBER
                        && tokens.size(last) <= 2
                        && tokens.mark(last + 1, '.')
                        && tokens.touchesNext(last);
                return dot ? last + 1 : last;
            }
        }
        return -1;
    }

    private static boolean filling(Tokens tokens, int token) {
        int size = tokens.size(token);
        return size <= 2 || size == 3 && tokens.startsWith(tokens.start[token], "del");
    }

    private static boolean compact(Tokens tokens, int token) {
        int at = tokens.start[token];
        char[] text = tokens.text;
        int first = (int) CheckDigits.number(text, at, 4);
        int last = (int) CheckDigits.number(text, at + 4, 4);
        return year(first) && CheckDigits.dayAndMonth(text, at + 6, at + 4)
                || year(last)
                        && (CheckDigits.dayAndMonth(text, at, at + 2) || CheckDigits.dayAndMonth(text, at + 2, at));
    }

    /// The end of a time of day behind a date, or of the date.
    private static int time(Cell cell, int last) {
        var tokens = cell.tokens;
        int end = tokens.end[last];
        char between = tokens.at(end);
        if ((between == 'T' || between == ' ') && tokens.at(end + 3) == ':') {
            int to = end + 1;
            while (to < tokens.length && "0123456789:.Z+-".indexOf(tokens.text[to]) >= 0) {
                to++;
            }
            return to;
        }
        return end;
    }

    private static boolean year(int year) {
        return year >= 1880 && year <= 2035;
    }

    private static int value(Tokens tokens, int token) {
        return tokens.size(token) > 4
                ? -1
                : (int) CheckDigits.number(tokens.text, tokens.start[token], tokens.size(token));
    }
}
