package dev.gatehouse.detection;

import dev.gatehouse.detection.Sample.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Cells with and without personal data, made from a seed: named and unnamed columns, sentences, log lines, JSON, and
/// the things that are mistaken for personal data.
final class Corpus {
    private static final int PER_COLUMN = 12;
    private static final String[] SENTENCES = {
        "Please contact %s about this.",
        "see %s (confirmed)",
        "Note: %s, thanks!",
        "%s",
        "Kunde meldet sich: %s.",
        "updated on request: %s; ok",
        "client a fourni %s hier",
        "[info] value %s received"
    };

    private final Random random;
    private final Map<String, List<String>> lists = Material.lists();
    private final Values values;
    private final List<Sample> samples = new ArrayList<>();

    Corpus(long seed) {
        random = new Random(seed);
        values = new Values(random, lists);
    }

    List<Sample> make() {
        for (FindingType type : FindingType.values()) {
            for (String list : type == FindingType.PERSON
                    ? List.of("PERSON_FIRST", "PERSON_LAST", "PERSON_FULL")
                    : List.of(type.name())) {
                for (String column : lists.getOrDefault(list, List.of())) {
                    for (int i = 0; i < PER_COLUMN; i++) {
                        whole("named", "t" + i % 3, column, type, values.of(list));
                    }
                }
            }
        }
        for (FindingType type : List.of(
                FindingType.EMAIL,
                FindingType.CREDIT_CARD,
                FindingType.IBAN,
                FindingType.IP_ADDRESS,
                FindingType.MAC_ADDRESS)) {
            for (int i = 0; i < 100; i++) {
                whole("unnamed", "t", pick("NEUTRAL"), type, values.of(type.name()));
                inSentence(type, values.of(type.name()));
                inJson(type, values.of(type.name()));
            }
        }
        for (int i = 0; i < 200; i++) {
            whole("unnamed", "t", pick("NEUTRAL"), FindingType.NATIONAL_ID, values.distinctiveId());
            labelled(
                    FindingType.NATIONAL_ID,
                    values.of("NATIONAL_ID"),
                    "ID number: ",
                    "SSN ",
                    "Personnummer: ",
                    "PESEL ",
                    "DNI: ",
                    "tax id ");
            labelled(FindingType.PHONE, values.of("PHONE"), "tel. ", "Phone: ", "call me at ", "Telefon: ", "mobil ");
            labelled(
                    FindingType.DATE_OF_BIRTH,
                    values.of("DATE_OF_BIRTH"),
                    "born ",
                    "geboren am ",
                    "DOB: ",
                    "né le ",
                    "nata il ");
            labelled(
                    FindingType.PERSON,
                    values.of("PERSON_FULL"),
                    "Mr. ",
                    "Frau ",
                    "customer name: ",
                    "Dear ",
                    "Kunde: ");
            labelled(
                    FindingType.SECRET,
                    values.of("SECRET"),
                    "password=",
                    "pwd: ",
                    "api_key=\"",
                    "token: ",
                    "Passwort: ");
            whole("unnamed", "t", pick("NEUTRAL"), FindingType.SECRET, values.key());
            inSentence(FindingType.SECRET, values.key());
            inJson(FindingType.PERSON, values.of("PERSON_FULL"));
        }
        traps();
        return List.copyOf(samples);
    }

    private void traps() {
        lists.keySet().stream().filter(list -> list.startsWith("TRAP_")).forEach(list -> {
            for (String column : lists.getOrDefault(list, List.of())) {
                for (int i = 0; i < 100; i++) {
                    clean("trap " + list.substring(5).toLowerCase(java.util.Locale.ROOT), column, values.trap(list));
                }
            }
        });
        List<String> traps =
                lists.keySet().stream().filter(list -> list.startsWith("TRAP_")).toList();
        for (int i = 0; i < 2000; i++) {
            String value = values.trap(traps.get(random.nextInt(traps.size())));
            clean("trap unnamed", pick("NEUTRAL"), value);
            clean("trap in text", pick("NOTE"), SENTENCES[random.nextInt(SENTENCES.length)].formatted(value));
        }
    }

    private String pick(String list) {
        return values.pick(list);
    }

    private void whole(String kind, String table, String column, FindingType type, String value) {
        add(kind, table, column, value, List.of(new Span(type, 0, value.length())));
    }

    private void inSentence(FindingType type, String value) {
        String sentence = SENTENCES[random.nextInt(SENTENCES.length)];
        int at = sentence.indexOf("%s");
        add(
                "text",
                "tickets",
                pick("NOTE"),
                sentence.replace("%s", value),
                List.of(new Span(type, at, at + value.length())));
    }

    private void labelled(FindingType type, String value, String... labels) {
        String label = labels[random.nextInt(labels.length)];
        String before = random.nextBoolean() ? "Request 17 received. " + label : label;
        String after = label.endsWith("\"") ? "\" set" : random.nextBoolean() ? " was given." : "";
        add(
                "labelled",
                "tickets",
                pick("NOTE"),
                before + value + after,
                List.of(new Span(type, before.length(), before.length() + value.length())));
    }

    private void inJson(FindingType type, String value) {
        String list = type == FindingType.PERSON ? "PERSON_FULL" : type.name();
        String before = "{\"id\": " + random.nextInt(100_000) + ", \"" + pick(list) + "\": \"";
        add(
                "json",
                "events",
                "payload",
                before + value + "\", \"ok\": true}",
                List.of(new Span(type, before.length(), before.length() + value.length())));
    }

    private void clean(String kind, String column, String value) {
        add(kind, "things", column, value, List.of());
    }

    private void add(String kind, String table, String column, String text, List<Span> spans) {
        String type = text.startsWith("{") ? "jsonb" : "text";
        samples.add(new Sample(kind, table, column, type, text, spans));
    }

    /// All schemes, for whoever wants numbers that fit.
    static Stream<Scheme> schemes() {
        return Stream.of(NorthernIds.all(), WesternIds.all(), EasternIds.all()).flatMap(List::stream);
    }
}
