package dev.gatehouse.pgparser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pgparser.ParseJob.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParseQueueTest {
    private final ParseQueue queue = new ParseQueue(2);
    private final ParseJob first = new ParseJob(new byte[0]);
    private final ParseJob second = new ParseJob(new byte[0]);

    @Test
    void jobsAreGivenOutInOrder() throws Exception {
        queue.add(first);
        queue.add(second);
        assertThat(queue.next()).containsSame(first);
        assertThat(queue.next()).containsSame(second);
    }

    @Test
    void aFullQueueTakesNoMore() throws Exception {
        queue.add(first);
        queue.add(second);
        assertThatThrownBy(() -> queue.add(new ParseJob(new byte[0])))
                .isInstanceOf(ParserUnavailable.class)
                .hasMessageContaining("2 statements wait");
    }

    @Test
    void aJobTakenBackIsNotBegun() throws Exception {
        queue.add(first);
        queue.add(second);
        queue.remove(first);
        assertThat(queue.next()).containsSame(second);
    }

    @Test
    void closingAnswersWhatWaitsAndEndsTheThreads() throws Exception {
        queue.add(first);
        queue.close();
        assertThat(first.await(Duration.ZERO)).containsInstanceOf(Outcome.Unavailable.class);
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void anUnfinishedJobHasNoOutcome() throws Exception {
        assertThat(first.await(Duration.ZERO)).isEmpty();
    }
}
