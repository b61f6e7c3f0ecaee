package dev.gatehouse.pgparser.build.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import dev.gatehouse.pgparser.build.wasm.WasmModule;
import org.junit.jupiter.api.Test;

/// A function with a switch, run by the interpreter before and after it is split.
class ModuleSplitterTest {
    private static final int FEWER_THAN_ANY_CASE = 1;

    @Test
    void aSplitFunctionAnswersWhatTheOriginalAnswers() {
        byte[] original = SwitchFixture.module();
        byte[] split = split(original, FEWER_THAN_ANY_CASE);
        ExportFunction before = run(original);
        ExportFunction after = run(split);
        for (int index = -2; index < SwitchFixture.CASES + 3; index++) {
            for (int seed = 0; seed < 40; seed++) {
                assertThat(call(after, index, seed))
                        .as("f(%d, %d)", index, seed)
                        .isEqualTo(call(before, index, seed));
            }
        }
    }

    @Test
    void groupsOfSeveralCasesAnswerTheSameToo() {
        byte[] original = SwitchFixture.module();
        for (int limit : new int[] {20, 45, 90, 100_000}) {
            ExportFunction before = run(original);
            ExportFunction after = run(split(original, limit));
            for (int index = 0; index <= SwitchFixture.CASES; index++) {
                assertThat(call(after, index, 7)).isEqualTo(call(before, index, 7));
            }
        }
    }

    @Test
    void everyCaseGetsAFunctionIfNoneFitsWithAnother() {
        WasmModule module = WasmModule.read(SwitchFixture.module());
        new ModuleSplitter(1, FEWER_THAN_ANY_CASE).split(module);
        int stateMaps = 2;
        int original = 1;
        assertThat(module.nextFunction() - module.firstFunction())
                .isEqualTo(original + SwitchFixture.CASES - 1 + stateMaps);
    }

    @Test
    void theStackPointerIsBackWhereItWas() {
        Instance instance = instance(split(SwitchFixture.module(), FEWER_THAN_ANY_CASE));
        for (int index = 0; index <= SwitchFixture.CASES; index++) {
            instance.export("f").apply(index, 3);
            assertThat(instance.global(0).getValue()).as("after case %d", index).isEqualTo(SwitchFixture.STACK_TOP);
        }
    }

    @Test
    void aSmallFunctionIsLeftAlone() {
        byte[] original = SwitchFixture.module();
        WasmModule module = WasmModule.read(original);
        assertThat(new ModuleSplitter().split(module)).isEmpty();
        assertThat(module.write()).isEqualTo(original);
    }

    @Test
    void aLargeFunctionWithoutASwitchIsReportedAndLeftAlone() {
        byte[] original = SwitchFixture.moduleWithoutSwitch();
        WasmModule module = WasmModule.read(original);
        assertThat(new ModuleSplitter(1, 1).split(module))
                .singleElement()
                .asString()
                .contains("no switch");
        assertThat(module.write()).isEqualTo(original);
    }

    /// An i32 result: the upper half of what the interpreter answers means nothing.
    private static int call(ExportFunction function, int index, int seed) {
        return (int) function.apply(index, seed)[0];
    }

    private static byte[] split(byte[] original, int limit) {
        WasmModule module = WasmModule.read(original);
        assertThat(new ModuleSplitter(1, limit).split(module))
                .singleElement()
                .asString()
                .contains(SwitchFixture.CASES + " cases");
        return module.write();
    }

    private static ExportFunction run(byte[] module) {
        return instance(module).export("f");
    }

    private static Instance instance(byte[] module) {
        return Instance.builder(Parser.parse(module)).build();
    }
}
