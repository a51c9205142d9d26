package io.kassa.pos.host.scanners;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** The scanners at this machine's serial ports. Which port a register has is remembered here: it is the machine's, not the shop's. */
@ProviderType
public interface SerialScanners {

    /** The ports that are there now; none where no library speaks to them. */
    List<SerialDevice> devices();

    /** One a register that has a scanner, in the order of their ids. */
    List<ScannerStatus> scanners();

    /** Gives the register a scanner, instead of the one it has, and remembers it. */
    void use(String register, SerialSettings settings);

    /** Takes the register's scanner away, and forgets it. */
    void stop(String register);

    /** Closing the handle ends the subscription. */
    AutoCloseable subscribe(Listener listener);

    /** Is called on the thread of the scanner's port, and must be quick. */
    @ConsumerType
    interface Listener {

        void heard(String register, Heard heard);

        /** The status is another now. */
        void changed(String register);
    }
}
