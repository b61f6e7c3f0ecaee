package dev.gatehouse.demo.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Invents support tickets: customers of each country write in their language, and put their own data into the text.
final class TicketFactory {

    private static final List<String> STATUSES = List.of("open", "waiting", "closed", "closed", "closed");
    private static final Instant FIRST = Instant.parse("2025-01-02T07:00:00Z");
    private static final long SECONDS_OF_BUSINESS = 650L * 24 * 3600;

    private final RandomGenerator random;
    private final List<Customer> customers;
    private final Map<Country, CountryBook> books = CountryBook.all();

    TicketFactory(RandomGenerator random, List<Customer> customers) {
        this.random = random;
        this.customers = customers;
    }

    List<SupportTicket> make(int count) {
        List<SupportTicket> tickets = new ArrayList<>(count);
        for (int id = 1; id <= count; id++) {
            tickets.add(ticket(id, CountryBook.pick(customers, random)));
        }
        return tickets;
    }

    private SupportTicket ticket(int id, Customer writer) {
        CountryBook book = Objects.requireNonNull(books.get(writer.country()));
        String subject = CountryBook.pick(book.subjects(), random);
        if (random.nextInt(12) == 0) {
            subject = subject + " (" + writer.email() + ")";
        }
        StringBuilder body = new StringBuilder(sentence(book, writer));
        if (random.nextBoolean()) {
            body.append('\n').append(sentence(book, writer));
        }
        return new SupportTicket(
                id,
                writer.id(),
                subject,
                body.toString(),
                CountryBook.pick(STATUSES, random),
                FIRST.plusSeconds(random.nextLong(SECONDS_OF_BUSINESS)));
    }

    private String sentence(CountryBook book, Customer writer) {
        String card = CardNumber.make(random);
        return CountryBook.pick(book.bodies(), random)
                .replace("{name}", writer.fullName())
                .replace("{email}", writer.email())
                .replace("{phone}", writer.phone())
                .replace("{address}", writer.address())
                .replace("{iban}", random.nextBoolean() ? writer.iban() : CardNumber.grouped(writer.iban()))
                .replace("{card}", random.nextBoolean() ? card : CardNumber.grouped(card));
    }
}
