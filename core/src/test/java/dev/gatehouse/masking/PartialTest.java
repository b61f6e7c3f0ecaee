package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialTest {
    @ParameterizedTest
    @CsvSource({
        "jane@example.com, j***@e***.com",
        "jane.doe+tag@mail.example.co.uk, j***@m***.uk",
        "j@x.de, j***@x***.de",
        "'\"jane doe\"@example.com', '\"***@e***.com'",
        "a@b@example.com, a***@e***.com",
        "zoë@müller.example, z***@m***.example",
        "用户@例子.公司, 用***@例***.公司",
        "😀smile@example.com, 😀***@e***.com",
        "jane@xn--mller-kva.xn--p1ai, j***@x***.xn--p1ai"
    })
    void anAddressShowsItsFirstLettersAndTopLevelDomain(String value, String shown) {
        assertThat(partial(Category.EMAIL, value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "jane",
                "@example.com",
                "jane@",
                "jane@localhost",
                "jane@example.",
                "jane@.com",
                "jane@[192.0.2.1]",
                "jane@192.0.2.1",
                "jane.doe@example",
                " jane@example.com",
                "jane@example.com ",
                "jane@example.com Jane Doe, Main Street 5",
                "jane@example.com; bob@example.com, call 555.0100",
                "<jane@example.com>",
                "jane@example.com\n.secret",
                "jane@example.c/o Miller"
            })
    void whatIsNotOneAddressIsRedacted(String value) {
        assertThat(partial(Category.EMAIL, value)).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111, ***1111",
        "4111-1111-1111-4242, ***4242",
        "+49 (0)30 901820, ***1820",
        "12345678, ***5678"
    })
    void aNumberShowsItsLastFourDigits(String value, String shown) {
        assertThat(partial(Category.CARD, value)).isEqualTo(shown);
        assertThat(partial(Category.PHONE, value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "none", "call Jane", "١٢٣٤٥٦٧٨٩"})
    void aNumberTooShortToHideIsRedacted(String value) {
        assertThat(partial(Category.CARD, value)).isEqualTo("[redacted]");
        assertThat(partial(Category.PHONE, value)).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000, DE***",
        "DE89 3704 0044 0532 0130 00, DE***",
        "gb82 west 1234 5698 7654 32, GB***",
        "NO93-8601-1117-947, NO***"
    })
    void anAccountShowsItsCountry(String value, String shown) {
        assertThat(partial(Category.IBAN, value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "DE8937", "Jane Miller's savings account", "3704004405320130001234", "Jane Doe 1234567890123"
            })
    void whatIsNoAccountNumberIsRedacted(String value) {
        assertThat(partial(Category.IBAN, value)).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @CsvSource({
        "identity.name, Jane Doe, J*** D***",
        "identity.name, Jean-Luc O'Neill, J*** O***",
        "identity.name, Jane Doe 4111, [redacted]",
        "identity.birth-date, 1985-07-30, 1985-**-**",
        "identity.birth-date, July, [redacted]",
        "national-id, 536-22-1234, ***1234",
        "network.ip, 203.0.113.77, 203.0.***",
        "network.ip, 2001:db8:85a3::8a2e, 2001:db8:***",
        "network.mac, 00-1A-2B-3C-4D-5E, 00:1A:2B:***",
        "credential, hunter2, [redacted]"
    })
    void otherCategoriesShowALittleOfTheirOwn(String category, String value, String shown) {
        assertThat(partial(new Category(category), value)).isEqualTo(shown);
    }

    @Test
    void onlyAValueOfOneKnownCategoryIsShownInPart() {
        assertThat(Partial.of(Set.of(Category.EMAIL, Category.PHONE), "jane@example.com"))
                .isEqualTo("[redacted]");
        assertThat(Partial.of(Set.of(), "jane@example.com")).isEqualTo("[redacted]");
        assertThat(partial(new Category("custom.x"), "Jane Doe")).isEqualTo("[redacted]");
    }

    private static String partial(Category category, String value) {
        return Partial.of(Set.of(category), value);
    }
}
