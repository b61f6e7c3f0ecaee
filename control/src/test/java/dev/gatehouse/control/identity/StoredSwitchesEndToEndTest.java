package dev.gatehouse.control.identity;

import static dev.gatehouse.control.identity.Principals.ADA;
import static dev.gatehouse.control.identity.Principals.BOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.store.Store;
import dev.gatehouse.control.store.SwitchTable;
import dev.gatehouse.model.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Switches in a real store.
final class StoredSwitchesEndToEndTest {
    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();
    private Store store;
    private StoredSwitches switches;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(directory);
        switches = new StoredSwitches(new SwitchTable(store.jdbi()), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aConnectionIsOffUntilItIsOnAgain() {
        assertThat(switches.connectionDisabled("shop")).isFalse();
        switches.disable(new Switch.OfConnection("shop"), "olga", "an incident");
        assertThat(switches.connectionDisabled("shop")).isTrue();
        assertThat(switches.connectionDisabled("payroll")).isFalse();
        switches.enable(new Switch.OfConnection("shop"));
        assertThat(switches.connectionDisabled("shop")).isFalse();
    }

    @Test
    void anIdentityThatIsOffStopsWhoActsForItAndWhatItOwns() {
        switches.disable(new Switch.OfIdentity(ADA), "olga", "left");
        assertThat(switches.identityDisabled(Principals.ada(clock.instant()))).isTrue();
        assertThat(switches.identityDisabled(Principals.botOfAda(clock.instant())))
                .isTrue();
        switches.enable(new Switch.OfIdentity(ADA));
        switches.disable(new Switch.OfIdentity(BOT), "olga", "runs wild");
        assertThat(switches.identityDisabled(Principals.ada(clock.instant()))).isFalse();
        assertThat(switches.identityDisabled(Principals.botOfAda(clock.instant())))
                .isTrue();
    }

    @Test
    void theSameIdAtAnotherIssuerIsSomebodyElse() {
        switches.disable(new Switch.OfIdentity(new Identity("partner", ADA.id())), "olga", "");
        assertThat(switches.identityDisabled(Principals.ada(clock.instant()))).isFalse();
    }

    @Test
    void whatIsOffStaysOffAfterARestart() throws IOException {
        switches.disable(new Switch.OfIdentity(ADA), "olga", "left");
        var first = clock.instant();
        clock.advance(java.time.Duration.ofHours(1));
        switches.disable(new Switch.OfIdentity(ADA), "otto", "again");
        close();
        open();
        assertThat(switches.all()).containsExactly(new Switch.Off(new Switch.OfIdentity(ADA), first, "olga", "left"));
        assertThat(switches.identityDisabled(Principals.ada(clock.instant()))).isTrue();
    }

    @Test
    void listenersHearAfterItIsInForce() {
        var heard = new ArrayList<String>();
        switches.tell((what, isOff) -> heard.add(isOff + " " + switches.connectionDisabled("shop")));
        switches.disable(new Switch.OfConnection("shop"), "olga", "");
        switches.enable(new Switch.OfConnection("shop"));
        assertThat(heard).containsExactly("true true", "false false");
    }
}
