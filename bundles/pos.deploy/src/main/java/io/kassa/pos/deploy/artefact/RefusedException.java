package io.kassa.pos.deploy.artefact;

import java.util.List;

/** An artefact is refused; nothing has changed. Carried to whoever deploys, as words. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<Object> details;

    public RefusedException(Fault fault, Object... details) {
        super(fault.name() + List.of(details));
        this.fault = fault;
        this.details = List.of(details);
    }

    public Fault fault() {
        return fault;
    }

    public Object[] details() {
        return details.toArray();
    }
}
