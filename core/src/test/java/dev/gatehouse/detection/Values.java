package dev.gatehouse.detection;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Values for the corpus.
final class Values {
    private static final String[] DOMAINS = {
        "example.com", "mail.example.org", "firma.de", "orange.fr", "post.cz", "bücher.example", "uni.ac.uk"
    };
    private static final String[] WORDS = {
        "active",
        "pending",
        "shipped",
        "Blue Ceramic Lamp",
        "Berlin",
        "München",
        "Germany",
        "Electronics",
        "red",
        "Acme GmbH",
        "Nordwind AG",
        "Senior Engineer",
        "Accounting",
        "report_2024.pdf",
        "EUR",
        "The Long Way Home",
        "premium",
        "order.created",
        "invoice-worker",
        "Contoso Ltd",
        "Rose Gold Watch",
        "Paris",
        "New York",
        "Customer Support",
        "Data Scientist",
        "Spring Sale",
        "Enterprise",
        "Marco Polo Bag",
        "Garden Chair",
        "Kraków",
        "Ελλάδα",
        "София",
        "Victoria Sponge Cake",
        "Ford Focus",
        "Marketing",
        "Baker Street Coffee",
        "image@2x.png",
        "N/A",
        "unknown",
        "Coffee beans 1kg",
        "USB-C cable 2 m",
        "Größe L",
        "Projekt Phönix",
        "Hotel Adler",
        "Apple iPhone 15 Pro",
        "Samsung Galaxy S24"
    };
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random;
    private final Map<String, List<String>> lists;
    private final List<Scheme> ids;

    Values(Random random, Map<String, List<String>> lists) {
        this.random = random;
        this.lists = lists;
        ids = Corpus.schemes()
                .filter(scheme -> scheme.type() == FindingType.NATIONAL_ID && scheme.shape() > -5)
                .toList();
    }

    String pick(String list) {
        List<String> from = lists.getOrDefault(list, List.of());
        return from.get(random.nextInt(from.size()));
    }

    String of(String list) {
        return switch (list) {
            case "PERSON_FULL" -> name();
            case "PERSON_FIRST" -> name().split(" ", -1)[0];
            case "PERSON_LAST" -> name().replaceFirst("^\\S+ ", "");
            case "EMAIL" -> email();
            case "PHONE" -> varied(pick("PHONES"));
            case "ADDRESS" -> pick("ADDRESSES_" + language("ADDRESSES_"));
            case "DATE_OF_BIRTH" -> pick("DATES");
            case "NATIONAL_ID" -> fitting(ids.get(random.nextInt(ids.size())));
            case "HEALTH_ID" -> fitting(health());
            case "CREDIT_CARD" -> card();
            case "CVV" -> digits(3);
            case "IBAN" -> iban();
            case "IP_ADDRESS" -> random.nextInt(4) == 0 ? ipv6() : ipv4();
            case "MAC_ADDRESS" -> mac();
            case "CRYPTO" -> random.nextBoolean() ? "0x" + hex(40) : "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
            case "USERNAME" -> pick("USERNAMES");
            case "SECRET" -> random.nextBoolean() ? pick("SECRETS") : key();
            case "PASSPORT" -> pick("PASSPORTS");
            case "DRIVER_LICENSE" -> pick("LICENSES");
            case "LICENSE_PLATE" -> pick("PLATES");
            default -> throw new IllegalArgumentException(list);
        };
    }

    private String language(String prefix) {
        List<String> languages = lists.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
        return languages.get(random.nextInt(languages.size()));
    }

    private String name() {
        return pick("NAMES_" + language("NAMES_"));
    }

    private String email() {
        String local = Fold.of(name()).replaceAll("[^a-z]+", ".").replaceAll("^\\.|\\.$", "");
        return (local.isEmpty() ? "info" : local) + random.nextInt(100) + "@" + DOMAINS[random.nextInt(DOMAINS.length)];
    }

    /// A number with the last digits changed.
    private String varied(String phone) {
        return phone.substring(0, phone.length() - 2).replaceAll("\\s$", " ") + digits(2);
    }

    String distinctiveId() {
        List<Scheme> strong = ids.stream().filter(scheme -> scheme.shape() >= 2).toList();
        return fitting(strong.get(random.nextInt(strong.size())));
    }

    private Scheme health() {
        List<Scheme> health = Corpus.schemes()
                .filter(scheme -> scheme.type() == FindingType.HEALTH_ID)
                .toList();
        return health.get(random.nextInt(health.size()));
    }

    /// A number in one of the scheme's layouts that its check accepts, by trying.
    String fitting(Scheme scheme) {
        String layout = scheme.layouts().get(random.nextInt(scheme.layouts().size()));
        for (int attempt = 0; attempt < 2_000_000; attempt++) {
            var text = new StringBuilder();
            var compact = new StringBuilder();
            for (int at = 0; at < layout.length(); at++) {
                char c = layout.charAt(at);
                char made =
                        c == '0' ? (char) ('0' + random.nextInt(10)) : c == 'A' ? (char) ('A' + random.nextInt(26)) : c;
                text.append(made);
                if (Character.isLetterOrDigit(made)) {
                    compact.append(made);
                }
            }
            bornLately(compact);
            if (scheme.check().fits(compact.toString().toCharArray(), compact.length())) {
                return written(layout, compact);
            }
        }
        throw new IllegalStateException("nothing fits " + scheme.name() + " " + layout);
    }

