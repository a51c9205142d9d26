package io.kassa.pos.shell.talk;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.io.PrintStream;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws what a method asks as lines of text, and reads the answer from a line. */
public final class Screen {

    private static final String YES = ":y";
    private static final String NO = ":x";

    private final PrintStream out;
    private final Keyboard keyboard;
    private final Locale language;
    private final Currency currency;
    private final Words words = new Words();

    public Screen(PrintStream out, Keyboard keyboard, Locale language, Currency currency) {
        this.out = out;
        this.keyboard = keyboard;
        this.language = language;
        this.currency = currency;
    }

    /** @param reason why a person vouches, where the detour that they took wants one */
    public record Reply(Answer answer, Optional<String> reason) {}

    public void say(String code, Object... arguments) {
        line(words.message(code, arguments));
    }

    public void line(Message message) {
        out.println("  " + message.in(language));
    }

    /** What happened, where the money is, what to do now. */
    public void refuse(Guidance guidance) {
        out.println("! " + guidance.happened().in(language));
        line(guidance.money());
        line(guidance.next());
    }

    public void refuse(Refusal refusal, Object... arguments) {
        refuse(words.refusal(refusal, arguments));
    }

    /** @return empty when nobody is there any more: the session was closed */
    public Optional<Reply> ask(Turn.Ask<?> ask) {
        ask.problem().ifPresent(this::refuse);
        draw(ask);
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            Optional<Answer> answer = answer(ask, line.get().strip());
            if (answer.isPresent()) {
                return vouchedFor(ask, answer.get());
            }
            say("not-understood");
        }
        return Optional.empty();
    }

    private void draw(Turn.Ask<?> ask) {
        out.println();
        out.println("= " + ask.step().title().in(language));
        ask.step().render(new Drawing()).forEach(this::line);
        if (ask.step() instanceof Step.Confirm confirm) {
            key(YES, confirm.confirm());
        }
        for (int i = 0; i < ask.detours().size(); i++) {
            key(":" + (i + 1), ask.detours().get(i).label());
        }
        key(NO, words.message("cancel"));
    }

    private void key(String key, Message label) {
        out.println("  [" + key + "] " + label.in(language));
    }

    private Optional<String> next() {
        out.print("> ");
        out.flush();
        return keyboard.line();
    }

    private Optional<Answer> answer(Turn.Ask<?> ask, String line) {
        if (line.equals(NO)) {
            return Optional.of(new Answer.Cancelled());
        }
        for (int i = 0; i < ask.detours().size(); i++) {
            if (line.equals(":" + (i + 1))) {
                return Optional.of(new Answer.Detoured(ask.detours().get(i).id()));
            }
        }
        return ask.step().render(new Reading(line));
    }

    /** A payment that nobody but a person vouches for wants a reason, for the audit. */
    private Optional<Reply> vouchedFor(Turn.Ask<?> ask, Answer answer) {
        boolean attested = answer instanceof Answer.Detoured taken
                && ask.detours().stream()
                        .filter(detour -> detour.id().equals(taken.id()))
                        .anyMatch(Detour::attested);
        if (!attested) {
            return Optional.of(new Reply(answer, Optional.empty()));
        }
        say("reason");
        Optional<String> reason = next();
        while (reason.isPresent() && reason.get().isBlank()) {
            reason = next();
        }
        return reason.map(why -> new Reply(answer, Optional.of(why.strip())));
    }

    /** What stands below the title. A new kind of step is a compile error here, and no surprise at the counter. */
    private final class Drawing implements Step.Renderer<List<Message>> {

        @Override
        public List<Message> scanCode(Step.ScanCode step) {
            return List.of(step.help(), words.message("paste"));
        }

        @Override
        public List<Message> enterAmount(Step.EnterAmount step) {
            return step.suggested()
                    .map(money -> List.of(step.help(), words.message("suggested", money)))
                    .orElse(List.of(step.help()));
        }

        @Override
        public List<Message> enterText(Step.EnterText step) {
            return List.of(step.help(), words.message("example", step.example()));
        }

        @Override
        public List<Message> confirm(Step.Confirm step) {
            return step.lines();
        }
    }

    /** The answer that a line gives to a step; empty when it gives none. */
    private final class Reading implements Step.Renderer<Optional<Answer>> {

        private final String line;

        Reading(String line) {
            this.line = line;
        }

        @Override
        public Optional<Answer> scanCode(Step.ScanCode step) {
            return line.isEmpty() ? Optional.empty() : Optional.of(new Answer.Scanned(line));
        }

        @Override
        public Optional<Answer> enterAmount(Step.EnterAmount step) {
            Optional<Money> money = line.isEmpty() ? step.suggested() : Amounts.read(line, currency);
            return money.filter(Money::isPositive).map(Answer.Amount::new);
        }

        @Override
        public Optional<Answer> enterText(Step.EnterText step) {
            boolean fits = !line.isEmpty() && line.length() <= step.maxLength();
            return fits ? Optional.of(new Answer.Text(line)) : Optional.empty();
        }

        @Override
        public Optional<Answer> confirm(Step.Confirm step) {
            return line.equals(YES) ? Optional.of(new Answer.Confirmed()) : Optional.empty();
        }
    }
}
