package io.kassa.pos.serial.start;

import io.kassa.pos.host.scanners.Heard;
import io.kassa.pos.host.scanners.ScannerStatus;
import io.kassa.pos.host.scanners.SerialDevice;
import io.kassa.pos.host.scanners.SerialScanners;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.serial.line.Line;
import io.kassa.pos.serial.line.Ports;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The scanners of this machine, open from the start on. */
@Component(service = SerialScanners.class, immediate = true)
public final class Scanners implements SerialScanners {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Line> lines = new TreeMap<>();
    private final Listener all = new All();
    private final Remembered remembered;
    private final Ports ports;

    @Activate
    public Scanners(BundleContext context, @Reference ConfigurationAdmin admin) {
        this(new Remembered(admin), new PortsOnDemand(() -> ports(context)));
    }

    Scanners(Remembered remembered, Ports ports) {
        this.remembered = remembered;
        this.ports = ports;
        remembered.all().forEach(this::open);
    }

    private static Ports ports(BundleContext context) {
        return NativeLibrary.load(context.getDataFile("native").toPath(), System.getProperty("os.name"))
                ? new CommPorts(Boolean.parseBoolean(context.getProperty("kassa.serial.pseudo")))
                : new NoPorts();
    }

    @Override
    public List<SerialDevice> devices() {
        return ports.devices();
    }

    @Override
    public synchronized List<ScannerStatus> scanners() {
        return lines.values().stream().map(Line::status).toList();
    }

    @Override
    public synchronized void use(String register, SerialSettings settings) {
        remembered.keep(register, settings);
        close(register);
        open(register, settings);
    }

    @Override
    public synchronized void stop(String register) {
        if (lines.containsKey(register)) {
            remembered.forget(register);
            close(register);
        }
    }

    @Override
    public AutoCloseable subscribe(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void open(String register, SerialSettings settings) {
        lines.put(register, new Line(register, settings, ports, all, InstantSource.system()));
    }

    private void close(String register) {
        Optional.ofNullable(lines.remove(register)).ifPresent(Line::close);
    }

    @Deactivate
    synchronized void stop() {
        List.copyOf(lines.keySet()).forEach(this::close);
    }

    private final class All implements Listener {

        @Override
        public void heard(String register, Heard heard) {
            listeners.forEach(listener -> listener.heard(register, heard));
        }

        @Override
        public void changed(String register) {
            listeners.forEach(listener -> listener.changed(register));
        }
    }
}
