package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Understanding answer = Shop.understand("SELECT id FROM customers");

    private static Remembered.Key key(String sql) {
        return new Remembered.Key(Slice.utf8(sql), Shop.SESSION, Shop.CATALOGUE, Shop.CLASSIFICATION);
    }

    @Test
    void theLeastRecentlyUsedIsForgottenFirst() {
        var remembered = new Remembered(60_000);
        for (int i = 0; i < 100; i++) {
            remembered.put(key("SELECT " + i), answer);
            assertThat(remembered.get(key("SELECT 0"))).hasValue(answer);
        }

        assertThat(remembered.size()).isBetween(5, 30);
        assertThat(remembered.get(key("SELECT 1"))).isEmpty();
        assertThat(remembered.get(key("SELECT 99"))).hasValue(answer);
    }

    @Test
    void aTextInABufferThatIsUsedAgainIsKeptAsItWas() {
        var remembered = new Remembered(60_000);
        byte[] buffer = "SELECT 1".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        remembered.put(new Remembered.Key(Slice.of(buffer), Shop.SESSION, Shop.CATALOGUE, Shop.CLASSIFICATION), answer);
        buffer[7] = '2';

        assertThat(remembered.get(key("SELECT 1"))).hasValue(answer);
        assertThat(remembered.get(key("SELECT 2"))).isEmpty();
    }

    @Test
    void anotherSessionCatalogueOrClassificationIsAnotherQuestion() {
        var remembered = new Remembered(60_000);
        remembered.put(key("SELECT 1"), answer);
        var text = Slice.utf8("SELECT 1");
        var other = SessionView.fresh("somebody");

        assertThat(remembered.get(new Remembered.Key(text, other, Shop.CATALOGUE, Shop.CLASSIFICATION)))
                .isEmpty();
        assertThat(remembered.get(new Remembered.Key(
                        text, Shop.SESSION, Shop.CATALOGUE, column -> Shop.CLASSIFICATION.of(column))))
                .isEmpty();
    }

    @Test
    void anEnormousTextIsNotKept() {
        var remembered = new Remembered(60_000);
        remembered.put(key("SELECT " + "1,".repeat(4_000) + "1"), answer);

        assertThat(remembered.size()).isZero();
    }
}
