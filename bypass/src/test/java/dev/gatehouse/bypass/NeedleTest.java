package dev.gatehouse.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleTest {
    private static final String CANARY = Canaries.EMAIL.first();
    private final Needle needle = new Needle(CANARY, Canaries.EMAIL.secret(CANARY));

    @Test
    void aValueIsFoundPlainInPartReversedAndInOtherLetters() {
        assertThat(needle.in("x " + CANARY + " y")).hasValue("plain");
        assertThat(needle.in(CANARY.substring(2, 9))).hasValue("plain");
        assertThat(needle.in(CANARY.toUpperCase(java.util.Locale.ROOT))).hasValue("plain");
        assertThat(needle.in(new StringBuilder(CANARY).reverse().toString())).hasValue("reversed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void base64IsFoundWhereverTheValueBegins(String before) {
        byte[] bytes = (before + CANARY).getBytes(StandardCharsets.UTF_8);
        assertThat(needle.in(Base64.getEncoder().encodeToString(bytes))).hasValue("Base64");
        assertThat(needle.in(HexFormat.of().formatHex(bytes))).hasValue("hexadecimal");
    }

    @Test
    void hashesAndCharacterCodesAreFound() {
        assertThat(needle.in("9f" + md5() + "00")).hasValue("MD5");
        assertThat(needle.in(CANARY.chars().mapToObj(Integer::toString).collect(Collectors.joining(" | "))))
                .hasValue("character codes");
    }

    private static String md5() {
        try {
            return HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("MD5")
                            .digest(CANARY.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whatAMaskShowsIsNotTheValue() {
        assertThat(needle.in("q***@j***.example")).isEmpty();
        assertThat(needle.in("[redacted] name~0123456789ab")).isEmpty();
    }
}
