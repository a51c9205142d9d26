package io.kassa.smartum.plugin.probe;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.NoAnswer;
import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.api.ApiResult.Obstacle;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Silence;
import io.kassa.smartum.core.api.ApiResult.Unsupported;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.api.Venues;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.KnownAnswer;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.text.Say;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tries settings out: two questions to the provider that move no money, and a receipt whose end is known. */
public final class Probe implements SelfTest {
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Settings settings;
    private final SmartumApi api;
    private final Say say;
    private final Clock clock;

    public Probe(Settings settings, SmartumApi api, Say say, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.say = say;
        this.clock = clock;
    }

    @Override
    public List<Finding> run() {
        ApiResult<Venues> venues = api.venues(settings.timing().exchange());
        ApiResult<Boolean> token = api.authenticate(settings.timing().exchange());
        boolean heard = venues instanceof Ok<Venues> || token instanceof Ok<Boolean> || wasRefused(token);
        return List.of(
                reachable(venues, token, heard),
                tls(heard, venues),
                token(token),
                venue(venues),
                key(),
                clock(venues),
                contract());
    }

    /** What can be told without asking anybody. */
    public List<Finding> offline() {
        return List.of(key(), contract());
    }

    private static boolean wasRefused(ApiResult<Boolean> token) {
        return token instanceof NotSent<Boolean> not && not.obstacle() == Obstacle.CREDENTIALS_REFUSED;
    }

    private Finding reachable(ApiResult<Venues> venues, ApiResult<Boolean> token, boolean heard) {
        if (heard) {
            return ok("reachable", "test.reachable", settings.root().address().getHost());
        }
        ApiResult<?> told = venues instanceof Unsupported<Venues> ? token : venues;
        return finding(
                "reachable",
                Severity.ERROR,
                "test.unreachable." + cause(told),
                settings.root().address().getHost());
    }

    private Finding tls(boolean heard, ApiResult<Venues> venues) {
        if (settings.root().address().getScheme().equals("http")) {
            return finding("tls", Severity.WARNING, "test.tls-none");
        }
        if (venues instanceof NoAnswer<Venues> silent && silent.silence() == Silence.NOT_TRUSTED) {
            return finding("tls", Severity.ERROR, "test.tls-failed");
        }
        return heard ? ok("tls", "test.tls") : skipped("tls");
    }

    private Finding token(ApiResult<Boolean> token) {
        if (token instanceof Ok<Boolean>) {
            return ok("token", "test.token");
        }
        if (token instanceof NotSent<Boolean> not && not.obstacle() == Obstacle.NO_SECRET) {
            return finding("token", Severity.ERROR, "test.token-no-secret");
        }
        return wasRefused(token)
                ? finding("token", Severity.ERROR, "test.token-refused")
                : finding("token", Severity.ERROR, "test.token-none");
    }

    private Finding venue(ApiResult<Venues> venues) {
        if (!(venues instanceof Ok<Venues> ok)) {
            return skipped("venue");
        }
        return ok.value().ids().contains(settings.rules().venue())
                ? ok("venue", "test.venue", settings.rules().venue())
                : finding(
                        "venue",
                        Severity.WARNING,
                        "test.venue-not-listed",
                        settings.rules().venue());
    }

    private Finding key() {
        if (!KnownAnswer.load().isRight()) {
            return finding("key", Severity.ERROR, "test.key-broken");
        }
        List<String> kids = List.copyOf(settings.keys().kids());
        return ok("key", kids.size() == 1 ? "test.key" : "test.keys", String.join(", ", kids));
    }

    private Finding clock(ApiResult<Venues> venues) {
        Instant here = clock.instant();
        Optional<Instant> there = venues instanceof Ok<Venues> ok ? ok.value().time() : Optional.empty();
        if (there.isEmpty()) {
            return skipped("clock");
        }
        Duration apart = Duration.between(there.get(), here);
        return apart.abs().compareTo(TOLERATED) <= 0
                ? ok("clock", "test.clock")
                : finding("clock", Severity.ERROR, "test.clock-off", apart.toMinutes());
    }

    private Finding contract() {
        Contract contract = settings.contract();
        return contract.isShipped()
                ? ok("contract", "test.contract-shipped")
                : ok("contract", "test.contract", contract.name(), contract.source());
    }

    /** People can do one of five things about it, so there are five texts. */
    private static String cause(ApiResult<?> result) {
        if (result instanceof NotSent<?> not) {
            return cause(not.obstacle());
        }
        return result instanceof NoAnswer<?> none ? cause(none.silence()) : "something-else";
    }

    private static String cause(ApiResult.Obstacle obstacle) {
        if (obstacle == ApiResult.Obstacle.HOST_UNKNOWN) {
            return "host-unknown";
        }
        return obstacle == ApiResult.Obstacle.CONNECTION_REFUSED ? "refused" : "silent";
    }

    private static String cause(ApiResult.Silence silence) {
        if (silence == ApiResult.Silence.TIMEOUT || silence == ApiResult.Silence.CONNECTION_LOST) {
            return "silent";
        }
        boolean busy = silence == ApiResult.Silence.BUSY || silence == ApiResult.Silence.SERVER_TROUBLE;
        return busy ? "busy" : "something-else";
    }

    private Finding ok(String subject, String code, Object... arguments) {
        return new Finding(subject, Severity.OK, say.message(code, arguments), Optional.empty(), Optional.empty());
    }

    private Finding skipped(String subject) {
        return finding(subject, Severity.SKIPPED, "test.skipped");
    }

    private Finding finding(String subject, Severity severity, String code, Object... arguments) {
        return new Finding(
                subject,
                severity,
                say.message(code, arguments),
                Optional.of(say.message(code + ".advice", arguments)),
                Optional.empty());
    }
}
