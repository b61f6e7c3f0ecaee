package dev.gatehouse.demo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Invents what the shop sells, what was ordered and what was paid.
final class ShopFactory {

    private static final List<String> CATEGORIES =
            List.of("kitchen", "garden", "books", "toys", "pharmacy", "bicycles", "lighting", "stationery");
    private static final List<String> ADJECTIVES =
            List.of("Blue", "Folding", "Quiet", "Sturdy", "Light", "Nordic", "Little", "Classic", "Round", "Double");
    private static final List<String> THINGS = List.of(
            "kettle", "lamp", "spade", "notebook", "puzzle", "saddle", "plaster set", "chair", "whisk", "atlas");
    private static final List<String> METHODS = List.of("card", "card", "card", "wallet");
    private static final List<String> PAYMENT_STATUSES = List.of(
            "settled",
            "settled",
            "settled",
            "settled",
            "settled",
            "settled",
            "settled",
            "pending",
            "refunded",
            "failed");
    private static final List<String> ORDER_STATUSES =
            List.of("new", "paid", "shipped", "delivered", "delivered", "delivered", "returned");
    private static final Instant FIRST = Instant.parse("2024-01-01T06:00:00Z");
    private static final long SECONDS_OF_BUSINESS = 1000L * 24 * 3600;

    private final RandomGenerator random;
    private final List<Customer> customers;

    ShopFactory(RandomGenerator random, List<Customer> customers) {
        this.random = random;
        this.customers = customers;
    }

    List<Product> products(int count) {
        List<Product> products = new ArrayList<>(count);
        for (int id = 1; id <= count; id++) {
            String category = CountryBook.pick(CATEGORIES, random);
            String sku = String.format(
                    Locale.ROOT, "%s-%04d", category.substring(0, 3).toUpperCase(Locale.ROOT), id);
            String name = CountryBook.pick(ADJECTIVES, random) + " " + CountryBook.pick(THINGS, random);
            products.add(new Product(id, sku, name, category, cents(195, 30_000)));
        }
        return products;
    }

    List<Payment> payments(int count) {
        List<Payment> payments = new ArrayList<>(count);
        for (int id = 1; id <= count; id++) {
            Customer payer = CountryBook.pick(customers, random);
            payments.add(new Payment(
                    id,
                    payer.id(),
                    cents(250, 90_000),
                    currency(payer.country()),
                    CountryBook.pick(PAYMENT_STATUSES, random),
                    CardNumber.make(random),
                    CountryBook.pick(METHODS, random),
                    moment()));
        }
        return payments;
    }

    List<Order> orders(int count, List<Product> products) {
        List<Order> orders = new ArrayList<>(count);
        for (int id = 1; id <= count; id++) {
            int buyer = CountryBook.pick(customers, random).id();
            orders.add(new Order(id, buyer, CountryBook.pick(ORDER_STATUSES, random), moment(), items(products)));
        }
        return orders;
    }

    private List<Order.Item> items(List<Product> products) {
        int count = random.nextInt(1, 5);
        List<Order.Item> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Product product = CountryBook.pick(products, random);
            items.add(new Order.Item(product.id(), random.nextInt(1, 4), product.price()));
        }
        return items;
    }

    private BigDecimal cents(int from, int to) {
        return BigDecimal.valueOf(random.nextInt(from, to), 2);
    }

    private Instant moment() {
        return FIRST.plusSeconds(random.nextLong(SECONDS_OF_BUSINESS));
    }

    private static String currency(Country country) {
        return switch (country) {
            case CZ -> "CZK";
            case PL -> "PLN";
            case SE -> "SEK";
            case AT, DE, ES, FI, FR, GR, IT, NL, PT -> "EUR";
        };
    }
}
