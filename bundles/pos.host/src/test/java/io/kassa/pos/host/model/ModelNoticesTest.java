package io.kassa.pos.host.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.host.model.Op.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof of the proof: when somebody meddles with the till's books, the comparison with the model says so. */
class ModelNoticesTest {

    /** Two gym visits scanned for 15.01 and the rest in cash, completed; one visit given back; a new sale begun. */
    private static final List<Op> STORY = List.of(
            new Op(Kind.ADD, 0, 0, 1),
            new Op(Kind.PAY, 0, 0, 0),
            new Op(Kind.ANSWER, 0, 4, 1501),
            new Op(Kind.PAY, 0, 1, 0),
            new Op(Kind.ANSWER, 0, 4, 2),
            new Op(Kind.COMPLETE, 0, 0, 0),
            new Op(Kind.REFUND, 0, 0, 1000),
            new Op(Kind.ANSWER_REFUND, 0, 0, 1),
            new Op(Kind.ANSWER_REFUND, 0, 0, 1),
            new Op(Kind.ADD, 0, 1, 0),
            new Op(Kind.PAY, 0, 1, 0),
            new Op(Kind.ANSWER, 0, 4, 2));

    @TempDir
    Path folder;

    @Test
    void booksThatNobodyMeddledWithAreAsTheModelSays() {
        try (Run run = told()) {
            assertThatCode(run::compareAll).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a claim is gone                | UPDATE ledger_claim SET ended_at = 1",
                "a payment is a cent less       | UPDATE till_tender SET applied = applied - 1, tendered = tendered - 1",
                "a payment is gone              | UPDATE till_tender SET removed = 1",
                "a line is a cent cheaper       | UPDATE till_line SET unit_price = unit_price - 1",
                "a refund never was             | UPDATE till_attempt SET state = 'DECLINED' WHERE kind = 'REFUND'",
                "a refund was a cent more       | UPDATE till_share SET amount = amount + 1 WHERE attempt IN"
                        + " (SELECT id FROM till_attempt WHERE kind = 'REFUND')",
                "a sale is open again           | UPDATE till_sale SET state = 'CANCELLED' WHERE state = 'OPEN'",
                "a line of the audit is another | UPDATE ledger_audit SET what = 'nothing' WHERE number = 1"
            })
    void noticed(String what, String meddling) {
        try (Run run = told()) {
            run.meddle(meddling);
            // as whoever writes there has to: a till that saw the sale before does not read it again otherwise
            run.meddle("UPDATE till_sale SET revision = revision + 1");

            assertThatThrownBy(() -> {
                        run.apply(new Op(Kind.ROUND, 0, 0, 0));
                        run.compareAll();
                    })
                    .as(what)
                    .isInstanceOf(AssertionError.class);
        }
    }

    private Run told() {
        Run run = new Run(folder);
        STORY.forEach(run::apply);
        return run;
    }
}
