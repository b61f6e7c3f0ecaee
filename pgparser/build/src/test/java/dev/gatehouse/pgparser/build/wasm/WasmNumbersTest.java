package dev.gatehouse.pgparser.build.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WasmNumbersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 63, 64, 127, 128, 8191, 8192, 34_515_008, Integer.MAX_VALUE, -1, -64, -65, Integer.MIN_VALUE})
    void aNumberIsReadAsItWasWritten(int value) {
        WasmWriter out = new WasmWriter();
        out.u32(value);
        out.s32(value);
        WasmReader in = new WasmReader(out.toByteArray());
        assertThat(in.u32()).isEqualTo(value);
        assertThat(in.s32()).isEqualTo(value);
        assertThat(in.atEnd()).isTrue();
    }

    /// The examples of the specification of LEB128.
    @Test
    void numbersHaveTheBytesOfTheSpecification() {
        WasmWriter out = new WasmWriter();
        out.u32(624_485);
        out.s32(-123_456);
        assertThat(out.toByteArray()).containsExactly(0xe5, 0x8e, 0x26, 0xc0, 0xbb, 0x78);
    }
}
