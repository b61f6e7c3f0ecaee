package dev.gatehouse.detection;

import dev.gatehouse.detection.Sample.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cells as they look elsewhere: the templates of tables.txt, prose.txt and traps.txt, with values from people.txt and
/// from the documents of each kind of number. Nothing here was read from the lists of the engine.
final class Elsewhere {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]+)(?::([a-z0-9]+))?}");
    private static final int CELLS_PER_COLUMN = 8;
    private static final int TEXTS_PER_LINE = 12;
    private static final Map<FindingType, List<String>> KINDS = kinds();

    private final Random random;
    private final StateNumbers numbers;
    private final PaperNumbers papers;
    private final OtherValues others;
    private final Map<String, List<String>> people = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();

    Elsewhere(long seed) {
        random = new Random(seed);
        numbers = new StateNumbers(random);
        papers = new PaperNumbers(random, numbers);
        others = new OtherValues(random);
        Material.lines("people.txt").forEach(line -> {
            String[] parts = line.split("\\|", 2);
            people.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
        });
    }

    private static Map<FindingType, List<String>> kinds() {
        var kinds = new EnumMap<FindingType, List<String>>(FindingType.class);
        kinds.put(FindingType.PERSON, List.of("name", "first", "last", "lastfirst", "titled", "upper", "mrzname"));
        kinds.put(FindingType.EMAIL, List.of("email"));
        kinds.put(FindingType.PHONE, List.of("phone", "intl"));
        kinds.put(FindingType.ADDRESS, List.of("address", "street", "town", "postcode"));
        kinds.put(FindingType.DATE_OF_BIRTH, List.of("dob"));
        kinds.put(FindingType.NATIONAL_ID, List.of("id"));
        kinds.put(FindingType.HEALTH_ID, List.of("health"));
        kinds.put(FindingType.PASSPORT, List.of("passport"));
        kinds.put(FindingType.DRIVER_LICENSE, List.of("licence"));
        kinds.put(FindingType.LICENSE_PLATE, List.of("plate"));
        kinds.put(FindingType.CREDIT_CARD, List.of("card", "cardsp"));
        kinds.put(FindingType.CVV, List.of("cvv"));
        kinds.put(FindingType.IBAN, List.of("iban", "ibansp"));
        kinds.put(FindingType.IP_ADDRESS, List.of("ip", "ip4", "ip6"));
        kinds.put(FindingType.MAC_ADDRESS, List.of("mac", "macsep", "maccolon"));
        kinds.put(FindingType.CRYPTO, List.of("crypto"));
        kinds.put(FindingType.USERNAME, List.of("user"));
        kinds.put(
                FindingType.SECRET,
                List.of(
                        "password",
                        "apikey",
                        "pwhash",
                        "token",
                        "connstr",
                        "pem",
                        "jwt",
                        "aws",
                        "awssecret",
                        "urltoken"));
        return kinds;
    }

    List<Sample> make() {
        Material.lines("tables.txt").forEach(line -> expand("column", line, CELLS_PER_COLUMN));
        Material.lines("prose.txt").forEach(line -> expand("text", line, TEXTS_PER_LINE));
        Material.lines("traps.txt").forEach(line -> expand("trap", line, TEXTS_PER_LINE));
        return List.copyOf(samples);
    }

    private void expand(String kind, String line, int times) {
        String[] parts = line.split("\\|", 4);
        for (String column : parts[1].split(",", -1)) {
            for (int i = 0; i < times; i++) {
                samples.add(filled(kind, parts[0], column, parts[2], parts[3].replace("\\n", "\n")));
            }
        }
    }

    private Sample filled(String kind, String table, String column, String sqlType, String template) {
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        Matcher place = PLACE.matcher(template);
        int read = 0;
        while (place.find()) {
            text.append(template, read, place.start());
            String locale = place.group(2) == null ? "" : place.group(2);
            String value = value(place.group(1), locale);
            int start = text.length();
            type(place.group(1)).ifPresent(type -> spans.add(new Span(type, start, start + value.length())));
            text.append(value);
            read = place.end();
        }
        text.append(template.substring(read));
        return new Sample(kind, table, column, sqlType, text.toString(), spans);
    }

    private static Optional<FindingType> type(String kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(kind))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String value(String kind, String locale) {
        return switch (kind) {
            case "name", "first", "last", "phone", "address", "street" -> person(kind, locale);
            case "upper" ->
                person("name", locale).toUpperCase(java.util.Locale.ROOT).replace("ß", "SS");
            case "lastfirst" -> person("last", locale) + ", " + person("first", locale);
            case "titled" -> pick("Dr. ", "Prof. ", "Mrs ", "Mr. ", "Dr ") + person("name", locale);
            case "mrzname" ->
                (person("last", locale) + "/" + person("first", locale)).toUpperCase(java.util.Locale.ROOT);
            case "intl" -> person("phone", "intl");
            case "town" -> others.of("city", "");
            case "postcode" -> others.of("zip", "");
            case "email" -> email();
            case "dob" -> others.born(locale);
            case "id" -> numbers.national(locale);
            case "health" -> papers.health(locale);
            case "passport" -> papers.passport(locale);
            case "licence" -> papers.licence(locale);
            case "plate" -> papers.plate(locale);
            default -> others.of(kind, locale);
        };
    }

    private String person(String kind, String locale) {
        List<String> known = people.getOrDefault(kind + "." + locale, List.of());
        if (known.isEmpty()) {
            throw new IllegalStateException("people.txt has no " + kind + "." + locale);
        }
        return known.get(random.nextInt(known.size()));
    }

    private String email() {
        String last = plain(person("last", pick("de", "fr", "it", "pl", "sv", "en", "es")));
        String first = plain(person("first", pick("de", "fr", "it", "pl", "sv", "en", "es")));
        String local = switch (random.nextInt(8)) {
            case 0 -> first + "." + last;
            case 1 -> first.charAt(0) + last;
            case 2 -> last + random.nextInt(100);
            case 3 -> first + "_" + last;
            case 4 -> first + "+news";
            case 5 -> "info";
            case 6 -> first.toUpperCase(java.util.Locale.ROOT) + "." + last.toUpperCase(java.util.Locale.ROOT);
            default -> last + "-" + first;
        };
        return local
                + "@"
                + pick(
                        "gmail.com",
                        "web.de",
                        "orange.fr",
                        "libero.it",
                        "wp.pl",
                        "mail.company.co.uk",
                        "example.org",
                        "t-online.de",
                        "stud.uni-muenchen.de",
                        "firma.consulting",
                        "post.münchen.de",
                        "seznam.cz",
                        "abv.bg",
                        "sub-domain.example.info",
                        "x.io");
    }

    private static String plain(String name) {
        String bare = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(java.util.Locale.ROOT);
        return bare.isEmpty() ? "x" : bare;
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
