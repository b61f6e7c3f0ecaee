package dev.gatehouse.demo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.random.RandomGenerator;

/// The words of one country: names, streets, towns, telephone ranges, and what people write to a shop there.
record CountryBook(
        List<String> women,
        List<String> men,
        List<String> families,
        List<String> familiesOfWomen,
        List<String> streets,
        List<String> towns,
        String addressForm,
        List<String> phoneForms,
        List<String> subjects,
        List<String> bodies) {

    /// All countries' books, read from the class path.
    static Map<Country, CountryBook> all() {
        Map<Country, CountryBook> books = new EnumMap<>(Country.class);
        for (Country country : Country.values()) {
            books.put(country, read(country));
        }
        return books;
    }

    private static CountryBook read(Country country) {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(
                CountryBook.class.getResourceAsStream(country + ".properties"), "no words for " + country)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> families = list(words, "families");
        return new CountryBook(
                list(words, "women"),
                list(words, "men"),
                families,
                words.containsKey("families.women") ? list(words, "families.women") : families,
                list(words, "streets"),
                list(words, "towns"),
                list(words, "address").getFirst(),
                list(words, "phones"),
                list(words, "subjects"),
                list(words, "bodies"));
    }

    private static List<String> list(Properties words, String key) {
        return List.of(
                Objects.requireNonNull(words.getProperty(key), "no " + key).split("\\|"));
    }

    String given(boolean female, RandomGenerator random) {
        return pick(female ? women : men, random);
    }

    String family(boolean female, RandomGenerator random) {
        return pick(female ? familiesOfWomen : families, random);
    }

    String phone(RandomGenerator random) {
        return Digits.fill(pick(phoneForms, random), random);
    }

    String address(String town, RandomGenerator random) {
        return addressForm
                .replace("{street}", pick(streets, random))
                .replace("{number}", String.valueOf(random.nextInt(1, 190)))
                .replace("{town}", town);
    }

    static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
