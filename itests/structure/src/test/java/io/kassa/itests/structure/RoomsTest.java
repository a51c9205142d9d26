package io.kassa.itests.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of docs/ARCHITECTURE.md: who may depend on whom, and nothing else. */
class RoomsTest {

    private static final String JDBC = "java.sql";

    private static final Map<String, Set<String>> ROOMS = RoomsPage.rooms();

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.kassa");
    }

    static Stream<String> rooms() {
        return ROOMS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomDependsOnlyOnWhatItMay(String room) {
        Set<String> allowed = Stream.concat(ROOMS.get(room).stream(), Stream.of(room, "java", "javax"))
                .collect(Collectors.toSet());
        // a room whose name begins with another's is not part of it
        String[] others = ROOMS.keySet().stream()
                .filter(other -> !allowed.contains(other))
                .map(RoomsTest::within)
                .toArray(String[]::new);
        classes()
                .that(resideInAnyPackage(within(room)).and(resideOutsideOfPackages(below(room))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                allowed.stream().map(RoomsTest::within).toArray(String[]::new))
                        .and(resideOutsideOfPackages(others))
                        .or(DescribedPredicate.describe(
                                "are primitives or arrays of them",
                                type -> type.getPackageName().isEmpty())))
                .check(all);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesAllThatThePageSays(String room) {
        Set<String> used = all.stream()
                .filter(resideInAnyPackage(within(room)).and(resideOutsideOfPackages(below(room))))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName() + ".")
                .collect(Collectors.toSet());
        assertThat(ROOMS.get(room)).allMatch(may -> used.stream().anyMatch(name -> name.startsWith(may + ".")));
    }

    @Test
    void everyClassStandsInARoom() {
        assertThat(all.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> ROOMS.keySet().stream().noneMatch(room -> (name + ".").startsWith(room + "."))))
                .isEmpty();
    }

    @Test
    void packagesFormNoCircles() {
        slices().assignedFrom(new PackageByPackage()).should().beFreeOfCycles().check(all);
    }

    @Test
    void onlyTheLedgerSpeaksToDatabases() {
        noClasses()
                .that(resideOutsideOfPackages("io.kassa.pos.ledger.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(JDBC), "javax.sql..")
                .check(all);
    }

    @Test
    void moneyIsNeverAFloat() {
        noClasses()
                .that(resideInAnyPackage(
                        "io.kassa.pos.spi..",
                        "io.kassa.pos.ledger..",
                        "io.kassa.pos.host..",
                        "io.kassa.pos.shell..",
                        "io.kassa.smartum.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Double.class.getName())
                .check(all);
        assertThat(all.stream()
                        .filter(type -> !type.getPackageName().startsWith("io.kassa.pos.scan"))
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> Set.of("double", "float")
                                .contains(field.getRawType().getName()))
                        .map(field -> field.getFullName()))
                .isEmpty();
    }

    private static final class PackageByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("io.kassa.")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static String[] below(String room) {
        return ROOMS.keySet().stream()
                .filter(other -> other.startsWith(room + "."))
                .map(RoomsTest::within)
                .toArray(String[]::new);
    }

    private static String within(String name) {
        return name + "..";
    }
}
