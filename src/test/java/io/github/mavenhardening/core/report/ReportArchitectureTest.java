package io.github.mavenhardening.core.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.mavenhardening", importOptions = ImportOption.DoNotIncludeTests.class)
class ReportArchitectureTest {

    private static final String CORE = "io.github.mavenhardening.core.";

    /** Neither files of the repository, nor models, nor checks: a report tells a result. */
    @ArchTest
    static final ArchRule reportsKnowResultsOnly = classes()
            .that()
            .resideInAPackage(CORE + "report..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson..",
                    "com.google.auto.service..",
                    CORE + "report..",
                    CORE + "policy..",
                    CORE + "run..",
                    CORE + "api",
                    CORE + "baseline..",
                    CORE + "file",
                    CORE + "finding..",
                    CORE + "history",
                    CORE + "json..",
                    CORE + "lock.change",
                    CORE + "scorecard..",
                    CORE + "text");

    @ArchTest
    static final ArchRule nothingInTheCoreKnowsReports = noClasses()
            .that()
            .resideInAPackage(CORE + "(**)")
            .and()
            .resideOutsideOfPackage(CORE + "report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CORE + "report..");
}
