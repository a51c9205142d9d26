package io.kassa.pos.web.api;

import io.kassa.pos.host.setup.SettingsDraft;
import io.kassa.pos.host.setup.SettingsForm;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of plug-ins, as the forms that the host made of them. */
public final class FormsApi {

    private static final String SECRET = "password";

    private final Setup setup;
    private final Secrets secrets;

    record Draft(Optional<String> configuration, Map<String, List<String>> values) {
        @Override
        public String toString() {
            return "Draft[" + values.keySet() + "]";
        }
    }

    public FormsApi(Setup setup, Secrets secrets) {
        this.setup = setup;
        this.secrets = secrets;
    }

    Reply forms(Call call) {
        return Reply.ok(setup.forms());
    }

    Reply check(Call call, Draft draft) {
        return Reply.of(setup.check(call.actor(), settings(call, draft)));
    }

    Reply probe(Call call, Draft draft) throws Refused {
        checkSecret(call, draft);
        return Reply.of(setup.probe(call.actor(), settings(call, draft)));
    }

    Reply save(Call call, Draft draft) throws Refused {
        checkSecret(call, draft);
        return Reply.of(setup.save(call.actor(), settings(call, draft)));
    }

    Reply removal(Call call) {
        return Reply.of(setup.removal(call.actor(), call.path("factoryPid"), call.path("configuration")));
    }

    Reply delete(Call call) {
        return Reply.of(setup.delete(call.actor(), call.path("factoryPid"), call.path("configuration")));
    }

    /** Trying a secret out sends it somewhere: as much as storing it, that is for somebody who said their password lately. */
    private void checkSecret(Call call, Draft draft) throws Refused {
        if (setsSecret(call.path("factoryPid"), draft)) {
            secrets.checkPassword(call);
        }
    }

    private boolean setsSecret(String factoryPid, Draft draft) {
        return setup.forms().stream()
                .filter(form -> form.factoryPid().equals(factoryPid))
                .map(SettingsForm::fields)
                .flatMap(List::stream)
                .anyMatch(field -> field.type().equals(SECRET) && draft.values().containsKey(field.key()));
    }

    private static SettingsDraft settings(Call call, Draft draft) {
        return new SettingsDraft(call.path("factoryPid"), draft.configuration(), draft.values());
    }
}
