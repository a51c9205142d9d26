package io.kassa.pos.host.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person gets to read when a run fails is short. */
class StoryTest {

    private static final int LENGTH = 250;

    /** As if the till booked a cent less than it showed, from the end of a sale on. */
    private final Story story =
            new Story(run -> run.meddle("UPDATE till_tender SET tendered = tendered - 1 WHERE sale IN"
                    + " (SELECT id FROM till_sale WHERE state = 'COMPLETED')"));

    @Test
    void aFaultAmongManyOperationsIsToldInTheFewThatItTakes() {
        List<Op> ops = Op.any(1, LENGTH);
        assertThat(story.told(ops).broken()).as("the fault is noticed").isPresent();

        List<Op> shrunk = story.shrunk(ops);

        // a line, a payment, its answer, perhaps one more step of that, the end of the sale
        assertThat(shrunk)
                .hasSizeBetween(4, 6)
                .anySatisfy(op -> assertThat(op.kind()).isEqualTo(Op.Kind.COMPLETE));
        assertThat(ops).as("in their order").containsSubsequence(shrunk);
        assertThat(story.told(shrunk).broken().orElseThrow().lines())
                .as("a line for each, and what was found")
                .hasSize(shrunk.size() + 1);
    }
}
