package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
    @Test
    void textAndBytesBringTheSameIdBack() {
        var random = new SplittableRandom(42);
        for (int i = 0; i < 1000; i++) {
            var id = Id.random(random);
            assertThat(id.toString()).hasSize(26).matches("[0-7][0-9a-hjkmnp-tv-z]{25}");
            assertThat(Id.parse(id.toString())).contains(id);
            assertThat(Id.of(id.bytes())).isEqualTo(id);
        }
    }

    @Test
    void theSmallestAndTheLargestIdHaveTheirText() {
        assertThat(new Id(0, 0)).hasToString("0".repeat(26));
        assertThat(new Id(0, 1)).hasToString("0".repeat(25) + "1");
        assertThat(new Id(-1, -1)).hasToString("7" + "z".repeat(25));
        assertThat(new Id(1, 0)).hasToString("0".repeat(13) + "g" + "0".repeat(12));
    }

    @Test
    void aTextThatWouldOverflowIsNoId() {
        assertThat(Id.parse("7" + "z".repeat(25))).contains(new Id(-1, -1));
        assertThat(Id.parse("8" + "0".repeat(25))).isEmpty();
        assertThat(Id.parse("z".repeat(26))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0000000000000000000000000",
                "000000000000000000000000000",
                "0000000000000000000000000i",
                "0000000000000000000000000l",
                "0000000000000000000000000o",
                "0000000000000000000000000u",
                "0000000000000000000000000A",
                "0000000000000000000000000-",
                " 000000000000000000000000 ",
                "i0000000000000000000000000"
            })
    void anotherLengthOrCharacterIsNoId(String text) {
        assertThat(Id.parse(text)).isEmpty();
    }

    @Test
    void idsAreOrderedAsTheirTexts() {
        var ids = new Id[] {new Id(0, 1), new Id(0, -1), new Id(1, 0), new Id(-1, 0)};
        for (int i = 1; i < ids.length; i++) {
            assertThat(ids[i - 1]).isLessThan(ids[i]);
            assertThat(ids[i - 1].toString()).isLessThan(ids[i].toString());
        }
    }
}
