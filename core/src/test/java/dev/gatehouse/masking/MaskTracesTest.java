package dev.gatehouse.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTracesTest {
    private static final List<Category> CATEGORIES = List.of(
            Category.EMAIL,
            Category.PHONE,
            Category.CARD,
            Category.IBAN,
            Category.FREE_TEXT,
            new Category("identity.name"),
            new Category("identity.birth-date"),
            new Category("custom.x"));
    private static final List<String> VALUES = List.of(
            "jane@example.com",
            "zoë@müller.example",
            "用户@例子.公司",
            "😀@😀.example",
            "\"jane doe\"@example.com",
            " jane@example.com",
            "*@example.com",
            "+49 30 901820",
            "4111 1111 1111 1111",
            "DE89 3704 0044 0532 0130 00",
            "de89370400440532013000",
            "Jane Doe",
            "");

    private final MaskTraces traces = new MaskTraces();
    private final Masker masker = new Masker(new byte[32]);

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLEAR", "FPE"})
    void everyMaskIsRecognisedWhenItComesBack(Method method) {
        for (Category category : CATEGORIES) {
            for (String value : VALUES) {
                masker.text(method, Set.of(category), value)
                        .ifPresent(shown -> assertThat(traces.in(shown) && traces.in("was: " + shown + ", sorry"))
                                .as("%s of %s as %s", shown, category, method)
                                .isTrue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jane@example.com",
                "***",
                "**bold***",
                "a***b",
                "password: ********",
                "rated 5*** hotel",
                "~/notes/2026",
                "~20 minutes",
                "HEAD~1",
                "feature~abcdefghijkl",
                "[redact]",
                "redacted",
                "select count(*) from t where a*b > 4",
                "/*** 1234 ***/",
                "Size: 10***12345"
            })
    void ordinaryTextsAreNotTakenForMasks(String text) {
        assertThat(traces.in(text)).isFalse();
    }

    @Test
    void aMaskInsideADocumentIsFound() {
        assertThat(traces.in("{\"mail\":\"j***@e***.com\",\"id\":7}")).isTrue();
        assertThat(traces.in("{\"name\":\"name~7f3k9q2mwx4t\"}")).isTrue();
    }
}
