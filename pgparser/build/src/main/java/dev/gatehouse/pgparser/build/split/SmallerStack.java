package dev.gatehouse.pgparser.build.split;

import dev.gatehouse.pgparser.build.wasm.Op;
import dev.gatehouse.pgparser.build.wasm.UnsupportedWasm;
import dev.gatehouse.pgparser.build.wasm.WasmModule;
import dev.gatehouse.pgparser.build.wasm.WasmReader;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Lowers the stack that a module built by Emscripten reserves, so that an instance needs a sixth of the
/// memory.
///
/// The linker lays out memory as data, stack, heap: the stack grows down from the address at which the heap
/// starts. That address stands in exactly three places, all of which are changed here: the initial value of the
/// stack pointer (global 0), one word of data (where the allocator starts), and one constant in the start-up
/// code. Any other number of places means another layout, and is an error. The stack's lower end stays where it
/// is.
public final class SmallerStack {
    private static final int PAGE = 65_536;

    private final int present;
    private final int wanted;
    private final int mostPages;

    /// @param present bytes of stack that the module was linked with
    /// @param wanted bytes of stack it shall have
    /// @param mostPages to how many pages of 64 KB an instance's memory may grow
    public SmallerStack(int present, int wanted, int mostPages) {
        this.present = present;
        this.wanted = wanted;
        this.mostPages = mostPages;
    }

    /// Changes the module.
    public void applyTo(WasmModule module) {
        int top = stackTop(module);
        int newTop = top - present + wanted;
        module.replaceSection(WasmModule.GLOBALS, globals(module, newTop));
        module.replaceSection(WasmModule.MEMORY, memory(module, newTop));
        module.replaceSection(WasmModule.DATA, data(module, top, newTop));
        changeCode(module, top, newTop);
    }

    private static int stackTop(WasmModule module) {
        WasmReader in = new WasmReader(module.section(WasmModule.GLOBALS));
        in.u32();
        in.take(2);
        expect(in.u8() == Op.I32_CONST, "global 0 is no constant");
        return in.s32();
    }

    private static byte[] globals(WasmModule module, int newTop) {
        WasmReader in = new WasmReader(module.section(WasmModule.GLOBALS));
        WasmWriter out = new WasmWriter();
        out.u32(in.u32());
        out.bytes(in.take(2));
        in.u8();
        in.s32();
        out.constant(newTop);
        copyRest(in, out);
        return out.toByteArray();
    }

    private static void copyRest(WasmReader in, WasmWriter out) {
        while (!in.atEnd()) {
            out.u8(in.u8());
        }
    }

    /// Starts with what lies below the heap and a little heap; it grows on demand.
    private byte[] memory(WasmModule module, int newTop) {
        WasmReader in = new WasmReader(module.section(WasmModule.MEMORY));
        expect(in.u32() == 1 && in.u8() == 1, "not exactly one memory with a maximum");
        WasmWriter out = new WasmWriter();
        out.u32(1);
        out.u8(1);
        out.u32(newTop / PAGE + 21);
        out.u32(mostPages);
        return out.toByteArray();
    }

    private static byte[] data(WasmModule module, int top, int newTop) {
        byte[] section = module.section(WasmModule.DATA).clone();
        ByteBuffer words = ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN);
        int place = -1;
        for (int at = 0; at + Integer.BYTES <= section.length; at++) {
            if (words.getInt(at) == top) {
                expect(place < 0, "the heap's start stands in the data more than once");
                place = at;
            }
        }
        expect(place >= 0, "the heap's start does not stand in the data");
        words.putInt(place, newTop);
        return section;
    }

    private static void changeCode(WasmModule module, int top, int newTop) {
        byte[] before = new WasmWriter().constant(top).toByteArray();
        byte[] after = new WasmWriter().constant(newTop).toByteArray();
        expect(before.length == after.length, "the new stack's top does not fit in place of the old one");
        int changed = 0;
        for (int function = module.firstFunction(); function < module.nextFunction(); function++) {
            byte[] body = module.body(function);
            for (int at = indexOf(before, body, 0); at >= 0; at = indexOf(before, body, at + 1)) {
                System.arraycopy(after, 0, body, at, after.length);
                changed++;
            }
        }
        expect(changed == 1, "the stack's top stands in the code " + changed + " times");
    }

    private static int indexOf(byte[] wanted, byte[] bytes, int from) {
        for (int at = from; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnsupportedWasm("the stack cannot be lowered: " + otherwise);
        }
    }
}
