package dev.gatehouse.postgres.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.postgres.wire.Format;
import org.junit.jupiter.api.Test;

class PgTypeTest {
    @Test
    void anArrayCountsAsItsElements() {
        assertThat(PgType.of(1009).category()).isEqualTo(TypeCategory.ARRAY);
        assertThat(PgType.of(1009).base()).isEqualTo(PgType.of(25));
        assertThat(PgType.of(25).textLike()).isTrue();
        assertThat(PgType.of(1009).textLike()).isFalse();
    }

    @Test
    void whatIsNotBuiltInIsUnknownAndMaskedByNull() {
        PgType unknown = PgType.of(-5);
        assertThat(unknown.category()).isEqualTo(TypeCategory.OTHER);
        assertThat(unknown.name()).isEqualTo("type 4294967291");
        for (Format format : Format.values()) {
            assertThat(MaskedConstants.of(unknown, format)).isEmpty();
            assertThat(MaskedConstants.of(PgType.of(BuiltInType.TSQUERY.oid), format))
                    .isEmpty();
        }
    }

    @Test
    void noTwoTypesShareAnOid() {
        var oids = new java.util.HashSet<Integer>();
        for (BuiltInType type : BuiltInType.values()) {
            assertThat(oids.add(type.oid)).as(type.name()).isTrue();
            assertThat(type.arrayOid == 0 || oids.add(type.arrayOid))
                    .as(type.name())
                    .isTrue();
        }
    }
}
