package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Changes.Change;
import io.kassa.pos.host.common.Changes.Topic;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.scanners.Heard;
import io.kassa.pos.host.scanners.ScannerStatus;
import io.kassa.pos.host.scanners.SerialDevice;
import io.kassa.pos.host.scanners.SerialScanners;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.web.events.EventStreams;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scanners at serial ports: which register has which, how they are, and what came in last, masked; what they scan goes to a page. */
public final class SerialApi {

    private static final Logger LOG = LoggerFactory.getLogger(SerialApi.class);

    private final Selling selling;
    private final Setup setup;
    private final EventStreams streams;
    private final InstantSource clock;
    private final Map<String, Last> heard = new ConcurrentHashMap<>();
    private volatile Optional<Attached> attached = Optional.empty();

    private record Attached(SerialScanners scanners, AutoCloseable subscription) {}

    /** What came in last: a code, masked, or why it was none. */
    record Last(Instant at, Optional<MaskedCode> code, Optional<Heard.Why> unreadable) {}

    /** @param scanner where the register has one */
    record Place(String register, String name, Optional<Scanner> scanner) {}

    record Scanner(SerialSettings settings, ScannerStatus.State state, Instant since, Optional<Last> last) {}

    /** @param there whether this till has what opens serial ports at all */
    record Overview(boolean there, List<SerialDevice> devices, List<Place> registers) {}

    public SerialApi(Selling selling, Setup setup, EventStreams streams, InstantSource clock) {
        this.selling = selling;
        this.setup = setup;
        this.streams = streams;
        this.clock = clock;
    }

    /** From now on these are the scanners. */
    public void attach(SerialScanners scanners) {
        attached.ifPresent(before -> detach(before.scanners()));
        attached = Optional.of(new Attached(scanners, scanners.subscribe(new Ear())));
        changed("");
    }

    /** These scanners go; others may have come already. */
    public void detach(SerialScanners scanners) {
        attached.filter(each -> each.scanners() == scanners).ifPresent(each -> {
            attached = Optional.empty();
            try {
                each.subscription().close();
            } catch (Exception left) {
                LOG.debug("The scanners went first", left);
            }
            changed("");
        });
    }

    Reply overview(Call call) {
        Optional<SerialScanners> scanners = attached.map(Attached::scanners);
        Map<String, ScannerStatus> byRegister = scanners.map(SerialScanners::scanners).orElse(List.of()).stream()
                .collect(Collectors.toMap(ScannerStatus::register, Function.identity()));
        List<Place> places = selling.registers().stream()
                .map(place -> new Place(
                        place.id(),
                        place.name(),
                        Optional.ofNullable(byRegister.get(place.id())).map(this::shown)))
                .toList();
        return Reply.ok(new Overview(
                scanners.isPresent(), scanners.map(SerialScanners::devices).orElse(List.of()), places));
    }

    private Scanner shown(ScannerStatus status) {
        return new Scanner(
                status.settings(), status.state(), status.since(), Optional.ofNullable(heard.get(status.register())));
    }

    Reply use(Call call, SerialSettings settings) throws Refused {
        return change(
                call,
                "scanner.saved",
                Optional.of(settings.toString()),
                (scanners, register) -> scanners.use(register, settings));
    }

    Reply stop(Call call) throws Refused {
        return change(call, "scanner.removed", Optional.empty(), SerialScanners::stop);
    }

    @FunctionalInterface
    private interface Act {
        void on(SerialScanners scanners, String register);
    }

    private Reply change(Call call, String what, Optional<String> now, Act act) throws Refused {
        SerialScanners scanners = attached.map(Attached::scanners).orElseThrow(() -> new Refused(Refusal.NO_SERIAL));
        String register = call.register();
        if (selling.registers().stream().noneMatch(place -> place.id().equals(register))) {
            throw new Refused(Refusal.NOT_FOUND);
        }
        Optional<String> before = scanners.scanners().stream()
                .filter(each -> each.register().equals(register))
                .map(each -> each.settings().toString())
                .findFirst();
        Result<String> noted = setup.noteAside(call.actor(), what, register, before, now);
        if (noted instanceof Result.Refused<String>) {
            return Reply.of(noted);
        }
        act.on(scanners, register);
        heard.remove(register);
        changed(register);
        return overview(call);
    }

    private void changed(String register) {
        streams.tell(new Change(Topic.SCANNER, register));
    }

    /** Is told on the thread of a port. */
    private final class Ear implements SerialScanners.Listener {

        @Override
        public void heard(String register, Heard what) {
            if (what instanceof Heard.Scan scan) {
                streams.scanned(register, scan.text());
                heard.put(
                        register, new Last(clock.instant(), Optional.of(MaskedCode.of(scan.text())), Optional.empty()));
            } else if (what instanceof Heard.Unreadable other) {
                heard.put(register, new Last(clock.instant(), Optional.empty(), Optional.of(other.why())));
            }
            SerialApi.this.changed(register);
        }

        @Override
        public void changed(String register) {
            SerialApi.this.changed(register);
        }
    }
}
