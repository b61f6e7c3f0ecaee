package dev.gatehouse.detection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Addresses of crypto-currencies: base58check with its double SHA-256, bech32 with its polynomial (BIP 173, BIP 350),
/// Ethereum's forty hexadecimal digits. Ethereum's capitals, Monero's and Solana's addresses are not checked further.
final class CryptoRecogniser implements Recogniser {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] POLYNOMIAL = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int LONGEST = 110;

    @Override
    public int at(Cell cell, int token, Candidates found) {
        int from = cell.tokens.start[token];
        int to = cell.tokens.run[token];
        if (to - from <= LONGEST) {
            run(cell, from, to, found);
        }
        return token + 1;
    }

    private static void run(Cell cell, int from, int to, Candidates found) {
        var tokens = cell.tokens;
        int length = to - from;
        char first = tokens.text[from];
        if (first == '0' && tokens.at(from + 1) == 'x') {
            if (length == 42 && hex(tokens, from + 2, to)) {
                found.propose(FindingType.CRYPTO, from, to, 4);
            }
        } else if (length <= 36 && "13LMDTr".indexOf(first) >= 0) {
            if (base58check(tokens.string(from, to), first == 'r' ? RIPPLE : BASE58)) {
                found.propose(FindingType.CRYPTO, from, to, 8);
            }
        } else if (tokens.startsWith(from, "bc1")
                || tokens.startsWith(from, "tb1")
                || tokens.startsWith(from, "ltc1")
                || tokens.startsWith(from, "addr1")) {
            boolean fits = bech32(tokens.string(from, to));
            found.propose(FindingType.CRYPTO, from, to, fits ? 8 : 1);
        } else if (length == 95 && (first == '4' || first == '8') && base58(tokens, from, to)) {
            found.propose(FindingType.CRYPTO, from, to, 4);
        } else if ((length == 43 || length == 44) && base58(tokens, from, to)) {
            found.propose(FindingType.CRYPTO, from, to, -3);
        }
    }

    private static boolean hex(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(tokens.text[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean base58(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (BASE58.indexOf(tokens.text[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean base58check(String text, String alphabet) {
        byte[] bytes = new byte[25];
        for (int i = 0; i < text.length(); i++) {
            int carry = alphabet.indexOf(text.charAt(i));
            if (carry < 0) {
                return false;
            }
            for (int j = bytes.length - 1; j >= 0; j--) {
                carry += 58 * (bytes[j] & 0xff);
                bytes[j] = (byte) carry;
                carry >>= 8;
            }
            if (carry != 0) {
                return false;
            }
        }
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, 21);
            byte[] digest = sha.digest(sha.digest());
            return java.util.Arrays.equals(digest, 0, 4, bytes, 21, 25);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    static boolean bech32(String text) {
        int separator = text.lastIndexOf('1');
        int check = 1;
        for (int i = 0; i < separator; i++) {
            check = step(check, text.charAt(i) >> 5);
        }
        check = step(check, 0);
        for (int i = 0; i < separator; i++) {
            check = step(check, text.charAt(i) & 31);
        }
        for (int i = separator + 1; i < text.length(); i++) {
            int value = BECH32.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            check = step(check, value);
        }
        return check == 1 || check == 0x2bc830a3;
    }

    private static int step(int check, int value) {
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < POLYNOMIAL.length; i++) {
            next ^= (top >> i & 1) == 1 ? POLYNOMIAL[i] : 0;
        }
        return next;
    }
}
