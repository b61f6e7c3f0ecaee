package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Connection.Predicates;
import dev.gatehouse.model.Connection.Unclassified;
import dev.gatehouse.model.Connections;
import dev.gatehouse.model.Glob;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.People;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selector;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Statements;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaskRulesTest {
    private static final Principal OFFICER = People.person("dora@example.com", "data-protection");
    private static final Category NAME = new Category("identity.name");

    private static final MaskRules RULES = new MaskRules(List.of(
            line("group:data-protection", "*", Method.CLEAR),
            line("*", "contact.email", Method.PARTIAL),
            line("*", "identity.*", Method.PSEUDONYM),
            line("*", "contact.*", Method.NULL),
            line("kind:agent", "health", Method.NULL)));

    @ParameterizedTest
    @CsvSource({
        "contact.email, PARTIAL",
        "contact.phone, NULL",
        "identity.name, PSEUDONYM",
        "health, REDACT",
        "unclassified, REDACT",
        "other, REDACT",
        "none, CLEAR"
    })
    void theFirstLineThatMatchesDecidesAndNoMatchRedacts(String category, Method method) {
        assertThat(RULES.of(People.ada(), Connections.shop(), new Category(category)))
                .isEqualTo(method);
    }

    @Test
    void whoMaySeeEverythingSeesEverything() {
        assertThat(RULES.of(OFFICER, Connections.shop(), Category.EMAIL)).isEqualTo(Method.CLEAR);
        assertThat(RULES.of(OFFICER, Connections.shop(), Category.UNCLASSIFIED)).isEqualTo(Method.CLEAR);
    }

    @Test
    void aLineForAnotherConnectionSaysNothing() {
        var rules = new MaskRules(
                List.of(new MaskRule(new Connection.Pattern("hr"), Selectors.EVERYONE, new Glob("*"), Method.CLEAR)));
        assertThat(rules.of(People.ada(), Connections.shop(), Category.EMAIL)).isEqualTo(Method.REDACT);
    }

    @Test
    void noLineHidesWhatIsNoPersonsData() {
        var rules = new MaskRules(List.of(line("*", "*", Method.REDACT)));
        assertThat(rules.of(People.ada(), Connections.shop(), Category.NONE)).isEqualTo(Method.CLEAR);
    }

    @Test
    void aValueOfSeveralCategoriesGetsTheStrictestMask() {
        assertThat(mask(People.ada(), column(true, Category.EMAIL, NAME)).method())
                .isEqualTo(Method.PSEUDONYM);
        assertThat(mask(People.ada(), column(true, Category.EMAIL, Category.NONE))
                        .method())
                .isEqualTo(Method.PARTIAL);
        assertThat(mask(People.ada(), column(true, NAME, Category.PHONE)).method())
                .isEqualTo(Method.NULL);
        assertThat(mask(People.ada(), column(true, Category.PHONE, new Category("health")))
                        .method())
                .isEqualTo(Method.REDACT);
    }

    @Test
    void aDerivedValueIsRedactedUnlessAllItsSourcesAreClear() {
        assertThat(mask(People.ada(), column(false, Category.EMAIL)).method()).isEqualTo(Method.REDACT);
        assertThat(mask(People.ada(), column(false, Category.NONE, NAME)).method())
                .isEqualTo(Method.REDACT);
        assertThat(mask(People.ada(), column(false, Category.NONE)).method()).isEqualTo(Method.CLEAR);
        assertThat(mask(OFFICER, column(false, Category.EMAIL, NAME)).method()).isEqualTo(Method.CLEAR);
    }

    @Test
    void aColumnWithoutSourceIsClear() {
        assertThat(mask(People.ada(), OutputColumn.constant("count")).clear()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Unclassified.class)
    void whatNobodyClassifiedIsShownAsTheConnectionSays(Unclassified unclassified) {
        var plain = mask(People.ada(), unclassified, column(true, Category.UNCLASSIFIED));
        var derived = mask(People.ada(), unclassified, column(false, Category.UNCLASSIFIED));
        var officers = mask(OFFICER, unclassified, column(true, Category.UNCLASSIFIED));
        assertThat(officers.clear()).isTrue();
        assertThat(officers.scan()).as("clear is clear").isFalse();
        assertThat(derived.scan())
                .as("an expression can hide what a detector looks for")
                .isFalse();
        assertThat(derived.clear()).isEqualTo(unclassified == Unclassified.NONE);
        assertThat(plain.scan()).isEqualTo(unclassified == Unclassified.SCAN);
        assertThat(plain.method()).isEqualTo(unclassified == Unclassified.NONE ? Method.CLEAR : Method.REDACT);
    }

    @Test
    void aColumnThatIsAlsoClassifiedIsNotLeftToDetectors() {
        var mask = mask(People.ada(), Unclassified.SCAN, column(true, Category.UNCLASSIFIED, Category.EMAIL));
        assertThat(mask.scan()).isFalse();
        assertThat(mask.method()).isEqualTo(Method.REDACT);
    }

    private static ColumnMask mask(Principal who, OutputColumn column) {
        return RULES.of(who, Connections.shop(), column);
    }

    private static ColumnMask mask(Principal who, Unclassified unclassified, OutputColumn column) {
        return RULES.of(who, Connections.shop(unclassified, Predicates.EQUALITY, false), column);
    }

    private static OutputColumn column(boolean plain, Category... categories) {
        return new OutputColumn("c", List.of(Statements.EMAIL), Set.of(categories), plain, 1, 1, false);
    }

    private static MaskRule line(String who, String category, Method with) {
        var selector = Selector.parse(who, List.of("corp")).orElseThrow();
        return new MaskRule(Connection.Pattern.ANY, new Selectors(List.of(selector)), new Glob(category), with);
    }
}
