package io.kassa.pos.host.desk;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.events.Broadcast;
import io.kassa.pos.host.events.Outcomes;
import io.kassa.pos.host.method.Methods;
import io.kassa.pos.host.method.Patience;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * What every part of the till works with.
 *
 * @param ids fresh ids, unique for ever
 */
public record Desk(
        Books books,
        Claims claims,
        Audit audit,
        Vault answers,
        Methods methods,
        Patience patience,
        Broadcast changes,
        Outcomes outcomes,
        Words words,
        Clock clock,
        Supplier<String> ids,
        Limits limits) {

    /** The time as the books keep it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Runs a command; says so in words when the books cannot be read or written. */
    public <T> Result<T> guard(Supplier<Result<T>> command) {
        try {
            return command.get();
        } catch (LedgerUnavailableException e) {
            return words.refuse(Refusal.BOOKS_AWAY);
        } catch (CommitUnknownException e) {
            return words.refuse(Refusal.COMMIT_UNKNOWN);
        }
    }

    public <T> Result<T> refuse(Refusal refusal, Object... arguments) {
        return words.refuse(refusal, arguments);
    }
}
