package io.kassa.pos.shell.start;

import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.shell.method.Offer;
import io.kassa.pos.shell.talk.Amounts;
import io.kassa.pos.shell.talk.Keyboard;
import io.kassa.pos.shell.talk.Refusal;
import io.kassa.pos.shell.talk.Screen;
import io.kassa.pos.shell.till.Line;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Texts;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;

/** The commands of the scope {@code pos}, as the shell calls them. A scanned code is read at a prompt: shells remember commands. */
public final class PosCommands {

    static final List<String> NAMES = List.of("pay", "refund", "resume", "methods");

    private static final Currency CURRENCY = Money.EURO;
    private static final String LANGUAGE = "pos.language";

    private final Counter counter;

    PosCommands(Counter counter) {
        this.counter = counter;
    }

    @Descriptor("sells, and takes the payment with one method: pos:pay smartum 10.00=liikunta 4.50")
    public void pay(
            CommandSession session,
            @Descriptor("en, fi or sv; else what the variable pos.language says")
                    @Parameter(
                            names = {"-l", "--language"},
                            absentValue = "")
                    String language,
            @Descriptor("only say what would be asked for")
                    @Parameter(
                            names = {"-n", "--dry-run"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean dry,
            @Descriptor("id of the method, as pos:methods tells it") String method,
            @Descriptor("lines of the sale: a price, and after = the labels of the product") String... lines) {
        Screen screen = screen(session, language);
        List<Line> read = Arrays.stream(lines)
                .flatMap(text -> Line.read(text, CURRENCY).stream())
                .toList();
        if (read.isEmpty() || read.size() != lines.length) {
            screen.refuse(Refusal.AMOUNT);
            return;
        }
        counter.till().sell(screen, method, read, dry);
    }

    @Descriptor("gives back what a sale was paid with: pos:refund SH-000001, or only a part: pos:refund SH-000001 5.00")
    public void refund(
            CommandSession session,
            @Descriptor("en, fi or sv; else what the variable pos.language says")
                    @Parameter(
                            names = {"-l", "--language"},
                            absentValue = "")
                    String language,
            @Descriptor("only say what would go back")
                    @Parameter(
                            names = {"-n", "--dry-run"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean dry,
            @Descriptor("number of the sale") String sale,
            @Descriptor("the amount, where not all is to go back") String... amount) {
        Screen screen = screen(session, language);
        Optional<Money> wanted = amount.length == 1 ? Amounts.read(amount[0], CURRENCY) : Optional.empty();
        if (amount.length > 1 || amount.length == 1 && wanted.isEmpty()) {
            screen.refuse(Refusal.AMOUNT);
            return;
        }
        read(sale, SaleId::new)
                .ifPresentOrElse(
                        id -> counter.till().refund(screen, id, wanted, dry),
                        () -> screen.refuse(Refusal.NO_SUCH_SALE, sale));
    }

    @Descriptor("lists what was interrupted and what is not known, or goes on with one of them")
    public void resume(
            CommandSession session,
            @Descriptor("en, fi or sv; else what the variable pos.language says")
                    @Parameter(
                            names = {"-l", "--language"},
                            absentValue = "")
                    String language,
            @Descriptor("the attempt to go on with; without one they are listed") String... attempt) {
        Screen screen = screen(session, language);
        if (attempt.length == 0) {
            List<Attempt> all = counter.till().unended();
            all.forEach(one -> screen.say(
                    one.isRefund() ? "unended.refund" : "unended.payment",
                    one.id(),
                    one.sale(),
                    one.amount(),
                    one.method(),
                    one.startedAt()));
            if (all.isEmpty()) {
                screen.say("unended.none");
            }
            return;
        }
        read(attempt[0], AttemptId::new)
                .ifPresentOrElse(
                        id -> counter.till().resume(screen, id),
                        () -> screen.refuse(Refusal.NO_SUCH_ATTEMPT, attempt[0]));
    }

    @Descriptor("lists the payment methods, and whether they can be used")
    public void methods(
            CommandSession session,
            @Descriptor("en, fi or sv; else what the variable pos.language says")
                    @Parameter(
                            names = {"-l", "--language"},
                            absentValue = "")
                    String language) {
        Screen screen = screen(session, language);
        List<Offer> all = counter.methods().all();
        all.forEach(offer -> screen.say(
                offer.isClosed() ? "method.closed" : "method.open",
                offer.info().id(),
                offer.info().name(),
                offer.version(),
                offer.info().patience().toMillis()));
        if (all.isEmpty()) {
            screen.say("method.none");
        }
    }

    private static Screen screen(CommandSession session, String wanted) {
        Object variable = session.get(LANGUAGE);
        String language = wanted.isEmpty() && variable != null ? variable.toString() : wanted;
        String spoken = Texts.LANGUAGES.contains(language) ? language : Texts.LANGUAGES.get(0);
        return new Screen(
                session.getConsole(), new Keyboard(session.getKeyboard()), Locale.forLanguageTag(spoken), CURRENCY);
    }

    private interface Form<T> {
        T of(String text);
    }

    private static <T> Optional<T> read(String text, Form<T> form) {
        try {
            return Optional.of(form.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
