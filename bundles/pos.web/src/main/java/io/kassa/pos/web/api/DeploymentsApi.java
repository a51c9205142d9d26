package io.kassa.pos.web.api;

import io.kassa.pos.deploy.Deployed;
import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which plug-ins run, what became of those that were handed in, and handing in more. Code comes in here, so: password again. */
public final class DeploymentsApi {

    private static final String ARCHIVE = "application/java-archive";
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST_NAME = 200;

    private final Supplier<Optional<Deployments>> deployments;
    private final Secrets secrets;

    /** @param history newest first, the newest hundred */
    record PlugIns(List<Deployed> running, List<HistoryEntry> history) {}

    /** @param deployments empty while nothing can be deployed */
    public DeploymentsApi(Supplier<Optional<Deployments>> deployments, Secrets secrets) {
        this.deployments = deployments;
        this.secrets = secrets;
    }

    Reply plugIns(Call call) throws Refused {
        return Reply.ok(shown(desk()));
    }

    /** The body goes straight to where artefacts are verified: nothing of it is kept in memory, and no more is taken than may be. */
    Reply deploy(Call call) throws IOException, Refused {
        secrets.checkPassword(call);
        if (!call.type().equals(ARCHIVE)) {
            throw new Refused(Refusal.OTHER_TYPE);
        }
        if (call.request().getContentLengthLong() > MOST_BYTES) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        String name = call.query("file")
                .filter(file -> !file.isBlank() && file.length() <= LONGEST_NAME)
                .orElseThrow(() -> new Refused(Refusal.NOT_UNDERSTOOD));
        Deployments desk = desk();
        return answer(
                desk,
                desk.deploy(call.request().getInputStream(), name, call.actor().name()));
    }

    Reply rollBack(Call call) throws Refused {
        secrets.checkPassword(call);
        Deployments desk = desk();
        return answer(desk, desk.rollBack(call.path("plugIn"), call.actor().name()));
    }

    private static Reply answer(Deployments desk, Deployments.Outcome outcome) {
        if (outcome instanceof Deployments.Outcome.Refused refused) {
            return Reply.of(new Result.Refused<>(Result.Kind.CONFLICT, refused.guidance()));
        }
        return Reply.ok(shown(desk));
    }

    private static PlugIns shown(Deployments desk) {
        return new PlugIns(
                desk.running(), desk.history().stream().limit(MOST_ENTRIES).toList());
    }

    private Deployments desk() throws Refused {
        return deployments.get().orElseThrow(() -> new Refused(Refusal.NO_DEPLOYMENTS));
    }
}
