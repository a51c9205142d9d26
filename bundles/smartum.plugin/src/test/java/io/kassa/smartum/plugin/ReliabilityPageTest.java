package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.plugin.LostAnswers.Row;
import io.kassa.smartum.plugin.text.Reason;
import io.kassa.smartum.plugin.text.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/reliability.md says of lost answers is what {@link LostAnswersTest} runs, row by row. */
class ReliabilityPageTest {
    private static final Path PAGE = Path.of("../../docs/reliability.md");
    private final Say say = new Say();

    @Test
    void theTableOfLostAnswersIsTheRowsThatAreTested() throws IOException {
        assertThat(table("| Trouble |"))
                .containsExactlyElementsOf(
                        LostAnswers.rows().stream().map(Row::line).toList());
    }

    @Test
    void theTableOfWhatTheCashierReadsHasEveryReasonOfTheRows() throws IOException {
        assertThat(table("| Reason |"))
                .containsExactlyElementsOf(reasons().map(this::line).toList());
    }

    /** In the order of the enum: all that a row names, and the one of an outcome that is not known. */
    private static Stream<Reason> reasons() {
        String rows =
                String.join("\n", LostAnswers.rows().stream().map(Row::line).toList());
        return Arrays.stream(Reason.values())
                .filter(reason -> reason == Reason.REFUND_NOT_KNOWN || rows.contains("`" + reason.happened() + "`"));
    }

    private String line(Reason reason) {
        var guidance = say.because(reason, "…");
        return Stream.of(guidance.happened(), guidance.money(), guidance.next())
                .map(message -> message.in(Locale.ENGLISH))
                .reduce("| `" + reason.happened() + "`", (line, text) -> line + " | " + text)
                .concat(" |");
    }

    private static List<String> table(String head) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
