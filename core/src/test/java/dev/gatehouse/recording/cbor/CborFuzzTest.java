package dev.gatehouse.recording.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborFuzzTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void whatIsWrittenIsReadBack() throws NotCbor {
        System.out.println("seed " + seed);
        for (int i = 0; i < 5000; i++) {
            Cbor value = value(4);
            assertThat(CborReader.read(Slice.of(CborWriter.write(value)))).isEqualTo(value);
        }
    }

    /// Whatever the reader accepts has exactly the bytes that the writer would have written.
    @Test
    void noValueHasTwoEncodings() {
        System.out.println("seed " + seed);
        int accepted = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = CborWriter.write(value(3));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                Cbor value = CborReader.read(Slice.of(bytes));
                if (!value.toString().contains("Other")) {
                    assertThat(CborWriter.write(value)).isEqualTo(bytes);
                    accepted++;
                }
            } catch (NotCbor refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(accepted).isPositive();
    }

    /// From RFC 8949, appendix A.
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "255, 18ff",
        "256, 190100",
        "65536, 1a00010000",
        "1000000000000, 1b000000e8d4a51000",
        "-1, 20",
        "-1000, 3903e7"
    })
    void numbersHaveTheBytesOfTheSpecification(long number, String hex) {
        assertThat(HexFormat.of().formatHex(CborWriter.write(new Cbor.Whole(number))))
                .isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1817",
                "190017",
                "5f41014102ff",
                "a2616201616102",
                "a2616101616102",
                "61ff",
                "00" + "00",
                "82",
                "fc",
                "1bffffffffffffffff"
            })
    void otherEncodingsAreRefused(String hex) {
        assertThatThrownBy(() -> CborReader.read(Slice.of(HexFormat.of().parseHex(hex))))
                .isInstanceOf(NotCbor.class);
    }

    private Cbor value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Cbor.Whole(random.nextLong() >> random.nextInt(64));
            case 1 -> new Cbor.Flag(random.nextBoolean());
            case 2 -> new Cbor.Text("tä" + random.nextInt(1000));
            case 3 -> {
                var bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                yield new Cbor.Bytes(Slice.of(bytes));
            }
            case 4 -> sequence(depth);
            default -> fields(depth);
        };
    }

    private Cbor sequence(int depth) {
        List<Cbor> values = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            values.add(value(depth - 1));
        }
        return new Cbor.Sequence(values);
    }

    private Cbor fields(int depth) {
        var values = new TreeMap<String, Cbor>(Cbor.KEY_ORDER);
        for (int i = random.nextInt(5); i > 0; i--) {
            values.put("k" + random.nextInt(200), value(depth - 1));
        }
        return new Cbor.Fields(values);
    }
}
