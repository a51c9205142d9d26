package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.web.api.Endpoints;
import io.kassa.pos.web.http.Route;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The description and the code say the same. */
class DescriptionTest {

    private static TillServer till;
    private final Description description = new Description();

    DescriptionTest() throws IOException {}

    @BeforeAll
    static void start() {
        till = TillServer.shop();
    }

    @AfterAll
    static void stop() {
        till.close();
    }

    @Test
    void everyEndpointIsDescribedAndEveryDescriptionHasAnEndpoint() {
        List<String> described = description.operations().stream()
                .map(operation -> operation + " " + operation.access())
                .toList();
        List<String> routed = routes().stream()
                .map(route -> route.method() + " " + route.template() + " " + route.access())
                .toList();
        assertThat(routed).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void theDescriptionIsServedToEverybody() {
        JsonNode served = Browser.json(till.browser().get("/api/openapi.json"));
        assertThat(served.path("paths"))
                .hasSize(description.operations().stream()
                        .map(Description.Operation::path)
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void itIsOpenApi31_andNamesEveryParameterThatIsReadFromAQuery() throws IOException {
        JsonNode served = Browser.json(till.browser().get("/api/openapi.json"));
        assertThat(served.path("openapi").asText()).matches("3\\.1\\.\\d");
        Set<String> described = served.findValues("parameters").stream()
                .flatMap(parameters -> StreamSupport.stream(parameters.spliterator(), false))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
        assertThat(described).isNotEmpty().isEqualTo(asked());
    }

    /** The names that the endpoints ask a call for. */
    private static Set<String> asked() throws IOException {
        Pattern asked = Pattern.compile("\\bquer(?:y|ies)\\(\"(\\w+)\"\\)");
        Set<String> names = new HashSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/kassa/pos/web/api"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                asked.matcher(Files.readString(source)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }

    @TestFactory
    Stream<DynamicTest> everyBodyIsReadAsTheRecordThatItsSchemaDescribes() {
        return routes().stream()
                .filter(route -> route.input().isPresent())
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.template(), () -> {
                    JsonNode schema = operation(route).input();
                    same(schema, route.input().orElseThrow(), Description.name(schema));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everySchemaOfARecordHasItsComponents() {
        return description.schemas().properties().stream()
                .filter(schema -> schema.getValue().has("x-record"))
                .map(schema -> DynamicTest.dynamicTest(
                        schema.getKey(),
                        () -> same(
                                schema.getValue(),
                                Class.forName(schema.getValue().path("x-record").asText()),
                                schema.getKey())));
    }

    private List<Route> routes() {
        return Endpoints.of(till.wiring.areas());
    }

    private Description.Operation operation(Route route) {
        return description.operations().stream()
                .filter(each -> each.toString().equals(route.method() + " " + route.template()))
                .findFirst()
                .orElseThrow();
    }

    private void same(JsonNode given, Type type, String place) {
        JsonNode schema = description.resolve(given);
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                same(schema.path("additionalProperties"), arguments[1], place + "{}");
            } else {
                assertThat(schema.path("type").asText()).as(place).isEqualTo("array");
                same(schema.path("items"), arguments[0], place + "[]");
            }
            return;
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isEnum()) {
            assertThat(texts(schema.path("enum")))
                    .as(place)
                    .containsExactly(Arrays.stream(wanted.getEnumConstants())
                            .map(Object::toString)
                            .toArray(String[]::new));
        } else if (wanted.isSealed()) {
            assertThat(schema.path("oneOf")).as(place).hasSize(wanted.getPermittedSubclasses().length);
            for (Class<?> variant : wanted.getPermittedSubclasses()) {
                String kind = variant.getSimpleName().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + variant.getSimpleName().substring(1);
                String reference = schema.at("/discriminator/mapping/" + kind).asText();
                record(description.schema(reference.substring(reference.lastIndexOf('/') + 1)), variant, place + kind);
            }
        } else if (schema.path("type").asText().equals("object") && schema.has("properties")) {
            if (!place.endsWith("Message")) {
                record(schema, wanted, place);
            }
        } else {
            Map<Class<?>, String> types = Map.of(long.class, "integer", int.class, "integer", boolean.class, "boolean");
            boolean text = wanted == ProductLabel.class || !types.containsKey(wanted);
            assertThat(schema.path("type").asText()).as(place).isEqualTo(text ? "string" : types.get(wanted));
        }
    }

    private void record(JsonNode schema, Class<?> type, String place) {
        if (type.getSimpleName().equals("Message")) {
            assertThat(texts(schema.path("required"))).containsExactly("code", "texts");
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String inside = place + "." + component.getName();
            boolean optional = component.getType() == Optional.class;
            JsonNode member = schema.path("properties").path(component.getName());
            assertThat(member.isMissingNode()).as(inside + " is missing").isFalse();
            assertThat(texts(schema.path("required")).contains(component.getName()))
                    .as(inside + " is required")
                    .isEqualTo(!optional);
            Type type1 = component.getGenericType();
            Type inner = optional ? ((ParameterizedType) type1).getActualTypeArguments()[0] : type1;
            same(member, inner, inside);
        }
        int own = schema.path("properties").has("kind") && !hasComponent(type, "kind") ? 1 : 0;
        assertThat(schema.path("properties")).as(place).hasSize(type.getRecordComponents().length + own);
    }

    private static boolean hasComponent(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(name));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
