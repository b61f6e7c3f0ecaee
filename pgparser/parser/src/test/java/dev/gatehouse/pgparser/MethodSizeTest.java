package dev.gatehouse.pgparser;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.Parser;
import dev.gatehouse.pgparser.build.wasm.Op;
import dev.gatehouse.pgparser.build.wasm.WasmModule;
import dev.gatehouse.pgparser.build.wasm.WasmWriter;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// HotSpot compiles no method of 8,000 bytecodes or more: such a method would stay ten times slower for ever. A
/// few are left (printing of numbers, fingerprints, PL/pgSQL), which the split does not know how to cut; none
/// may lie on the way from a statement to its tree.
class MethodSizeTest {
    private static final Path GENERATED = Path.of("target/classes/dev/gatehouse/pgparser/generated");
    private static final Path SPLIT = Path.of("target/generated-parser/libpg-query.wasm");
    private static final int TOO_LARGE = 8_000;
    private static final String FUNCTION = "func_";

    @Test
    void onlyFunctionsOfTheModuleAreLargeAndFewOfThem() throws Exception {
        assertThat(largeMethods()).allMatch(name -> name.startsWith(FUNCTION)).hasSizeLessThanOrEqualTo(7);
    }

    /// Puts a trap in place of every large function and parses all that there is to parse.
    @Test
    void noStatementMeetsAFunctionThatIsTooLarge() throws Exception {
        WasmModule trapped = WasmModule.read(Files.readAllBytes(SPLIT));
        for (String method : largeMethods()) {
            trapped.replaceBody(Integer.parseInt(method.substring(FUNCTION.length())), trap());
        }
        var module = Parser.parse(trapped.write());
        PgParser parser = new PgParser(new ParserModule(module, MachineFactoryCompiler.compile(module)));
        for (String text : Corpus.texts()) {
            assertThat(Corpus.answer(parser, text)).as(text).isNotEmpty();
        }
    }

    private static byte[] trap() {
        WasmWriter body = new WasmWriter();
        body.locals(List.of());
        return body.op(Op.UNREACHABLE).end().toByteArray();
    }

    private static List<String> largeMethods() throws IOException {
        List<String> large = new ArrayList<>();
        int methods = 0;
        for (Path file : classFiles()) {
            for (MethodModel method : ClassFile.of().parse(file).methods()) {
                methods++;
                if (sizeOf(method) >= TOO_LARGE) {
                    large.add(method.methodName().stringValue());
                }
            }
        }
        assertThat(methods).isGreaterThan(1_000);
        return large;
    }

    private static List<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.list(GENERATED)) {
            return files.filter(name -> name.toString().endsWith(".class")).toList();
        }
    }

    private static int sizeOf(MethodModel method) {
        return method.findAttribute(Attributes.code())
                .map(code -> code.codeLength())
                .orElse(0);
    }
}
