package dev.gatehouse.postgres.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The examples of RFC 4013, section 3, and PostgreSQL's rule for what they refuse.
class SaslPrepTest {
    private static String prepare(String password) {
        return new String(SaslPrep.prepare(password.toCharArray()));
    }

    @Test
    void theExamplesOfTheRfc() {
        assertThat(prepare("I\u00adX")).isEqualTo("IX");
        assertThat(prepare("user")).isEqualTo("user");
        assertThat(prepare("USER")).isEqualTo("USER");
        assertThat(prepare("\u00aa")).isEqualTo("a");
        assertThat(prepare("\u2168")).isEqualTo("IX");
    }

    @Test
    void whatIsProhibitedIsUsedAsItWas() {
        assertThat(prepare("\u0007")).isEqualTo("\u0007");
        assertThat(prepare("\u06271")).isEqualTo("\u06271");
        assertThat(prepare("\u00ad")).isEqualTo("\u00ad");
        assertThat(prepare("\ue000\u2168")).isEqualTo("\ue000\u2168");
        assertThat(prepare("\ud800\u2168")).isEqualTo("\ud800\u2168");
    }

    @Test
    void rightToLeftTextAndOtherSpacesArePrepared() {
        assertThat(prepare("\u0627\u0628\u2168")).isEqualTo("\u0627\u0628\u2168");
        assertThat(prepare("\u05d0\u3000\u05d1")).isEqualTo("\u05d0 \u05d1");
    }
}
