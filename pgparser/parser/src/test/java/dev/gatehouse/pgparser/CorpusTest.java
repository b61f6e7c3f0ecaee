package dev.gatehouse.pgparser;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the parser answers to every kind of statement.
class CorpusTest {
    private static final Path ORIGINAL = Path.of("npm/node_modules/libpg-query/wasm/libpg-query.wasm");

    /// Changes only with the grammar. After an upgrade, look at what changed before writing the new value here.
    private static final String TREES = "d346ef0e15166eb9ce51375f13aac7f7e15fd3e31ddcddb733a9593833cf237e";

    @Test
    void theTreesHaveNotChanged() throws Exception {
        PgParser parser = new PgParser();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> texts = Corpus.texts();
        for (String text : texts) {
            digest.update(Corpus.utf8(Corpus.answer(parser, text) + "\n"));
        }
        assertThat(texts).hasSizeGreaterThan(300);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(TREES);
    }

    /// As its authors ship it: nothing split, the full stack; what fits no method is interpreted.
    @Test
    void theOriginalModuleGivesTheSameTrees() {
        WasmModule module = Parser.parse(ORIGINAL);
        PgParser original = new PgParser(new ParserModule(
                module,
                MachineFactoryCompiler.builder(module)
                        .withInterpreterFallback(InterpreterFallback.SILENT)
                        .compile()));
        PgParser split = new PgParser();
        for (String text : Corpus.texts()) {
            assertThat(Corpus.answer(split, text)).as(text).isEqualTo(Corpus.answer(original, text));
        }
    }

    @Test
    void whatPostgresqlRejectsIsRejectedAndAllElseIsNot() {
        PgParser parser = new PgParser();
        List<String> rejected = Corpus.texts().stream()
                .filter(text -> !Corpus.answer(parser, text).startsWith("{"))
                .toList();
        assertThat(rejected).isEqualTo(Corpus.rejected());
    }
}
