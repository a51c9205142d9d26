package io.kassa.pos.deploy.artefact;

import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;

/** An artefact is refused; nothing has changed. Carried to whoever deploys, as words. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<Object> details;

    /** @param details what the fault's text has places for: points in time and messages are written in each language */
    public RefusedException(Fault fault, Object... details) {
        super(fault.name());
        this.fault = fault;
        this.details = List.of(details).stream().map(RefusedException::sayable).toList();
    }

    public Fault fault() {
        return fault;
    }

    public Object[] details() {
        return details.toArray();
    }

    private static Object sayable(Object detail) {
        return detail instanceof Message || detail instanceof Instant || detail instanceof Number
                ? detail
                : detail.toString();
    }
}