    /// Makes it likelier that some date in it is one.
    private void bornLately(StringBuilder compact) {
        if (compact.length() >= 6 && Character.isDigit(compact.charAt(0)) && random.nextBoolean()) {
            compact.setCharAt(2, (char) ('0' + random.nextInt(2)));
        }
        int which = random.nextInt(3);
        if (compact.length() == 13 && which < 2) {
            compact.replace(0, 3, which == 0 ? "756" : "19" + compact.charAt(2)).setCharAt(4, '0');
        }
    }

    private static String written(String layout, StringBuilder compact) {
        var text = new StringBuilder();
        int used = 0;
        for (int at = 0; at < layout.length(); at++) {
            char c = layout.charAt(at);
            text.append(c == '0' || c == 'A' ? compact.charAt(used++) : c);
        }
        return text.toString();
    }

    private String card() {
        String[] prefixes = {"4", "51", "55", "2221", "37", "6011", "3528", "62", "4"};
        String prefix = prefixes[random.nextInt(prefixes.length)];
        int length = prefix.equals("37") ? 15 : 16;
        String body = prefix + digits(length - 1 - prefix.length());
        String number = body;
        for (char check = '0'; check <= '9'; check++) {
            if (CheckDigits.luhn((body + check).toCharArray(), 0, length)) {
                number = body + check;
            }
        }
        return switch (random.nextInt(3)) {
            case 0 -> number;
            case 1 ->
                length == 15
                        ? number.replaceFirst("(.{4})(.{6})(.{5})", "$1 $2 $3")
                        : number.replaceAll("(.{4})(?=.)", "$1 ");
            default -> length == 15 ? number : number.replaceAll("(.{4})(?=.)", "$1-");
        };
    }

    private String iban() {
        String[] countries = {
            "DE18n", "FR23n", "NL4a10n", "GB4a14n", "ES20n", "IT1a22n", "PL24n", "BE12n", "CH17n", "NO11n", "MT4a23n",
            "RO4a16n"
        };
        String country = countries[random.nextInt(countries.length)];
        var body = new StringBuilder();
        var matcher = java.util.regex.Pattern.compile("(\\d+)([na])").matcher(country);
        while (matcher.find()) {
            int count = Integer.parseInt(matcher.group(1));
            for (int i = 0; i < count; i++) {
                body.append(
                        matcher.group(2).equals("n")
                                ? (char) ('0' + random.nextInt(10))
                                : (char) ('A' + random.nextInt(26)));
            }
        }
        var number = new StringBuilder();
        String rotated = body + country.substring(0, 2) + "00";
        for (int i = 0; i < rotated.length(); i++) {
            number.append(Character.digit(rotated.charAt(i), 36));
        }
        int check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        String iban = country.substring(0, 2) + String.format(Locale.ROOT, "%02d", check) + body;
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private String ipv4() {
        return (11 + random.nextInt(110)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + (1 + random.nextInt(254));
    }

    private String ipv6() {
        return "2001:" + hex(3) + "1:" + hex(4) + "::" + hex(3) + "b:" + hex(2) + "c";
    }

    private String mac() {
        String separator = random.nextBoolean() ? ":" : "-";
        return String.join(separator, "a" + hex(1), hex(2), hex(2), hex(2), hex(2), hex(2));
    }

    String key() {
        return switch (random.nextInt(6)) {
            case 0 -> "AKIA" + random(16).toUpperCase(Locale.ROOT);
            case 1 -> "ghp_" + random(36);
            case 2 -> "xoxb-" + digits(12) + "-" + digits(12) + "-" + random(24);
            case 3 -> "eyJhbGciOiJIUzI1NiJ9.eyJ" + random(40) + "." + random(43);
            case 4 -> "postgres://app:" + random(12) + "@db" + random.nextInt(9) + ".internal:5432/main";
            default -> "sk_live_" + random(24);
        };
    }

    String trap(String list) {
        return switch (list) {
            case "TRAP_ORDER" -> order();
            case "TRAP_EAN" -> ean();
            case "TRAP_TRACK" ->
                random.nextBoolean() ? "1Z" + random(6).toUpperCase(Locale.ROOT) + digits(10) : "RR" + digits(9) + "GB";
            case "TRAP_HASH" -> hex(random.nextBoolean() ? 64 : random.nextBoolean() ? 40 : 32);
            case "TRAP_UUID" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "TRAP_VERSION" ->
                random.nextInt(20) + "." + random.nextInt(30) + "." + random.nextInt(10)
                        + (random.nextBoolean() ? "." + random.nextInt(9) : "-rc1");
            case "TRAP_TIME" ->
                random.nextBoolean()
                        ? "2024-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9) + "T07:08:0" + random.nextInt(9)
                                + "Z"
                        : "17" + digits(random.nextBoolean() ? 8 : 11);
            case "TRAP_NUMBER" -> random.nextInt(100_000) + "." + digits(2);
            default -> WORDS[random.nextInt(WORDS.length)];
        };
    }

    private String order() {
        return switch (random.nextInt(5)) {
            case 0 -> "ORD-2024-" + digits(6);
            case 1 -> digits(8);
            case 2 -> "45" + digits(8);
            case 3 -> "INV" + digits(7);
            default -> digits(11);
        };
    }

    private String ean() {
        String body = "40" + digits(10);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }

    private String digits(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String hex(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append("0123456789abcdef".charAt(random.nextInt(16)));
        }
        return digits.toString();
    }

    private String random(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(BASE64.charAt(random.nextInt(BASE64.length())));
        }
        return text.toString();
    }
}
