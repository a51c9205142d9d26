package io.kassa.pos.web;

import io.kassa.pos.host.scanners.Heard;
import io.kassa.pos.host.scanners.ScannerStatus;
import io.kassa.pos.host.scanners.ScannerStatus.State;
import io.kassa.pos.host.scanners.SerialDevice;
import io.kassa.pos.host.scanners.SerialScanners;
import io.kassa.pos.host.scanners.SerialSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Scanners with no ports, which scan what a test wants. */
final class SampleScanners implements SerialScanners {

    private final Map<String, ScannerStatus> byRegister = new ConcurrentSkipListMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    void hear(String register, Heard heard) {
        listeners.forEach(listener -> listener.heard(register, heard));
    }

    @Override
    public List<SerialDevice> devices() {
        return List.of(new SerialDevice("/dev/ttyACM0", "Scanner"));
    }

    @Override
    public List<ScannerStatus> scanners() {
        return List.copyOf(byRegister.values());
    }

    @Override
    public void use(String register, SerialSettings settings) {
        byRegister.put(register, new ScannerStatus(register, settings, State.OPEN, Instant.EPOCH));
    }

    @Override
    public void stop(String register) {
        byRegister.remove(register);
    }

    @Override
    public AutoCloseable subscribe(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
