package dev.gatehouse.control.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A webhook does not lead inside.
class ReachableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.0.8",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:0:1::1"
            })
    void addressesInsideAreRefusedUnlessTheOperatorSaysSo(String address) throws IOException {
        assertThatThrownBy(() -> new Reachable(false).of(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private: true");
        assertThat(new Reachable(true).of(address)).isEqualTo(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"})
    void addressesOfTheInternetAreFine(String address) throws IOException {
        assertThat(new Reachable(false).of(address)).isEqualTo(InetAddress.getByName(address));
    }
}
