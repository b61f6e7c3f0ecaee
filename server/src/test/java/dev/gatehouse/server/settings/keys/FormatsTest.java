package dev.gatehouse.server.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource({"15m, PT15M", "90d, P90D", "0s, PT0S", "500ms, PT0.5S", "8h, PT8H"})
    void durationsHaveAUnit(String text, Duration duration) {
        assertThat(Formats.DURATION.read(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "m", "12mo", "1.5h", "-1s", "1 h", "1H", "99999999999s"})
    void otherTimesAreNone(String text) {
        assertThat(Formats.DURATION.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"90d, P90D", "12mo, P12M", "7y, P7Y", "2w, P14D"})
    void periodsMayBeMonths(String text, Period period) {
        assertThat(Formats.PERIOD.read(text)).contains(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8h", "12m", "mo", "999999d"})
    void otherPeriodsAreNone(String text) {
        assertThat(Formats.PERIOD.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1B, 1", "64KB, 65536", "64MB, 67108864", "1GB, 1073741824"})
    void sizesArePowersOfTwo(String text, long bytes) {
        assertThat(Formats.SIZE.read(text)).contains(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0:6432, 0.0.0.0, 6432", "[::1]:0, ::1, 0", "db.example.com:5432, db.example.com, 5432"})
    void addressesHaveAPort(String text, String host, int port) {
        assertThat(Formats.ADDRESS.read(text)).contains(new HostPort(host, port));
        assertThat(new HostPort(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6432", "host", "::1:6432", "host:", ":6432", "host:65536", "a b:1", "a/b:1"})
    void otherAddressesAreNone(String text) {
        assertThat(Formats.ADDRESS.read(text)).isEmpty();
    }

    @Test
    void loopbackIsToldByTheTextAlone() {
        assertThat(new HostPort("127.0.0.1", 1).loopback()).isTrue();
        assertThat(new HostPort("::1", 1).loopback()).isTrue();
        assertThat(new HostPort("localhost", 1).loopback()).isTrue();
        assertThat(new HostPort("localhost.example.com", 1).loopback()).isFalse();
        assertThat(new HostPort("127.0.0.1.example.com", 1).loopback()).isFalse();
    }
}
