package dev.gatehouse.bench.micro;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Authenticator;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.LoginRequest;
import dev.gatehouse.gateway.LoginThrottle;
import dev.gatehouse.gateway.Prompt;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Switches;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.TextMask;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.postgres.Inheritance;
import dev.gatehouse.postgres.SqlUnderstanding;
import dev.gatehouse.postgres.Understanding;
import dev.gatehouse.sql.analysis.Analyser;
import dev.gatehouse.sql.analysis.Temporary;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.tree.PostgresParser;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One execution of a hot prepared statement, without wire and record: what it means with these parameters, the
/// decision, and the masks of its one row, of which two columns of five are masked.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC"})
public class HotStatement {
    private static final Slice TEXT =
            Slice.utf8("SELECT id, email, full_name, segment, city FROM customers WHERE id = $1");
    private static final int ROWS = 512;
    private static final int SEED = 7;

    private final InstantSource clock = InstantSource.system();
    private final List<byte[]> emails = new ArrayList<>();
    private final List<byte[]> names = new ArrayList<>();
    private PgParsers parsers = new PgParsers(1);
    private SqlUnderstanding understanding = understanding();
    private Understanding.View view = new Understanding.View(
            List.of("pg_catalog", "public"), "app", Temporary.NONE, false, Map.of(), Map.of(), Optional.empty(), false);
    private Session session = session();
    private TextMask email = mask("contact.email", 1);
    private TextMask name = mask("identity.name", 2);
    private int turn;

    @Setup(Level.Trial)
    public void rows() {
        for (int i = 0; i < ROWS; i++) {
            emails.add(("person." + i + "@example.org").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            names.add(("Maria Example " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        session.closed();
        parsers.close();
    }

    /// What a statement means, under the parameters bound to it.
    @Benchmark
    public Understanding.Understood understand() {
        return understood();
    }

    /// Meaning and decision.
    @Benchmark
    public Exchange decide() {
        return admitted();
    }

    /// Meaning, decision and the row's two masks.
    @Benchmark
    public int decideAndMask() {
        var exchange = admitted();
        byte[] mail = emails.get(turn % ROWS);
        byte[] who = names.get(turn % ROWS);
        int size = email.mask(mail, 0, mail.length) + name.mask(who, 0, who.length);
        exchange.answered(Exchange.Outcome.OK);
        return size;
    }

    private Understanding.Understood understood() {
        var parameter = Slice.utf8(Integer.toString(++turn % ROWS));
        return understanding.of(TEXT, view, List.of(parameter), parameter);
    }

    private Exchange admitted() {
        return switch (session.admit(understood().statement())) {
            case Admission.Admitted(Exchange exchange) -> exchange;
            case Admission.Refused(var refusal) -> throw new IllegalStateException("refused: " + refusal);
        };
    }

    /// The mask in force for the `number`-th column, counted from 0.
    private TextMask mask(String category, int number) {
        var column = admitted().masks().getFirst().get(number);
        return new Masker(new byte[32]).texts(column.method(), Set.of(new Category(category)));
    }

    private SqlUnderstanding understanding() {
        var classification = Shop.classification();
        var inheritance = new Inheritance() {
            @Override
            public void add(Map<ColumnName, Set<Category>> columns) {
                throw new IllegalStateException("nothing is copied here");
            }

            @Override
            public Classification over(Classification configured) {
                return configured;
            }
        };
        return new SqlUnderstanding(
                new Analyser(new PostgresParser(parsers)), fixed(), () -> classification, inheritance, reason -> {
                    throw new IllegalStateException(reason);
                });
    }

    private static SqlUnderstanding.CatalogueSource fixed() {
        var catalogue = Shop.catalogue();
        return new SqlUnderstanding.CatalogueSource() {
            @Override
            public Catalogue current() {
                return catalogue;
            }

            @Override
            public Catalogue newerThan(Catalogue seen) {
                return catalogue;
            }

            @Override
            public void outOfDate() {
                // There is no other.
            }
        };
    }

    private Session session() {
        var shared = Shop.shared(clock, new Random(SEED));
        var login = new Login(
                shared,
                Shop.everybodyIsTheAgent(clock),
                nothingIsOff(),
                nobodyWaits(),
                (source, user, reason, reference) -> {});
        var request = new LoginRequest("agent", Shop.CONNECTION, Optional.empty(), Optional.empty(), "local", true);
        try {
            return switch (login.run(request, password())) {
                case Login.Result.LoggedIn(Session open) -> open;
                case Login.Result other -> throw new IllegalStateException("not let in: " + other);
            };
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Prompt password() {
        return new Prompt() {
            @Override
            public char[] password() {
                return new char[0];
            }

            @Override
            public boolean scram(Authenticator.ScramSecret secret) {
                return false;
            }
        };
    }

    private static Switches nothingIsOff() {
        return new Switches() {
            @Override
            public boolean connectionDisabled(String connection) {
                return false;
            }

            @Override
            public boolean identityDisabled(Principal principal) {
                return false;
            }
        };
    }

    private static LoginThrottle nobodyWaits() {
        return new LoginThrottle() {
            @Override
            public Optional<Duration> delay(String source, String user) {
                return Optional.empty();
            }

            @Override
            public void failed(String source, String user) {
                // Nobody fails here.
            }

            @Override
            public void succeeded(String source, String user) {
                // Nothing to forget.
            }
        };
    }
}
