package dev.gatehouse.bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// Rows of made-up tables from a seed: `dense`, most cells personal; `clean`, none; texts and lines of logs.
final class Rows {
    private static final int COUNT = 2000;
    private static final String[] GIVEN = {"Anna", "Jürgen", "Chloé", "Piotr", "Maria", "Lars", "Giulia", "Thomas"};
    private static final String[] FAMILY = {"Schmidt", "Kowalski", "Dubois", "Rossi", "Andersson", "Novák", "Fischer"};
    private static final String[] STREETS = {"Hauptstraße", "Lindenweg", "Bahnhofstraße", "Gartenweg"};
    private static final String[] TOWNS = {"Berlin", "Hamburg", "Dresden", "Köln"};

    private final Random random = new Random(20_261_121);
    private final List<Cell> cells = new ArrayList<>();

    record Cell(String table, String column, String type, String text) {}

    private Rows() {}

    static List<Cell> of(String kind) {
        var rows = new Rows();
        for (int i = 0; i < COUNT; i++) {
            switch (kind) {
                case "dense" -> rows.dense();
                case "clean" -> rows.clean();
                case "prose" -> rows.prose();
                default -> rows.log();
            }
        }
        return rows.cells;
    }

    private void add(String table, String column, String type, String text) {
        cells.add(new Cell(table, column, type, text));
    }

    private void dense() {
        String given = pick(GIVEN);
        String family = pick(FAMILY);
        add("customers", "id", "bigint", digits(6));
        add("customers", "first_name", "text", given);
        add("customers", "last_name", "text", family);
        add("customers", "email", "text", given.toLowerCase(Locale.ROOT) + digits(2) + "@example.com");
        add("customers", "phone", "text", "+49 30 " + digits(7));
        add("customers", "address", "text", address());
        add("customers", "birth_date", "date", date(1950));
        add("customers", "iban", "text", iban());
        add("customers", "card_number", "text", card());
        add("customers", "last_ip", "inet", ip());
        add("customers", "note", "text", note());
    }

    private void clean() {
        add("orders", "id", "bigint", digits(6));
        add("orders", "order_no", "text", "ORD-" + digits(8));
        add("orders", "external_id", "uuid", new UUID(random.nextLong(), random.nextLong()).toString());
        add("orders", "sku", "text", "FR-R" + digits(2) + "B-58");
        add("orders", "status", "text", "shipped");
        add("orders", "version", "text", digits(1) + ".14." + digits(2));
        add("orders", "amount", "numeric", digits(2) + ".50");
        add(
                "orders",
                "hash",
                "text",
                Long.toHexString(random.nextLong() | Long.MIN_VALUE).repeat(4));
        add("orders", "created_at", "text", date(2020) + "T10:11:12Z");
        add("orders", "remark", "text", "Left with the neighbours, nobody was at home when we came by in the morning.");
    }

    private void prose() {
        add("tickets", "body", "text", note());
    }

    private void log() {
        add(
                "logs",
                "line",
                "text",
                date(2024) + "T07:08:09.123Z INFO [http-8080-exec-3] c.a.OrderController - GET /orders/" + digits(9)
                        + " 200 34ms client=" + ip());
    }

    private String note() {
        return "Customer " + pick(GIVEN) + " " + pick(FAMILY) + " asked to change the address to " + address()
                + " and the card to " + card() + ".";
    }

    private String address() {
        return pick(STREETS) + " " + (1 + random.nextInt(90)) + ", " + digits(5) + " " + pick(TOWNS);
    }

    private String date(int from) {
        return from + random.nextInt(40) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
    }

    private String ip() {
        return "185." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
    }

    private String iban() {
        String account = digits(8) + "0" + digits(9);
        long rest = 0;
        for (char c : (account + "131400").toCharArray()) {
            rest = (10 * rest + c - '0') % 97;
        }
        return String.format(Locale.ROOT, "DE%02d%s", 98 - rest, account);
    }

    private String card() {
        String body = "4" + digits(14);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return body + (10 - sum % 10) % 10;
    }

    private String digits(int count) {
        var text = new StringBuilder(count);
        text.append((char) ('1' + random.nextInt(9)));
        while (text.length() < count) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
