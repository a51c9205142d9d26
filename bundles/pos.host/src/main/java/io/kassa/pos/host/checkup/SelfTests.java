package io.kassa.pos.host.checkup;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.health.Health;
import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.method.Called;
import io.kassa.pos.host.text.Whereabouts;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The self tests that methods bring: they may ask their providers. */
final class SelfTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Desk desk;

    SelfTests(Desk desk) {
        this.desk = desk;
    }

    List<Check> all() {
        return desk.methods().all().stream()
                .map(offered -> offered.info().id())
                .flatMap(id -> desk.methods().selfTest(id).map(test -> check(id, test)).stream())
                .toList();
    }

    private Check check(String id, SelfTest test) {
        return Check.of(id, notes -> run(notes, test), "payment", id, Health.DEEP);
    }

    private List<Note> run(Notes notes, SelfTest test) {
        Called<List<Finding>> called = desk.patience().call(PATIENCE, test::run);
        return called instanceof Called.Answered<List<Finding>> answered
                ? answered.value().stream().map(finding -> note(notes, finding)).toList()
                : List.of(notes.error("failed", Whereabouts.AS_BEFORE));
    }

    private Note note(Notes notes, Finding finding) {
        Optional<Message> money = finding.severity() == Finding.Severity.OK
                ? Optional.empty()
                : Optional.of(desk.words().say(Whereabouts.AS_BEFORE.code()));
        return notes.said(finding.severity(), finding.result(), money, finding.advice());
    }
}
