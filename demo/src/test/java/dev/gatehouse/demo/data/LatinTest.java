package dev.gatehouse.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatinTest {

    @Test
    void marksAreDroppedAndOtherScriptsTransliterated() {
        assertThat(Latin.letters("Jürgen Weiß")).isEqualTo("jurgenweiss");
        assertThat(Latin.letters("Łukasz")).isEqualTo("lukasz");
        assertThat(Latin.letters("Παπαδόπουλος")).isEqualTo("papadopoylos");
        assertThat(Latin.letters("’t Hart-D'Angelo")).isEqualTo("thartdangelo");
    }
}
