package dev.gatehouse.demo.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Invents customers: the countries take turns by weight, nobody has another's mail address.
final class CustomerFactory {

    private static final List<String> DOMAINS = List.of(
            "example.com", "example.org", "example.net", "mail.example.com", "post.example.org", "web.example.net");
    private static final List<Country> COUNTRIES = List.of(Country.values());
    private static final List<String> SEGMENTS = List.of("consumer", "consumer", "consumer", "business", "premium");
    private static final List<String> NOTES = List.of(
            "prefers mail", "calls often", "moved in spring", "asked for erasure of old orders", "VIP since 2019");
    private static final LocalDate OLDEST = LocalDate.of(1938, 1, 1);
    private static final int DAYS_OF_BIRTH = 70 * 365;
    private static final Instant FIRST = Instant.parse("2019-03-01T08:00:00Z");
    private static final long SECONDS_OF_BUSINESS = 7L * 365 * 24 * 3600;

    private final RandomGenerator random;
    private final Map<Country, CountryBook> books = CountryBook.all();
    private final Set<String> takenAddresses = new HashSet<>();

    CustomerFactory(RandomGenerator random) {
        this.random = random;
    }

    List<Customer> make(int count) {
        List<Customer> customers = new ArrayList<>(count);
        for (int id = 1; id <= count; id++) {
            customers.add(customer(id));
        }
        return customers;
    }

    private Customer customer(int id) {
        Country country = CountryBook.pick(COUNTRIES, random);
        CountryBook book = Objects.requireNonNull(books.get(country));
        Person person = person(country, book);
        String town = CountryBook.pick(book.towns(), random);
        return new Customer(
                id,
                email(person, id),
                person.fullName(),
                book.phone(random),
                person.birthDate(),
                book.address(town, random),
                cityOf(town),
                country,
                CountryBook.pick(SEGMENTS, random),
                FIRST.plusSeconds(random.nextLong(SECONDS_OF_BUSINESS)),
                NationalId.make(person, random),
                Iban.make(country, random),
                note());
    }

    private Person person(Country country, CountryBook book) {
        boolean female = random.nextBoolean();
        LocalDate birth = OLDEST.plusDays(random.nextInt(DAYS_OF_BIRTH));
        return new Person(country, female, book.given(female, random), book.family(female, random), birth);
    }

    private String email(Person person, int id) {
        String local = Latin.letters(person.given()) + "." + Latin.letters(person.family());
        String address = local + "@" + CountryBook.pick(DOMAINS, random);
        if (takenAddresses.add(address)) {
            return address;
        }
        return address.replace("@", id + "@");
    }

    /// The town without its post code: `1012 AB Amsterdam` is Amsterdam.
    private static String cityOf(String town) {
        return town.replaceFirst("^[0-9][0-9 -]*([A-Z]{2} )?", "");
    }

    private @Nullable String note() {
        return random.nextInt(8) == 0 ? CountryBook.pick(NOTES, random) : null;
    }
}
