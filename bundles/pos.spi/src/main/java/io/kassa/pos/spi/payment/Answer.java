package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.money.Money;
import java.util.Objects;

/** What a person answered to a {@link Step}. Scanned and entered texts do not print (rule P8). */
public sealed interface Answer {

    /** To {@link Step.ScanCode}: the text of the code, exactly as it was read or typed by a scanner. */
    record Scanned(String code) implements Answer {
        public Scanned {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public String toString() {
            return "Scanned[" + code.length() + " characters]";
        }
    }

    /** To {@link Step.EnterAmount}. */
    record Amount(Money money) implements Answer {
        public Amount {
            Objects.requireNonNull(money, "money");
        }
    }

    /** To {@link Step.EnterText}. */
    record Text(String text) implements Answer {
        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** To {@link Step.Confirm}. */
    record Confirmed() implements Answer {}

    /** To any step that offers a {@link Detour} of that id. */
    record Detoured(String id) implements Answer {
        public Detoured {
            Objects.requireNonNull(id, "id");
        }
    }

    /** To any step: the person gave up. */
    record Cancelled() implements Answer {}

    /** Whether this kind of answer can be given to that step. */
    default boolean fits(Step step) {
        return this instanceof Cancelled
                || this instanceof Detoured
                || this instanceof Scanned && step instanceof Step.ScanCode
                || this instanceof Amount && step instanceof Step.EnterAmount
                || this instanceof Text && step instanceof Step.EnterText
                || this instanceof Confirmed && step instanceof Step.Confirm;
    }
}
