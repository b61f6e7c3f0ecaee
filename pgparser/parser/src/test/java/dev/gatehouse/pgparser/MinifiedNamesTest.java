package dev.gatehouse.pgparser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The names in the code are those of the package's own JavaScript, which is made together with the module.
class MinifiedNamesTest {
    private static final Path SCRIPT = Path.of("npm/node_modules/libpg-query/wasm/libpg-query.js");

    @Test
    void exportsHaveTheNamesOfThePackage() throws Exception {
        Map<String, String> names = namesIn("(\\w+)=(?:Module\\[\"\\w+\"\\]=)?wasmExports\\[\"(\\w+)\"\\]");
        for (Export export : Export.values()) {
            if (export != Export.CONSTRUCTORS) {
                assertThat(names).containsEntry(export.symbol(), export.minified());
            }
        }
        assertThat(script()).contains("wasmExports[\"" + Export.CONSTRUCTORS.minified() + "\"]()");
    }

    @Test
    void importsAreAllOfThePackageByName() throws Exception {
        Matcher table = Pattern.compile("var wasmImports=\\{([^}]*)}").matcher(script());
        assertThat(table.find()).isTrue();
        Map<String, String> names = new HashMap<>();
        for (String entry : table.group(1).split(",", -1)) {
            String[] parts = entry.split(":", 2);
            names.put(parts[1], parts[0]);
        }
        Map<String, String> known = new HashMap<>();
        for (HostFunction function : HostFunction.values()) {
            known.put(function.symbol(), function.minified());
        }
        assertThat(known).isEqualTo(names);
    }

    private static Map<String, String> namesIn(String pattern) throws Exception {
        Map<String, String> names = new HashMap<>();
        Matcher matcher = Pattern.compile(pattern).matcher(script());
        while (matcher.find()) {
            names.put(matcher.group(1), matcher.group(2));
        }
        return names;
    }

    private static String script() throws Exception {
        return Files.readString(SCRIPT);
    }
}
