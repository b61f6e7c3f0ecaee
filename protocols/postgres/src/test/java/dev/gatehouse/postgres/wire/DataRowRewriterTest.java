package dev.gatehouse.postgres.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DataRowRewriterTest {
    private static final DataRowRewriter.Replacement STARS = (column, array, offset, length, out) -> {
        out.bytes(Slice.utf8("***"));
        return true;
    };

    private static Slice rewrite(DataRowRewriter rewriter, byte[] message) {
        var out = new MessageWriter();
        rewriter.rewrite(message, Frames.HEADER, message.length, out);
        return out.toSlice();
    }

    @Test
    void aMaskedColumnIsReplacedAndItsNeighboursStay() {
        byte[] row = Hex.bytes("\"D\" 0000001e 0002 00000001 \"1\" 0000000f \"ada@example.com\"");
        assertThat(rewrite(new DataRowRewriter(new boolean[] {false, true}, STARS), row))
                .isEqualTo(Hex.slice("\"D\" 00000012 0002 00000001 \"1\" 00000003 \"***\""));
        assertThat(rewrite(new DataRowRewriter(new boolean[] {true, false}, STARS), row))
                .isEqualTo(Hex.slice("\"D\" 00000020 0002 00000003 \"***\" 0000000f \"ada@example.com\""));
        assertThat(rewrite(new DataRowRewriter(new boolean[2], STARS), row)).isEqualTo(Slice.of(row));
    }

    @Test
    void aValueCanBecomeNullAndNullStays() {
        DataRowRewriter.Replacement gone = (column, array, offset, length, out) -> false;
        byte[] row = Hex.bytes("\"D\" 0000000f 0002 00000001 \"2\" ffffffff");
        assertThat(rewrite(new DataRowRewriter(new boolean[] {true, true}, gone), row))
                .isEqualTo(Hex.slice("\"D\" 0000000e 0002 ffffffff ffffffff"));
        assertThat(rewrite(new DataRowRewriter(new boolean[] {false, true}, STARS), row))
                .isEqualTo(Slice.of(row));
    }

    @Test
    void whereItSaysTooMuchNullIsReplacedAsWell() {
        byte[] row = Hex.bytes("\"D\" 0000000f 0002 ffffffff 00000001 \"2\"");
        assertThat(rewrite(new DataRowRewriter(new boolean[] {true, false}, new boolean[] {true, false}, STARS), row))
                .isEqualTo(Hex.slice("\"D\" 00000012 0002 00000003 \"***\" 00000001 \"2\""));
        byte[] last = Hex.bytes("\"D\" 0000000f 0002 00000001 \"2\" ffffffff");
        assertThat(rewrite(new DataRowRewriter(new boolean[] {false, true}, new boolean[] {false, true}, STARS), last))
                .isEqualTo(Hex.slice("\"D\" 00000012 0002 00000001 \"2\" 00000003 \"***\""));
    }

    @Test
    void aRowWithMoreColumnsThanDescribedIsRefusedAndNothingIsWritten() {
        var rewriter = new DataRowRewriter(new boolean[] {true}, STARS);
        var out = new MessageWriter();
        out.int8('!');
        byte[] two = Hex.bytes("0002 00000001 \"1\" 00000001 \"2\"");
        assertThatThrownBy(() -> rewriter.rewrite(two, 0, two.length, out)).hasMessageContaining("description of 1");
        byte[] trailing = Hex.bytes("0001 00000001 \"1\" 00");
        assertThatThrownBy(() -> rewriter.rewrite(trailing, 0, trailing.length, out))
                .hasMessageContaining("follow");
        byte[] lying = Hex.bytes("0001 000000ff \"1\"");
        assertThatThrownBy(() -> rewriter.rewrite(lying, 0, lying.length, out)).hasMessageContaining("claims 255");
        assertThat(out.toSlice()).isEqualTo(Hex.slice("\"!\""));
    }

    @Test
    void rowsOfAnyShapeAreRewrittenAsTheirDecodedValuesWouldBe() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            int columns = random.nextInt(12);
            var values = new ArrayList<Optional<Slice>>();
            var expected = new ArrayList<Optional<Slice>>();
            boolean[] replaced = new boolean[columns];
            for (int i = 0; i < columns; i++) {
                byte[] bytes = new byte[random.nextInt(20)];
                random.nextBytes(bytes);
                Optional<Slice> value = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Slice.of(bytes));
                replaced[i] = random.nextBoolean();
                values.add(value);
                expected.add(replaced[i] ? value.map(_ -> Slice.utf8("***")) : value);
            }
            byte[] row = Examples.encoded(new DataRow(Values.of(values)));
            byte[] result = rewrite(new DataRowRewriter(replaced, STARS), row).toBytes();
            List<Optional<Slice>> seen = ((DataRow) BackendMessage.decode(result, 0, result.length))
                    .values()
                    .list();
            assertThat(seen).as("seed %d round %d", seed, round).isEqualTo(expected);
        }
    }
}
