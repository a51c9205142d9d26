package io.kassa.pos.web.api;

import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.rehearsal.Audience;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.web.json.JsonReader;
import io.kassa.pos.web.json.JsonWriter;
import io.kassa.pos.web.json.NotUnderstood;
import io.kassa.pos.web.metrics.Meters;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** What the pages' side of a sale does while the till rehearses: reads and writes, and counts on meters that nobody reads. */
@Component
public final class RehearsedPages implements Audience {

    private final JsonReader reader = new JsonReader();
    private final JsonWriter writer = new JsonWriter();
    private final Meters meters = new Meters();

    @Override
    public void said(String step, Answer answer) {
        try {
            reader.read(writer.write(new StepAnswer(step, answer, Optional.empty())), StepAnswer.class);
        } catch (NotUnderstood other) {
            throw new IllegalStateException("What is written is not read", other);
        }
    }

    @Override
    public void shown(RegisterView view) {
        writer.write(view);
    }

    @Override
    public void happened(Occurrence occurrence) {
        meters.happened(occurrence);
    }
}
