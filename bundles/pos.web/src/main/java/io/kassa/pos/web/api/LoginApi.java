package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.people.People;
import io.kassa.pos.web.events.EventStreams;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import io.kassa.pos.web.login.Session;
import io.kassa.pos.web.login.Sessions;
import java.util.Optional;

/** Logging in and out. */
public final class LoginApi {

    private final People people;
    private final Sessions sessions;
    private final SessionViews views;
    private final EventStreams streams;

    /** How somebody logs in. */
    sealed interface Login {

        record Password(String name, String password) implements Login {
            @Override
            public String toString() {
                return "Password[" + name + "]";
            }
        }

        record Pin(String name, String pin, String register) implements Login {
            @Override
            public String toString() {
                return "Pin[" + name + "]";
            }
        }
    }

    record Confirmation(String password) {
        @Override
        public String toString() {
            return "Confirmation";
        }
    }

    record FirstAdmin(String code, String name, String password) {
        @Override
        public String toString() {
            return "FirstAdmin[" + name + "]";
        }
    }

    public LoginApi(People people, Sessions sessions, SessionViews views, EventStreams streams) {
        this.people = people;
        this.sessions = sessions;
        this.views = views;
        this.streams = streams;
    }

    Reply session(Call call) {
        return views.show(call);
    }

    Reply login(Call call, Login login) throws Refused {
        if (login instanceof Login.Pin pin) {
            if (call.paired().stream().noneMatch(place -> place.id().equals(pin.register()))) {
                throw new Refused(Refusal.NOT_PAIRED);
            }
            return begin(call, people.pin(pin.name(), pin.pin(), pin.register()), Optional.of(pin.register()));
        }
        Login.Password password = (Login.Password) login;
        return begin(call, people.password(password.name(), password.password()), Optional.empty());
    }

    Reply firstAdmin(Call call, FirstAdmin first) {
        return begin(call, people.firstAdmin(first.code(), first.name(), first.password()), Optional.empty());
    }

    private Reply begin(Call call, Result<Actor> who, Optional<String> register) {
        if (!(who instanceof Result.Ok<Actor> known)) {
            return Reply.of(who);
        }
        endSession(call);
        return views.begun(call, sessions.begin(known.value(), register));
    }

    Reply logout(Call call) {
        endSession(call);
        return views.fresh(call);
    }

    private void endSession(Call call) {
        call.session().map(Session::id).ifPresent(sessions::end);
        streams.sweep();
    }

    Reply confirm(Call call, Confirmation said) {
        Result<Actor> who = people.password(call.actor().name(), said.password());
        if (who instanceof Result.Ok<Actor>) {
            sessions.confirm(call.session().orElseThrow().id());
            return new Reply.Nothing();
        }
        return Reply.of(who);
    }

    Reply cashiers(Call call) {
        return Reply.ok(people.cashiers());
    }
}
