package io.github.mavenhardening;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.network.Port;
import java.io.File;
import java.io.Serializable;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import org.apache.maven.plugins.annotations.Mojo;

/** What may know what. */
@AnalyzeClasses(packages = "io.github.mavenhardening", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.mavenhardening.";
    private static final String CORE = BASE + "core..";
    private static final String CHECKS = BASE + "core.checks..";
    private static final String REPORT = BASE + "core.report..";

    private static final DescribedPredicate<JavaClass> OUR_CHECKS = DescribedPredicate.describe(
            "are checks of ours",
            type -> type.isAssignableTo(Check.class)
                    && !type.isInterface()
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT));

    @ArchTest
    static final ArchRule theCoreKnowsNoMaven = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..",
                    "org.eclipse.aether..",
                    "org.codehaus.plexus..",
                    "org.eclipse.sisu..",
                    "javax.inject..",
                    "javax.annotation..",
                    "com.google.inject..",
                    BASE + "maven..");

    @ArchTest
    static final ArchRule mavensSideKnowsNoCheck = noClasses()
            .that()
            .resideInAPackage(BASE + "maven..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CHECKS);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(BASE + "(**)").should().beFreeOfCycles();

    /** A sealed type and what it permits are one thing in several files; nothing else needs one another. */
    @ArchTest
    static void classesHaveNoCycles(JavaClasses classes) throws ClassNotFoundException {
        for (SortedSet<String> cycle : ClassCycles.of(classes)) {
            assertThat(ClassCycles.isSealedFamily(cycle))
                    .as("classes that need one another: %s", cycle)
                    .isTrue();
        }
    }

    @ArchTest
    static final ArchRule onlyTheYamlPackageKnowsSnakeYaml = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "core.yaml")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml.snakeyaml..");

    @ArchTest
    static final ArchRule onlyTheSourcePackageKnowsJGit = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "core.source")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    /** What is fetched goes by Maven, or by a port, which a network asks that the run has opened. */
    @ArchTest
    static final ArchRule onlyPortsOpenConnections = noClasses()
            .that(DescribedPredicate.describe(
                    "are no ports", type -> !outermost(type).isAssignableTo(Port.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..", "org.eclipse.jgit.transport..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Socket|ServerSocket|URLConnection|HttpURLConnection|DatagramSocket)")
            .orShould()
            .callMethodWhere(target(nameMatching("lsRemoteRepository|cloneRepository|fetch"))
                    .and(target(owner(resideInAPackage("org.eclipse.jgit.api")))));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    /** A run can be repeated: the clock and the environment are passed in. */
    @ArchTest
    static final ArchRule theCoreAsksNeitherClockNorEnvironment = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    /** What it logs and fails with names goals as they are run where the build was started. */
    @ArchTest
    static final ArchRule everyGoalSpellsTheGoalsItNames = classes()
            .that()
            .areAnnotatedWith(Mojo.class)
            .and()
            .doNotHaveSimpleName("HelpMojo")
            .should()
            .beAssignableTo(BASE + "maven.goal.GoalMojo");

    @ArchTest
    static final ArchRule checksKnowNeitherReportsNorPolicy = noClasses()
            .that()
            .resideInAPackage(CHECKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "core.report..", BASE + "core.policy..");

    /** Neither files of the repository, nor models, nor checks: a report tells a result. */
    @ArchTest
    static final ArchRule reportsKnowResultsOnly = classes()
            .that()
            .resideInAPackage(REPORT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson..",
                    "com.google.auto.service..",
                    REPORT,
                    BASE + "core.policy..",
                    BASE + "core.run..",
                    BASE + "core.api",
                    BASE + "core.baseline..",
                    BASE + "core.file",
                    BASE + "core.finding..",
                    BASE + "core.history",
                    BASE + "core.json..",
                    BASE + "core.lock.change",
                    BASE + "core.scorecard..",
                    BASE + "core.text");

    @ArchTest
    static final ArchRule nothingElseInTheCoreKnowsReports = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackage(REPORT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REPORT);

    @ArchTest
    static final ArchRule checksReadNoFiles = noClasses()
            .that()
            .resideInAPackage(CHECKS)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "do input or output",
                    type -> type.isAssignableTo(File.class)
                            || type.isAssignableTo(Files.class)
                            || type.getPackageName().startsWith("java.nio.channels")
                            || (type.getPackageName().equals("java.io") && !type.isAssignableTo(Serializable.class))));

    @ArchTest
    static final ArchRule checksArePublicAndFinalAndCarryTheirMetadata = classes()
            .that(OUR_CHECKS)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould(beAnnotatedWith(CheckInfo.class))
            .andShould()
            .resideInAPackage(CHECKS);

    @ArchTest
    static final ArchRule checksKeepNoState =
            fields().that().areDeclaredInClassesThat(OUR_CHECKS).should().beFinal();
}
