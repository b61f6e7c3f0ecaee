package dev.gatehouse.detection;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// Values that no state gives: cards, accounts, addresses of networks and purses, secrets, dates.
final class OtherValues {
    /// ISO 13616: country, then `n` digits, `a` letters, `c` both.
    private static final String[] IBANS = {
        "AD 8n12c",
        "AT 16n",
        "BE 12n",
        "BG 4a6n8c",
        "CH 5n12c",
        "CY 8n16c",
        "CZ 20n",
        "DE 18n",
        "DK 14n",
        "EE 16n",
        "ES 20n",
        "FI 14n",
        "FR 10n11c2n",
        "GB 4a14n",
        "GI 4a15c",
        "GR 7n16c",
        "HR 17n",
        "HU 24n",
        "IE 4a14n",
        "IS 22n",
        "IT 1a10n12c",
        "LI 5n12c",
        "LT 16n",
        "LU 3n13c",
        "LV 4a13c",
        "MC 10n11c2n",
        "MT 4a5n18c",
        "NL 4a10n",
        "NO 11n",
        "PL 24n",
        "PT 21n",
        "RO 4a16c",
        "SE 20n",
        "SI 15n",
        "SK 20n",
        "SM 1a10n12c",
        "TR 5n1n16c",
        "AE 19n",
        "IL 19n",
        "SA 2n18c",
        "UA 6n19c"
    };
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String ALL = LETTERS + "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final List<String> PASSWORDS = List.of(
            "Tr0ub4dor&3",
            "hunter2",
            "S0mmer2024!",
            "qwertz123",
            "correct-horse-battery-staple",
            "P@ssw0rd",
            "xK9#mQ2$vL",
            "Geheim!77",
            "Jt7_pelican",
            "changeme1",
            "Zürich2019!",
            "letMe1n?",
            "B4n4n3nbr0t",
            "w1nter_is_coming");
    private static final List<String> USERS = List.of(
            "jdoe",
            "anna.schmidt",
            "m_keller82",
            "nightowl",
            "skywalker-77",
            "xXdragonXx99",
            "pkowalski",
            "lucie.b",
            "tomas1988",
            "frau_holle",
            "d.marin",
            "ZeroCool",
            "gamer_pl_01",
            "eva-m",
            "bvdberg",
            "root_bear",
            "kimi7");

    private final Random random;
    private final TrapValues traps;
    private final SecretValues keys;

    OtherValues(Random random) {
        this.random = random;
        traps = new TrapValues(random);
        keys = new SecretValues(random, this);
    }

    String of(String kind, String argument) {
        return switch (kind) {
            case "iban" -> iban(random.nextInt(3) == 0);
            case "ibansp" -> iban(true);
            case "card" -> random.nextInt(3) == 0 ? spaced(card()) : card();
            case "cardsp" -> spaced(card());
            case "cvv" -> digits(random.nextInt(5) == 0 ? 4 : 3);
            case "ip" -> random.nextInt(3) == 0 ? ip6() : ip4();
            case "ip4" -> ip4();
            case "ip6" -> ip6();
            case "mac" -> mac(random.nextInt(4));
            case "macsep" -> mac(random.nextInt(3));
            case "maccolon" -> mac(0);
            case "crypto" -> crypto();
            case "user" -> USERS.get(random.nextInt(USERS.size()));
            case "password" -> PASSWORDS.get(random.nextInt(PASSWORDS.size()));
            case "apikey" -> random.nextBoolean() ? key(32) : random.nextBoolean() ? hex(40) : key(24) + "-" + key(8);
            case "urltoken" -> key(28) + "9Zx7";
            case "aws" -> pick("AKIA", "ASIA") + any("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
            case "awssecret" -> any(ALL + "+/", 40);
            case "token" -> keys.token();
            case "jwt" -> keys.jwt();
            case "pem" -> keys.pem();
            case "connstr" -> keys.connection();
            case "pwhash" -> keys.hash();
            default -> traps.of(kind, argument);
        };
    }

    String born(String how) {
        int year = 1935 + random.nextInt(73);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        String iso = String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day);
        String dots = String.format(Locale.ROOT, "%02d.%02d.%d", day, month, year);
        String[] parts = iso.split("-", -1);
        return switch (how) {
            case "iso" -> iso;
            case "stamp" -> iso + " 00:00:00";
            case "fr", "es", "it", "pt", "el", "ro" ->
                pick(parts[2] + "/" + parts[1] + "/" + parts[0], day + " " + month(how, month) + " " + year);
            case "en" ->
                pick(
                        parts[1] + "/" + parts[2] + "/" + parts[0],
                        parts[2] + "/" + parts[1] + "/" + parts[0],
                        day + "-" + month("en", month).substring(0, 3) + "-" + year,
                        iso);
            case "long" ->
                pick(day + " " + month("en", month) + " " + year, month("en", month) + " " + day + ", " + year);
            case "nl", "da" -> parts[2] + "-" + parts[1] + "-" + parts[0];
            case "hu" -> pick(parts[0] + "." + parts[1] + "." + parts[2] + ".", iso);
            case "de" -> pick(dots, dots, day + "." + month + "." + year, day + ". " + month("de", month) + " " + year);
            case "bg" -> pick(dots, dots + " г.");
            default -> dots;
        };
    }

    private static String month(String language, int month) {
        String names = switch (language) {
            case "de" -> "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";
            case "fr" -> "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
            case "es" ->
                "de_enero_de de_febrero_de de_marzo_de de_abril_de de_mayo_de de_junio_de de_julio_de de_agosto_de"
                        + " de_septiembre_de de_octubre_de de_noviembre_de de_diciembre_de";
            case "it" ->
                "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre";
            case "pt" ->
                "de_janeiro_de de_fevereiro_de de_março_de de_abril_de de_maio_de de_junho_de de_julho_de de_agosto_de"
                        + " de_setembro_de de_outubro_de de_novembro_de de_dezembro_de";
            case "ro" ->
                "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie";
            case "el" ->
                "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου"
                        + " Νοεμβρίου Δεκεμβρίου";
            default -> "January February March April May June July August September October November December";
        };
        return names.split(" ", -1)[month - 1].replace('_', ' ');
    }

    private String iban(boolean spaced) {
        String[] form = IBANS[random.nextInt(IBANS.length)].split(" ", -1);
        var body = new StringBuilder();
        for (String part : form[1].split("(?<=[nac])", -1)) {
            if (!part.isEmpty()) {
                int count = Integer.parseInt(part.substring(0, part.length() - 1));
                char of = part.charAt(part.length() - 1);
                body.append(any(of == 'n' ? "0123456789" : of == 'a' ? LETTERS : LETTERS + "0123456789", count));
            }
        }
        var number = new StringBuilder();
        (body + form[0] + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        String all = form[0] + String.format(Locale.ROOT, "%02d", check) + body;
        return spaced ? all.replaceAll("(.{4})(?!$)", "$1 ") : all;
    }

    private String card() {
        String[] one = pick(
                        "4 16", "4 16", "4 13", "51 16", "55 16", "2221 16", "2720 16", "34 15", "37 15", "36 14",
                        "3095 14", "6011 16", "65 16", "3528 16", "3589 16", "62 16", "62 19", "5018 16", "6304 18",
                        "6759 19")
                .split(" ", -1);
        return StateNumbers.luhn(one[0] + digits(Integer.parseInt(one[1]) - one[0].length() - 1));
    }

    private String spaced(String card) {
        String gap = pick(" ", "-");
        if (card.length() == 15) {
            return card.substring(0, 4) + gap + card.substring(4, 10) + gap + card.substring(10);
        }
        if (card.length() == 14) {
            return card.substring(0, 4) + gap + card.substring(4, 10) + gap + card.substring(10);
        }
        return card.replaceAll("(.{4})(?!$)", "$1" + gap);
    }

    private String ip4() {
        return switch (random.nextInt(4)) {
            case 0 -> "192.168." + random.nextInt(256) + "." + (1 + random.nextInt(254));
            case 1 -> "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
            default ->
                (20 + random.nextInt(200)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                        + (1 + random.nextInt(254));
        };
    }

    private String ip6() {
        return switch (random.nextInt(5)) {
            case 0 -> "2001:db8:" + hex(4) + ":" + hex(4) + ":" + hex(4) + ":" + hex(4) + ":" + hex(4) + ":" + hex(4);
            case 1 -> "2a02:" + hex(3) + "::" + hex(2);
            case 2 -> "fe80::" + hex(4) + ":" + hex(2) + "ff:fe" + hex(2) + ":" + hex(4);
            case 3 -> "::ffff:" + ip4();
            default -> ("2003:" + hex(3) + ":" + hex(4) + "::1").toUpperCase(Locale.ROOT);
        };
    }

    private String mac(int form) {
        String twelve = hex(12);
        return switch (form) {
            case 0 -> twelve.replaceAll("(..)(?!$)", "$1:");
            case 1 -> twelve.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1-");
            case 2 -> "a" + twelve.substring(1, 4) + "." + twelve.substring(4, 8) + "." + twelve.substring(8);
            default -> twelve;
        };
    }

    private String crypto() {
        return switch (random.nextInt(6)) {
            case 0 -> base58check(0);
            case 1 -> base58check(5);
            case 2, 3 -> "0x" + hex(40);
            case 4 -> base58check(0x41);
            default ->
                pick(
                        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
                        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
                        "ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9");
        };
    }

    private String base58check(int version) {
        byte[] bytes = new byte[25];
        byte[] body = new byte[20];
        random.nextBytes(body);
        bytes[0] = (byte) version;
        System.arraycopy(body, 0, bytes, 1, 20);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, 21);
            System.arraycopy(sha.digest(sha.digest()), 0, bytes, 21, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        var text = new StringBuilder();
        var rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(58));
            text.insert(0, BASE58.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return (version == 0 ? "1" : "") + text;
    }

    String hex(int count) {
        byte[] bytes = new byte[(count + 1) / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, count);
    }

    String key(int count) {
        return any(ALL, count);
    }

    String any(String of, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(of.charAt(random.nextInt(of.length())));
        }
        return text.toString();
    }

    String digits(int count) {
        return any("0123456789", count);
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    static UUID uuid(Random random) {
        return new UUID(
                random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE);
    }
}
