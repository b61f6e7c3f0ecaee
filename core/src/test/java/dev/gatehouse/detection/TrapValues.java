package dev.gatehouse.detection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

/// Values that look like personal data and are none.
final class TrapValues {
    private final Random random;
    private final TrapNames names;

    TrapValues(Random random) {
        this.random = random;
        names = new TrapNames(random);
    }

    String of(String kind, String argument) {
        return switch (kind) {
            case "num" -> number(Integer.parseInt(argument));
            case "order" ->
                pick(
                        "ORD-2025-" + d(6),
                        "A-" + d(6),
                        "SO" + d(7),
                        "45" + d(8),
                        "#" + d(5),
                        "WEB-" + d(4) + "-" + d(4),
                        d(7));
            case "invoice" ->
                pick("RE-2025-" + d(4), "INV/2025/" + d(5), "2025-" + d(5), "F" + d(8), "FV/" + d(3) + "/04/2025");
            case "txn" -> pick("pi_3N" + key(22), "TXN20250102" + d(6), "ch_" + key(24), "MNDT-" + d(8), "NOTPROVIDED");
            case "ean" -> ean(pick("40", "50", "87", "300", "76"), pick("13", "13", "8"));
            case "isbn" -> ean("978", "13").replaceFirst("(...)(.)(....)(....)(.)", "$1-$2-$3-$4-$5");
            case "doi" ->
                pick("10.1000/xyz" + d(3), "10.1038/s41586-020-" + d(4) + "-7", "1434-" + d(4), "10.1145/" + d(7));
            case "sku" ->
                pick(
                        "AB-" + d(4) + "-XL",
                        "KX" + d(3) + ".20.3",
                        "HW-" + d(5),
                        "T" + d(3) + "/B",
                        d(3) + "-" + d(4) + "-BLK");
            case "serial" ->
                pick(
                        "5CD" + d(4) + "XYZ",
                        "SN-" + d(8),
                        "C02" + key(8).toUpperCase(Locale.ROOT),
                        StateNumbers.luhn("35" + d(12)),
                        "VN-7-" + d(5));
            case "tracking" ->
                pick(
                        "1Z999AA1" + d(10),
                        "0034043" + d(13),
                        "94" + d(20),
                        "RR" + d(9) + "GB",
                        "JD0146" + d(14),
                        "LX" + d(9) + "DE",
                        d(12),
                        "JJD" + d(15));
            case "product" -> names.product();
            case "producttext" ->
                names.product()
                        + pick(", made of oak, 120 x 60 cm", ": soft, washable, size M", " mit 2 Jahren Garantie");
            case "company" -> names.company();
            case "city" ->
                pick(
                        "Berlin",
                        "San Francisco",
                        "Gdynia",
                        "Aix-en-Provence",
                        "Bad Homburg",
                        "St. Gallen",
                        "Reggio Emilia",
                        "Cluj-Napoca",
                        "Hradec Králové",
                        "Kraków",
                        "Θεσσαλονίκη",
                        "Пловдив",
                        "Malmö",
                        "Santa Cruz",
                        "Saint-Denis",
                        "Ludwigshafen",
                        "San Martino",
                        "Victoria",
                        "Florence");
            case "region" ->
                pick(
                        "Bayern",
                        "Andalucía",
                        "Île-de-France",
                        "Lombardia",
                        "Noord-Holland",
                        "Virginia",
                        "Georgia",
                        "Carolina del Norte",
                        "Mazowieckie");
            case "country" ->
                pick(
                        "Germany",
                        "FR",
                        "Polska",
                        "Österreich",
                        "United Kingdom",
                        "España",
                        "IT",
                        "CZE",
                        "Jordan",
                        "Chad");
            case "zip" -> pick(d(5), "80331", "1010", "SW1A 1AA", "00-950", "1012 AB", "75008", "110 00");
            case "code" -> pick("en_GB", "de", "EUR", "gold", "B2B", "premium", "fr-FR", "CHF", "tier-2");
            case "job" ->
                pick(
                        "Senior Engineer",
                        "Buchhalterin",
                        "Chargé d'affaires",
                        "Head of Sales",
                        "Krankenpfleger",
                        "Data Analyst",
                        "Ingeniero",
                        "Assistant Manager",
                        "Legal",
                        "Human Resources",
                        "Tischler");
            case "vat" ->
                pick("DE" + d(9), "ATU" + d(8), "FR" + d(11), "NL" + d(9) + "B01", "ESB" + d(8), "HRB " + d(5));
            case "word" ->
                pick(
                        "active",
                        "PENDING",
                        "shipped",
                        "Delivered",
                        "In Bearbeitung",
                        "zrealizowane",
                        "annulé",
                        "April",
                        "Monday",
                        "mai",
                        "May",
                        "refunded",
                        "Augustus",
                        "new",
                        "DHL Express",
                        "n/a",
                        "none",
                        "cerrado",
                        "bearer",
                        "Abgeschlossen",
                        "juli",
                        "Mark as done",
                        "Grace period",
                        "Will call");
            case "brand" -> pick("visa", "MASTERCARD", "amex", "sepa_debit", "PayPal", "invoice");
            case "color" ->
                pick(
                        "#ff8800",
                        "#1a2b3c",
                        "rgb(12, 34, 56)",
                        "tomato",
                        "Rose",
                        "dark olive",
                        "#FFF",
                        "Ruby Red",
                        "Amber");
            case "ver" ->
                pick(
                        "1.2.3",
                        "10.0.19045",
                        "4.1.2.7",
                        "1.2.3.4",
                        "v2.0.0-rc.1",
                        "118.0.5993.117",
                        "2024.1.0.3",
                        "3.11.0.1-beta",
                        "17.0.9+9");
            case "ua" ->
                pick(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.5993.117 Safari/537.36",
                        "curl/8.4.0",
                        "okhttp/4.12.0",
                        "Edge 120.0.2210.91",
                        "iOS 17.1.2");
            case "path" ->
                pick(
                        "/var/log/app/2025-01-02.log",
                        "C:\\Users\\Public\\report.xlsx",
                        "src/main/java/App.java",
                        "invoice_2025-0042.pdf",
                        "photo_20250102_131415.jpg",
                        "s3://bucket/exports/2025/01/02/part-0001.parquet",
                        "/home/app/releases/20250102131415");
            case "mime" -> pick("application/json", "image/png", "text/html; charset=utf-8", ".docx");
            case "func" ->
                pick(
                        "getUserById",
                        "OrderService.load",
                        "parse_email",
                        "user.signup",
                        "handlePhoneChange",
                        "email_sent",
                        "order.created.v1",
                        "PasswordResetController",
                        "com.example.Customer",
                        "sendSms",
                        "new_address_form",
                        "retry-queue-3");
            case "ulid" ->
                pick(
                        "01HF" + key(22).toUpperCase(Locale.ROOT),
                        key(21),
                        key(11),
                        "65" + hex(22),
                        "cus_" + key(14),
                        "gid://shop/Order/" + d(9));
            case "coord" -> pick("52.520008, 13.404954", "48.8566", "-33.8688,151.2093", "13.404954", "47°22'N 8°33'E");
            case "amount" ->
                pick(
                        d(2) + "." + d(2),
                        "1" + d(3) + "." + d(2),
                        "0." + d(6),
                        "-" + d(2) + ".5",
                        d(1) + "." + d(3) + "," + d(2),
                        "3.14159",
                        d(4));
            case "ts" -> ts();
            case "date" ->
                DateTimeFormatter.ofPattern(pick("yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy"), Locale.ROOT)
                        .format(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(60_000_000))
                                .atOffset(ZoneOffset.UTC));
            case "epoch" -> pick("17" + d(8), "17" + d(11), "16" + d(8));
            case "uuid" -> OtherValues.uuid(random).toString();
            case "sha" -> random.nextBoolean() ? hex(40) : hex(7) + "a";
            case "sha256" -> random.nextBoolean() ? hex(64) : hex(32);
            case "base64" -> base64();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private String ts() {
        var moment = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(60_000_000))
                .atOffset(ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern(
                        pick(
                                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                                "yyyy-MM-dd HH:mm:ss.SSS",
                                "yyyy-MM-dd HH:mm:ss+00",
                                "yyyyMMddHHmmss",
                                "dd.MM.yyyy HH:mm"),
                        Locale.ROOT)
                .format(moment);
    }

    private String base64() {
        byte[] bytes = new byte[60 + random.nextInt(120)];
        random.nextBytes(bytes);
        return pick("data:image/png;base64,", "", "") + Base64.getEncoder().encodeToString(bytes);
    }

    private static String ean(Random random, String prefix, int length) {
        var text = new StringBuilder(prefix);
        while (text.length() < length - 1) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(text.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * value : value;
        }
        return text.append((10 - sum % 10) % 10).toString();
    }

    private String ean(String prefix, String length) {
        return ean(random, prefix, Integer.parseInt(length));
    }

    private String number(int count) {
        return (1 + random.nextInt(9)) + d(count - 1);
    }

    private String d(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private String key(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".charAt(random.nextInt(62)));
        }
        return text.toString();
    }

    private String hex(int count) {
        byte[] bytes = new byte[(count + 1) / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, count);
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
