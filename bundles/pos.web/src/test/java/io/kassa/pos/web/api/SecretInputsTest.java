package io.kassa.pos.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Role;
import io.kassa.pos.spi.payment.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type in secret and what they scan prints nowhere, so that no log can have it by mistake. */
class SecretInputsTest {

    private static final String SECRET = "s3cret-and-long";

    static Stream<Object> inputs() {
        return Stream.of(
                new LoginApi.Login.Password("Anna", SECRET),
                new LoginApi.Login.Pin("Aino", SECRET, "R1"),
                new LoginApi.Confirmation(SECRET),
                new LoginApi.FirstAdmin(SECRET, "Anna", SECRET),
                new FormsApi.Draft(Optional.empty(), Map.of("clientSecret", List.of(SECRET))),
                new PeopleApi.PersonChange(Role.CASHIER, false, true, Optional.of(SECRET)),
                new WorklistApi.TypedReference(SECRET),
                new StepAnswer("scan", new Answer.Scanned(SECRET), Optional.empty()),
                new StepAnswer("id", new Answer.Text(SECRET), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void doNotPrint(Object input) {
        assertThat(input.toString()).doesNotContain(SECRET);
    }
}
