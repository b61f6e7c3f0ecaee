package dev.gatehouse.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.net.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The directions of ARCHITECTURE.md, and the few constructors and calls on which the invariants rest.
class ArchitectureTest {
    private static final String OURS = "dev.gatehouse.";
    private static final List<String> JDK =
            List.of("java..", "jdk.jfr..", "javax.crypto..", "javax.net..", "javax.security..");

    /// A package of core, and which others of core it may use.
    private static final Map<String, List<String>> CORE = Map.of(
            "model", List.of(),
            "net", List.of(),
            "secret", List.of(),
            "detection", List.of("model"),
            "masking", List.of("model", "detection"),
            "policy", List.of("model", "masking"),
            "approval", List.of("model", "masking", "policy"),
            "recording", List.of("model", "secret"),
            "gateway", List.of("model", "masking", "policy", "approval", "recording", "secret", "net"),
            "spi", List.of("model", "net", "gateway"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/pgparser/generated/"))
            .withImportOption(location -> !location.contains("/console/pages/"))
            .importPackages("dev.gatehouse");

    @Test
    void everyPackageOfCoreUsesOnlyThoseBelowIt() {
        CORE.forEach((name, below) -> {
            var allowed = new ArrayList<>(below);
            allowed.add(name);
            noClasses()
                    .that()
                    .resideInAPackage(OURS + name + "..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.gatehouse..").and(not(resideInAnyPackage(packages(allowed)))))
                    .check(PRODUCT);
        });
    }

    @Test
    void coreNeedsNothingButTheJdk() {
        classes()
                .that(core())
                .should()
                .onlyDependOnClassesThat(core().or(jdk()))
                .check(PRODUCT);
    }

    @Test
    void sqlKnowsTheModelTheParserAndAJsonReader() {
        classes()
                .that()
                .resideInAPackage(OURS + "sql..")
                .should()
                .onlyDependOnClassesThat(jdk().or(resideInAnyPackage(
                        OURS + "sql..", OURS + "model..", OURS + "pgparser..", "tools.jackson.core..")))
                .check(PRODUCT);
    }

    @Test
    void aProtocolKnowsCoreAndSqlAndNoLibrary() {
        classes()
                .that()
                .resideInAPackage(OURS + "postgres..")
                .should()
                .onlyDependOnClassesThat(core().or(jdk()).or(resideInAnyPackage(OURS + "postgres..", OURS + "sql..")))
                .check(PRODUCT);
    }

    @Test
    void httpKnowsCoreAndAJsonReader() {
        classes()
                .that()
                .resideInAPackage(OURS + "http..")
                .should()
                .onlyDependOnClassesThat(
                        core().or(jdk()).or(resideInAnyPackage(OURS + "http..", "tools.jackson.core..")))
                .check(PRODUCT);
    }

    @Test
    void theWireMessagesDoNoInputOrOutput() {
        classes()
                .that()
                .resideInAPackage("..wire..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "..wire..",
                        OURS + "model..",
                        "java.lang..",
                        "java.util..",
                        "java.nio",
                        "java.nio.charset..",
                        "org.jspecify.."))
                .check(PRODUCT);
    }

    @Test
    void theControlPlaneKnowsNeitherProtocolsNorSqlNorTheServer() {
        refuse("control", "postgres", "http", "sql", "pgparser", "server", "cli", "demo");
    }

    @Test
    void theCommandLineTalksToAGatewayOnlyThroughItsApi() {
        refuse("cli", "control", "server", "postgres", "http", "sql", "pgparser", "demo");
    }

    @Test
    void theApiIsRecordsAndKnowsNobody() {
        refuse("api", "control", "server", "postgres", "http", "sql", "pgparser", "demo", "cli", "gateway");
    }

    @Test
    void theDemoIsAProgramOfItsOwn() {
        refuse("demo", "control", "server", "postgres", "http", "sql", "pgparser", "cli", "gateway", "model");
    }

    @Test
    void nothingImportsTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + "server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS + "server..")
                .check(PRODUCT);
    }

    /// Invariant 1: who forwards must show an exchange, so exchanges have one source.
    @Test
    void onlyASessionMakesAnExchangeAndOnlyALoginASession() {
        onlyConstructedBy(Exchange.class, Session.class);
        onlyConstructedBy(Admission.Admitted.class, Session.class);
        onlyConstructedBy(Session.class, Login.class);
    }

    /// Invariant 1: once a session has begun, bytes leave through [Upstream] and [Downstream]. Before that a client
    /// is asked who it is and the gateway logs in at the target. The bypass suite is a client itself.
    @Test
    void onlyUpstreamDownstreamAndTheLoginsWriteToAWire() {
        noClasses()
                .that()
                .areNotAssignableTo(Wire.class)
                .and()
                .doNotBelongToAnyOf(Upstream.class, Downstream.class)
                .and()
                .resideOutsideOfPackages(
                        OURS + "postgres.login..", OURS + "postgres.target..", OURS + "http.login..", OURS + "bypass..")
                .should()
                .callMethod(Wire.class, "write", byte[].class, int.class, int.class)
                .check(PRODUCT);
    }

    @Test
    void everyPackageSaysItsJobAndIsNullMarked() {
        var unmarked = PRODUCT.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> each.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
    }

    @Test
    void nobodyHidesStateInThreadsOrResultsInFutures() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocal.class, java.util.concurrent.CompletableFuture.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(PRODUCT.that(not(resideInAPackage(OURS + "pgparser..generated.."))));
    }

    @Test
    void timeIsPassedIn() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatSomethingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(PRODUCT);
    }

    private static void refuse(String module, String... others) {
        noClasses()
                .that()
                .resideInAPackage(OURS + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(Arrays.asList(others)))
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    private static void onlyConstructedBy(Class<?> made, Class<?> maker) {
        noClasses()
                .that()
                .doNotBelongToAnyOf(maker)
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a " + made.getSimpleName(),
                        call -> call.getTargetOwner().isEquivalentTo(made)))
                .check(PRODUCT);
        assertThat(PRODUCT.get(maker).getConstructorCallsFromSelf())
                .as(maker.getSimpleName() + " makes it, so that this rule cannot pass for nothing")
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(made));
    }

    private static DescribedPredicate<JavaClass> core() {
        return resideInAnyPackage(packages(CORE.keySet())).as("core");
    }

    private static DescribedPredicate<JavaClass> jdk() {
        var packages = new ArrayList<>(JDK);
        packages.add("org.jspecify..");
        return resideInAnyPackage(packages.toArray(String[]::new)).as("the JDK");
    }

    private static String[] packages(Iterable<String> names) {
        var packages = new ArrayList<String>();
        names.forEach(name -> packages.add(OURS + name + ".."));
        return packages.toArray(String[]::new);
    }
}
