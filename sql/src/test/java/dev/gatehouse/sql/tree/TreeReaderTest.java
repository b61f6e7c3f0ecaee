package dev.gatehouse.sql.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TreeReaderTest {
    private final TreeReader reader = new TreeReader(PostgresParser.DEFAULT_DEEPEST);

    @Test
    void nodesHaveTheirTypeFieldsAndPlace() throws Exception {
        var select = statement("""
                {"SelectStmt":{"targetList":[{"ResTarget":{"val":{"A_Const":{"ival":{"ival":5},"location":7}}}},{}],
                 "all":true,"op":"SETOP_NONE","location":3}}""");

        assertThat(select.type()).isEqualTo("SelectStmt");
        assertThat(select.location()).isEqualTo(3);
        assertThat(select.flag("all")).isTrue();
        assertThat(select.text("op")).isEqualTo("SETOP_NONE");
        assertThat(select.list("targetList")).hasSize(2);
        assertThat(select.list("targetList").get(1).absent()).isTrue();
        var constant = select.list("targetList").getFirst().node("val").orElseThrow();
        assertThat(constant.location()).isEqualTo(7);
        assertThat(constant.node("ival").orElseThrow().number("ival")).isEqualTo(5);
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        var node = statement("{\"SelectStmt\":{}}");

        assertThat(node.flag("all")).isFalse();
        assertThat(node.text("op")).isEmpty();
        assertThat(node.number("n")).isZero();
        assertThat(node.list("targetList")).isEmpty();
        assertThat(node.node("whereClause")).isEmpty();
    }

    @Test
    void aFieldThatNobodyLookedAtIsFound() throws Exception {
        var node = statement("{\"SelectStmt\":{\"op\":\"SETOP_NONE\",\"a\":[{\"String\":{\"sval\":\"x\"}}]}}");

        assertThat(node.unread()).hasValue("SelectStmt.op");
        node.text("op");
        assertThat(node.unread()).hasValue("SelectStmt.a");
        var names = node.list("a");
        assertThat(node.unread()).hasValue("String.sval");
        names.getFirst().text("sval");
        assertThat(node.unread()).isEmpty();
    }

    @Test
    void readingAllOfANodeIncludesWhatIsBelow() throws Exception {
        var node = statement("{\"SelectStmt\":{\"a\":[{\"String\":{\"sval\":\"x\"}}],\"b\":{\"c\":1}}}");

        node.readAll();

        assertThat(node.unread()).isEmpty();
    }

    @Test
    void aTreeThatIsTooDeepIsRefused() {
        String deep = "{\"A\":{\"b\":".repeat(1_500) + "1" + "}}".repeat(1_500);

        assertThatThrownBy(() -> statement(deep)).isInstanceOf(TreeReader.TooDeep.class);
    }

    @Test
    void aNodesTextFormShowsNoValue() throws Exception {
        assertThat(statement("{\"A_Const\":{\"sval\":\"secret\"}}").toString()).doesNotContain("secret");
    }

    private Node statement(String json) throws TreeReader.TooDeep {
        String text = "{\"version\":1,\"stmts\":[{\"stmt\":" + json + ",\"stmt_len\":5}]}";
        return reader.statements(text.getBytes(StandardCharsets.UTF_8)).getFirst();
    }
}
