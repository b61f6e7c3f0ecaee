package dev.gatehouse.detection;

/// IBANs of every country in the register, with their lengths and check digits (ISO 13616).
final class IbanRecogniser implements Recogniser {
    private static final String LENGTHS =
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24"
                    + " DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22"
                    + " IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31"
                    + " MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23"
                    + " ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";
    private static final int LONGEST = 34;

    private static final int LETTERS = 26;

    /// By the two letters of the country; 0 where there is none.
    private static final byte[] LENGTH = lengths();

    private static byte[] lengths() {
        byte[] lengths = new byte[LETTERS * LETTERS];
        for (String entry : LENGTHS.split(" ", -1)) {
            lengths[LETTERS * (entry.charAt(0) - 'A') + entry.charAt(1) - 'A'] = Byte.parseByte(entry.substring(2));
        }
        return lengths;
    }

    @Override
    public int at(Cell cell, int token, Candidates found) {
        if (cell.tokens.size(token + 1) >= 2) {
            begun(cell, cell.tokens.start[token], found);
        }
        return token + 1;
    }

    /// At two letters and two digits.
    static void begun(Cell cell, int from, Candidates found) {
        var tokens = cell.tokens;
        int first = (tokens.text[from] & ~0x20) - 'A';
        int second = (tokens.text[from + 1] & ~0x20) - 'A';
        if (first < 0 || first >= LETTERS || second < 0 || second >= LETTERS) {
            return;
        }
        int length = LENGTH[LETTERS * first + second];
        if (length == 0) {
            return;
        }
        int to = collect(cell, from, length);
        if (to < 0 || tokens.alphanumeric(to)) {
            return;
        }
        boolean fits = CheckDigits.mod97(cell.compact, 0, length, 4) == 1;
        if (fits || cell.column.names(FindingType.IBAN)) {
            found.propose(FindingType.IBAN, from, to, fits ? 7 : -2);
        }
    }

    /// Where `length` letters and digits end, single blanks, hyphens and dots between them not counted; or -1.
    private static int collect(Cell cell, int from, int length) {
        var tokens = cell.tokens;
        int taken = 0;
        int i = from;
        for (; taken < Math.min(length, LONGEST); i++) {
            char c = tokens.at(i);
            boolean used = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (used) {
                cell.compact[taken++] = c;
            } else if (i >= tokens.length
                    || c != ' ' && c != '-' && c != '.' && c != '\u00a0'
                    || !tokens.alphanumeric(i + 1)) {
                return -1;
            }
        }
        return i;
    }
}
