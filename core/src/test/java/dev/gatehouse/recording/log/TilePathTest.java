package dev.gatehouse.recording.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @Test
    void anIndexIsWrittenInGroupsOfThreeDigits() {
        assertThat(new TilePath(0, 1_234_067, 256)).hasToString("tile/0/x001/x234/067");
        assertThat(new TilePath(1, 5, 112)).hasToString("tile/1/005.p/112");
        assertThat(TilePath.entries(1000, 1)).hasToString("tile/entries/x001/000.p/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/x001/x234/067", "tile/1/005.p/112", "tile/entries/x001/000.p/1", "tile/63/999"})
    void aPathIsReadBack(String text) {
        assertThat(TilePath.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/1",
                "tile/64/001",
                "tile/00/001",
                "tile/0/001.p/0",
                "tile/0/001.p/256",
                "tile/0/001.p/01",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/001.tmp",
                "tile/entries/001.p/",
                "checkpoint"
            })
    void whatNoTileIsCalledIsNone(String text) {
        assertThat(TilePath.parse(text)).isEmpty();
    }

    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
        long size = 70_000;
        assertThat(TilePath.fullTiles(0, size)).isEqualTo(273);
        assertThat(TilePath.partialWidth(0, size)).isEqualTo(112);
        assertThat(TilePath.fullTiles(1, size)).isEqualTo(1);
        assertThat(TilePath.partialWidth(1, size)).isEqualTo(17);
        assertThat(TilePath.fullTiles(2, size)).isZero();
        assertThat(TilePath.partialWidth(2, size)).isEqualTo(1);
    }
}
