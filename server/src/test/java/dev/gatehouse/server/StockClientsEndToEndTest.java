package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The drivers of other languages, each running a program of its own (in the test resources) through the gateway.
@Tag("slow")
class StockClientsEndToEndTest {
    /// Debian's, for which the system's packages are made; another Python may come first on the PATH.
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
        assertThat(RecordOf.gateway(demo).verify().finding()).isEmpty();
    }

    private static Path script(String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream in =
                Objects.requireNonNull(StockClientsEndToEndTest.class.getResourceAsStream("clients/" + name), name)) {
            Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /// What a Python program says, or a skipped test where its driver is not installed.
    private static String python(String module, String name) throws Exception {
        boolean there = Files.exists(Path.of(PYTHON))
                && Client.of(PYTHON, Map.of())
                                .with(List.of("-c", "import " + module))
                                .run()
                                .exit()
                        == 0;
        if (!there) {
            Assumptions.abort("python3-" + module + " is not installed");
        }
        var ran = Client.of(PYTHON, demo.environment(DemoPart.ENGINEER))
                .with(List.of("-B", script(name).toString()))
                .run();
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        return withoutMasks(ran);
    }

    @Test
    void psycopg2() throws Exception {
        assertThat(python("psycopg2", "with_psycopg2.py")).isEqualTo("""
                typed (3, "it's", datetime.date(2026, 1, 31))
                uuid (UUID('00000000-0000-0000-0000-000000000007'),)
                nested ([1, 2, None], {'a': [1, None]})
                masked PARTIAL
                columns ['email', 'segment']
                dictionaries [1, 2]
                copied (502, 501)
                copied out id,price 4
                error 22012 DivisionByZero
                error 42601 SyntaxError
                error 42P01 UndefinedTable
                error 42501 InsufficientPrivilege
                still here
                notified bell
                cancelled 57014
                """);
    }

    @Test
    void psycopg3() throws Exception {
        assertThat(python("psycopg", "with_psycopg3.py")).isEqualTo("""
                typed (3, "it's", datetime.date(2026, 1, 31))
                nested ([1, 2, None], {'a': [1, None]})
                masked PARTIAL
                dictionaries [1, 2]
                binary 1 True b'x' True
                binary masked ('PARTIAL', datetime.date(1970, 1, 1))
                prepared True
                copied (1001, 1000)
                copied out [1, 2, 3]
                copied out in binary True
                pipelined (1,) (3,)
                in the middle 22012
                many (0,)
                error 22012 DivisionByZero
                error 42601 SyntaxError
                error 42P01 UndefinedTable
                error 42501 InsufficientPrivilege
                timed out 57014
                after the savepoint (1,)
                """);
    }

    @Test
    void asyncpg() throws Exception {
        assertThat(python("asyncpg", "with_asyncpg.py")).isEqualTo("""
                typed (3, "it's")
                nested ([1, 2, None], datetime.timedelta(days=1))
                masked PARTIAL
                masked date 1970-01-01
                introspected True
                composed ['new', 'paid']
                prepared [1, 2, 3]
                cursor [1, 2, 3] True
                COPY 1000
                COPY 3
                COPY 1000
                error 22012 DivisionByZeroError
                error 42601 PostgresSyntaxError
                error 42P01 UndefinedTableError
                error 42501 InsufficientPrivilegeError
                timed out
                still here 1
                pooled [0, 1, 2]
                """);
    }

    @Test
    void nodePostgres() throws Exception {
        Path program = script("with_node_postgres.js");
        script("package.json");
        script("package-lock.json");
        var installed = Client.of("npm", Map.of("npm_config_cache", npmCache().toString()))
                .with(List.of("ci", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", directory.toString()))
                .run();
        assertThat(installed.exit()).as(installed.out() + installed.err()).isZero();
        var ran = Client.of("node", demo.environment(DemoPart.ENGINEER))
                .with(List.of(program.toString()))
                .run();
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(withoutMasks(ran)).isEqualTo("""
                typed [{"sum":3,"words":"it's"}]
                nested [{"list":[1,2,null],"json":{"a":[1,null]}}]
                masked PARTIAL
                prepared 1
                prepared 2
                prepared 3
                several [{"a":1}] [{"b":2}]
                pipelined 100 true
                mixed ok 22012 42501 ok
                cursor 7 8
                cursor to its end 19
                pooled 1 2 3 4 5 6
                """);
    }

    /// Kept over builds, so that the driver is fetched once.
    private static Path npmCache() throws IOException {
        return Files.createDirectories(
                Path.of("target", "npm-cache").toAbsolutePath().normalize());
    }

    /// What an e-mail address becomes says little: only that it was masked is compared.
    private static String withoutMasks(Client.Ran ran) {
        return ran.out().replaceAll("\\w\\*\\*\\*@\\w\\*\\*\\*\\.\\w+", "PARTIAL");
    }
}
