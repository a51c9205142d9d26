package io.kassa.pos.shell.start;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.shell.book.Answers;
import io.kassa.pos.shell.book.Journal;
import io.kassa.pos.shell.book.Payments;
import io.kassa.pos.shell.book.Seal;
import io.kassa.pos.shell.method.Methods;
import io.kassa.pos.shell.method.Patience;
import io.kassa.pos.shell.talk.Conversation;
import io.kassa.pos.shell.talk.Keyboard;
import io.kassa.pos.shell.talk.Screen;
import io.kassa.pos.shell.till.Paying;
import io.kassa.pos.shell.till.Refunding;
import io.kassa.pos.shell.till.Rounds;
import io.kassa.pos.shell.till.Till;
import io.kassa.pos.shell.till.Turns;
import io.kassa.pos.spi.money.Money;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;

/** All parts of the host, put together. */
public final class Counter implements AutoCloseable {

    private final Methods methods;
    private final Patience patience = new Patience();
    private final Till till;
    private final Rounds rounds;

    public Counter(Books books, Claims claims, Audit audit, Seal seal, Methods methods, Clock clock) {
        this.methods = methods;
        Payments payments = new Payments(books);
        Journal journal = new Journal(books, claims, audit, payments, clock);
        Answers answers = new Answers(books, audit, seal);
        Conversation conversation = new Conversation(methods, patience, answers, clock);
        Paying paying = new Paying(conversation, journal, answers);
        Refunding refunding = new Refunding(conversation, journal, payments);
        Turns turns = new Turns();
        till = new Till(methods, journal, payments, paying, refunding, turns, clock);
        rounds = new Rounds(methods, patience, journal, paying, refunding, turns, nobody());
    }

    Till till() {
        return till;
    }

    Methods methods() {
        return methods;
    }

    Rounds rounds() {
        return rounds;
    }

    @Override
    public void close() {
        patience.close();
        methods.close();
    }

    /** The rounds book what they find out; the books are where a person reads it. */
    private static Screen nobody() {
        return new Screen(
                new PrintStream(OutputStream.nullOutputStream()),
                new Keyboard(InputStream.nullInputStream()),
                Locale.ENGLISH,
                Money.EURO);
    }
}
