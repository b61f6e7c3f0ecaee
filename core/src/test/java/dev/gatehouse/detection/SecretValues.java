package dev.gatehouse.detection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/// Tokens, keys, hashes and connection strings in the forms their issuers give them.
final class SecretValues {
    private final Random random;
    private final OtherValues values;

    SecretValues(Random random, OtherValues values) {
        this.random = random;
        this.values = values;
    }

    String token() {
        return switch (random.nextInt(16)) {
            case 0 -> "ghp_" + values.key(36);
            case 1 -> "github_pat_" + values.key(22) + "_" + values.key(59);
            case 2 -> "glpat-" + values.key(20);
            case 3 -> "xoxb-" + values.digits(12) + "-" + values.digits(12) + "-" + values.key(24);
            case 4 -> "sk_live_" + values.key(24);
            case 5 -> "sk-proj-" + values.key(48);
            case 6 -> "AIza" + values.key(35);
            case 7 -> "npm_" + values.key(36);
            case 8 -> "SG." + values.key(22) + "." + values.key(43);
            case 9 -> "hf_" + values.key(34);
            case 10 -> "shpat_" + values.hex(32);
            case 11 -> "dop_v1_" + values.hex(64);
            case 12 -> "pypi-AgEIcHlwaS5vcmc" + values.key(60);
            case 13 -> "sk-ant-api03-" + values.key(90) + "AA";
            case 14 -> "hvs." + values.key(40);
            default -> "rk_live_" + values.key(24);
        };
    }

    String jwt() {
        return base64url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                + base64url("{\"sub\":\"" + values.digits(6) + "\",\"iat\":17000" + values.digits(5) + "}") + "."
                + values.key(43);
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    String pem() {
        String kind = values.pick("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY");
        return "-----BEGIN " + kind + "-----\n" + values.any(OtherValues.ALL + "+/", 64) + "\n"
                + values.any(OtherValues.ALL + "+/", 64) + "\n" + values.any(OtherValues.ALL + "+/", 40)
                + "==\n-----END " + kind + "-----";
    }

    String connection() {
        String password = values.pick("s3cr3t", "Pa55word", "kX9pQ2", "hunter2", "p4ss-w0rd");
        return switch (random.nextInt(7)) {
            case 0 -> "postgres://app:" + password + "@db1.internal:5432/shop?sslmode=require";
            case 1 -> "postgresql://report:" + password + "@10.2.0.7/dwh";
            case 2 -> "mysql://root:" + password + "@mysql:3306/app";
            case 3 -> "mongodb+srv://admin:" + password + "@cluster0.abcde.mongodb.net/test";
            case 4 -> "redis://:" + password + "@cache:6379/0";
            case 5 -> "amqp://guest:" + password + "@rabbit:5672/%2f";
            default -> "Server=db1;Database=Shop;User Id=sa;Password=" + password + ";";
        };
    }

    String hash() {
        return switch (random.nextInt(5)) {
            case 0 -> "$2b$12$" + values.any(OtherValues.ALL + "./", 53);
            case 1 ->
                "$argon2id$v=19$m=65536,t=3,p=4$" + values.any(OtherValues.ALL + "+/", 22) + "$"
                        + values.any(OtherValues.ALL + "+/", 43);
            case 2 -> "$6$" + values.key(8) + "$" + values.any(OtherValues.ALL + "./", 86);
            case 3 -> "pbkdf2_sha256$600000$" + values.key(22) + "$" + values.any(OtherValues.ALL + "+/", 43) + "=";
            default -> values.hex(64);
        };
    }
}
