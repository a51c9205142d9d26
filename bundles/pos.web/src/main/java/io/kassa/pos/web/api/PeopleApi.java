package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.People;
import io.kassa.pos.web.events.EventStreams;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import io.kassa.pos.web.login.Sessions;
import java.util.List;
import java.util.Optional;

/** Who may use the till. */
public final class PeopleApi {

    private final People people;
    private final Sessions sessions;
    private final EventStreams streams;
    private final Secrets secrets;

    record PersonChange(Role role, boolean mayAttest, boolean active, Optional<String> secret) {
        @Override
        public String toString() {
            return "PersonChange[" + role + "]";
        }
    }

    public PeopleApi(People people, Sessions sessions, EventStreams streams, Secrets secrets) {
        this.people = people;
        this.sessions = sessions;
        this.streams = streams;
        this.secrets = secrets;
    }

    Reply people(Call call) {
        return Reply.ok(people.all());
    }

    /** Ends the person's other logins: they may not do any more what they could. */
    Reply save(Call call, PersonChange change) throws Refused {
        if (change.secret().isPresent()) {
            secrets.checkPassword(call);
        }
        var person = new People.Person(call.path("name"), change.role(), change.mayAttest(), change.active());
        Result<List<People.Person>> saved = people.save(call.actor(), person, change.secret());
        if (saved instanceof Result.Ok<List<People.Person>>) {
            boolean same = new Actor(person.name(), person.role(), person.mayAttest()).equals(call.actor());
            sessions.endAllOf(
                    person.name(),
                    same && person.active() ? call.session().orElseThrow().id() : "");
            streams.sweep();
        }
        return Reply.of(saved);
    }
}
