package io.kassa.smartum.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Who was inside when settings were changed. The bundle and its classes stay then, so the next instance serves at once and these
 * end by themselves; only when the bundle itself goes has somebody to wait for them, and that is here.
 */
@Component(service = LastVisits.class, immediate = true, configurationPolicy = ConfigurationPolicy.IGNORE)
public final class LastVisits {
    private record Left(Visits visits, Duration patience) {}

    private final List<Left> left = new ArrayList<>();
    private boolean gone;

    /**
     * @param patience as long as a call can take, from the moment on when the bundle goes
     * @return whether they are waited for here; not when the bundle goes already
     */
    synchronized boolean take(Visits visits, Duration patience) {
        left.removeIf(one -> one.visits().shutWhenEmpty());
        if (!gone && !visits.shutWhenEmpty()) {
            left.add(new Left(visits, patience));
        }
        return !gone;
    }

    /** All wait at the same time: together no longer than the most patient. */
    @Deactivate
    public void stop() {
        long began = System.nanoTime();
        for (Left one : end()) {
            one.visits().over(one.patience().minusNanos(System.nanoTime() - began));
        }
    }

    private synchronized List<Left> end() {
        gone = true;
        return List.copyOf(left);
    }
}
