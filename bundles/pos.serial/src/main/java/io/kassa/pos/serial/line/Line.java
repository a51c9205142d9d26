package io.kassa.pos.serial.line;

import io.kassa.pos.host.scanners.Heard;
import io.kassa.pos.host.scanners.ScannerStatus;
import io.kassa.pos.host.scanners.ScannerStatus.State;
import io.kassa.pos.host.scanners.SerialScanners.Listener;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.serial.line.Ports.Opening;
import io.kassa.pos.serial.line.Ports.Port;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One register's scanner: opens its port as soon as it is there, again after it was unplugged, and says what is heard. */
public final class Line implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(3);
    private static final int ROOM = 512;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Ports ports;
    private final Listener listener;
    private final InstantSource clock;
    private final Thread thread;
    private volatile ScannerStatus status;

    /** Begins to look for the port at once. */
    public Line(String register, SerialSettings settings, Ports ports, Listener listener, InstantSource clock) {
        this.ports = ports;
        this.listener = listener;
        this.clock = clock;
        this.status = new ScannerStatus(register, settings, State.ABSENT, clock.instant());
        this.thread = new Thread(this::run, "kassa-scanner-" + register);
        thread.setDaemon(true);
        thread.start();
    }

    public ScannerStatus status() {
        return status;
    }

    private void run() {
        try {
            do {
                try {
                    attempt();
                } catch (RuntimeException failed) {
                    // a driver that fails is one that is gone: the next attempt tells
                    LOG.warn(
                            "The scanner of register {} failed: {}",
                            status.register(),
                            failed.getClass().getName());
                    becomes(State.ABSENT);
                }
            } while (status.state() != State.UNSUPPORTED && !closed.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        Opening opening = ports.open(status.settings());
        if (opening instanceof Opening.Refused refused) {
            becomes(refused.why());
            return;
        }
        try (Port port = ((Opening.Opened) opening).port()) {
            becomes(State.OPEN);
            listen(port);
        }
        becomes(State.ABSENT);
    }

    private void listen(Port port) {
        var framing = new Framing(status.settings());
        byte[] bytes = new byte[ROOM];
        long latest = System.nanoTime();
        for (int count = port.read(bytes); count >= 0 && closed.getCount() > 0; count = port.read(bytes)) {
            if (count > 0) {
                latest = System.nanoTime();
                framing.take(bytes, count).forEach(this::tell);
            } else {
                framing.quiet(Duration.ofNanos(System.nanoTime() - latest)).ifPresent(this::tell);
            }
        }
    }

    private void tell(Heard heard) {
        listener.heard(status.register(), heard);
    }

    private void becomes(State state) {
        if (state == status.state() || closed.getCount() == 0) {
            return;
        }
        status = new ScannerStatus(status.register(), status.settings(), state, clock.instant());
        LOG.info(
                "The scanner of register {} at {} is {}",
                status.register(),
                status.settings().port(),
                state);
        listener.changed(status.register());
    }

    /** Waits until the port is free again. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
