package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.Deployments.Outcome;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.deploy.running.Chronicle.Subject;

/** What the history is to say of a deployment that is going on, should it end now. */
final class Attempt {

    final String by;

    Subject subject;

    /** What a failure means, which depends on how far it came. */
    Event failure;

    private Attempt(Subject subject, String by, Event failure) {
        this.subject = subject;
        this.by = by;
        this.failure = failure;
    }

    /** Before anything is started. */
    static Attempt of(Subject subject, String by) {
        return new Attempt(subject, by, Event.REFUSED);
    }

    /** Of what ran before. */
    static Attempt again(Subject subject, String by) {
        return new Attempt(subject, by, Event.PUT_BACK);
    }

    Outcome runs() {
        return new Outcome.Runs(subject.plugIn(), subject.version());
    }
}
