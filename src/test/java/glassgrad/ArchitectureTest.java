package glassgrad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("glassgrad");

    @Test
    void the_engine_needs_nothing_but_java() {
        classes()
                .that()
                .resideInAPackage("glassgrad.engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("glassgrad.engine..", "java..", "org.jspecify..")
                .check(PRODUCT);
    }

    @ParameterizedTest
    @CsvSource({
        "engine,     ''",
        "data,       engine",
        "nn,         engine data",
        "training,   engine data nn expression",
        "graph,      engine data nn training",
        "explain,    engine data nn training graph",
        "expression, engine",
        "link,       engine data nn training graph",
        "store,      ''",
        "export,     engine data nn training",
    })
    void a_package_knows_only_those_below_it(String name, String below) {
        String[] known = Stream.concat(
                        Stream.of(name), Arrays.stream(below.split(" ")).filter(word -> !word.isEmpty()))
                .map(package_ -> "glassgrad." + package_ + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> others = JavaClass.Predicates.resideInAPackage("glassgrad..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(known));
        noClasses()
                .that()
                .resideInAPackage("glassgrad." + name + "..")
                .should()
                .dependOnClassesThat(others)
                .check(PRODUCT);
    }

    /** These may differ between JDKs and processors by the last bit. */
    @ParameterizedTest
    @ValueSource(
            strings = {"exp", "expm1", "log", "log10", "log1p", "sin", "cos", "tan", "sinh", "cosh", "tanh", "cbrt"})
    void numbers_come_from_strict_arithmetic(String function) {
        noClasses().should().callMethod(Math.class, function, double.class).check(PRODUCT);
    }

    @Test
    void powers_come_from_strict_arithmetic() {
        noClasses()
                .should()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(PRODUCT);
    }

    @Test
    void the_web_stays_in_the_web_package() {
        noClasses()
                .that()
                .resideOutsideOfPackage("glassgrad.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "glassgrad.web..",
                        "io.javalin..",
                        "j2html..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "org.eclipse.jetty..",
                        "jakarta..")
                .check(PRODUCT);
    }

    @Test
    void databases_stay_in_the_store() {
        noClasses()
                .that()
                .resideOutsideOfPackage("glassgrad.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..")
                .check(PRODUCT);
    }

    @Test
    void pages_are_made_without_the_server() {
        noClasses()
                .that()
                .resideInAPackage("glassgrad.web.view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "tools.jackson..", "org.eclipse.jetty..")
                .check(PRODUCT);
    }

    @Test
    void no_two_packages_know_each_other_in_a_circle() {
        slices().matching("glassgrad.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void in_every_package_null_must_be_announced() {
        classes()
                .should()
                .resideInAPackage("glassgrad..")
                .andShould(ArchCondition.from(DescribedPredicate.describe(
                        "be in a package with @NullMarked",
                        (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .check(PRODUCT);
    }
}
