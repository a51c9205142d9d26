package io.kassa.pos.web.api;

import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Reply;
import io.kassa.pos.web.metrics.Exposition;

/** What the till measures, for programs that collect such numbers. */
public final class MetricsApi {

    private final Exposition exposition;

    public MetricsApi(Exposition exposition) {
        this.exposition = exposition;
    }

    Reply metrics(Call call) {
        return new Reply.Raw(Exposition.TYPE, exposition.text());
    }
}
