package dev.gatehouse.control.identity;

import java.io.Serial;

/// A token failed a check; caught where the verifier turns it into a [Verification.Rejected].
final class TokenRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 300;

    final Reason reason;

    /// @param text may quote names and times, never the token itself
    TokenRefused(Reason reason, String text) {
        super(printable(text), null, false, false);
        this.reason = reason;
    }

    Verification.Rejected rejected() {
        return new Verification.Rejected(reason, String.valueOf(getMessage()));
    }

    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }
}
