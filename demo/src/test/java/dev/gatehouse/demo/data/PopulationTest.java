package dev.gatehouse.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Population SHOP = Population.of(Population.SEED);
    private static final Pattern MAIL = Pattern.compile("[a-z]+\\.[a-z]+[0-9]*@([a-z]+\\.)?example\\.(com|org|net)");

    @Test
    void theSameSeedInventsTheSamePeople() {
        assertThat(Population.of(Population.SEED)).isEqualTo(SHOP);
        assertThat(Population.of(1)).isNotEqualTo(SHOP);
    }

    @Test
    void theDemoShowsThePeopleOfTheDocumentation() {
        assertThat(SHOP.customers().getFirst())
                .extracting(Customer::id, Customer::email, Customer::fullName)
                .containsExactly(1, "ruben.assuncao@example.net", "Rúben Assunção");
    }

    @Test
    void thereAreEnoughPeopleAndPayments() {
        assertThat(SHOP.customers()).hasSizeGreaterThanOrEqualTo(10_000);
        assertThat(SHOP.payments().stream().filter(p -> p.status().equals("settled")))
                .hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(SHOP.customers().stream().map(Customer::country).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Country.values());
    }

    @Test
    void everyMailAddressIsReservedForExamplesAndNobodyElses() {
        assertThat(SHOP.customers()).allSatisfy(c -> assertThat(c.email()).matches(MAIL));
        assertThat(SHOP.customers().stream().map(Customer::email)).doesNotHaveDuplicates();
    }

    @Test
    void telephonesAreInternationalAndTownsHaveNoPostCode() {
        assertThat(SHOP.customers()).allSatisfy(c -> {
            assertThat(c.phone()).matches("\\+[0-9]{2,3}( [0-9]+)+");
            assertThat(c.city()).matches("\\p{L}[\\p{L} -]+");
            assertThat(c.address()).contains(c.city()).doesNotContain("{");
        });
    }

    @Test
    void ticketsContainWhatPeopleShouldNotHaveWritten() {
        assertThat(SHOP.tickets())
                .noneMatch(t -> t.body().contains("{") || t.subject().contains("{"));
        assertThat(SHOP.tickets().stream()
                        .filter(t -> t.body().contains("@example") || t.body().contains(".example.")))
                .hasSizeGreaterThan(300);
        assertThat(SHOP.tickets().stream()
                        .filter(t -> t.body().matches("(?s).*[0-9]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{4}.*")))
                .hasSizeGreaterThan(300);
    }

    @Test
    void everyRowThatNamesACustomerNamesOneThatExists() {
        assertThat(SHOP.payments()).allMatch(p -> exists(p.customerId()));
        assertThat(SHOP.orders())
                .allMatch(o -> exists(o.customerId()) && o.total().signum() > 0);
        assertThat(SHOP.tickets()).allMatch(t -> exists(t.customerId()));
        assertThat(SHOP.patients()).allMatch(p -> exists(p.customerId()));
    }

    private static boolean exists(int customerId) {
        return customerId >= 1 && customerId <= SHOP.customers().size();
    }
}
