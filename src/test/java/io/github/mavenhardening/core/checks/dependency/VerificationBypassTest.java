package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.build.BuildFacts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationBypassTest {

    private static final String CACHE = """
            <extensions>
              <extension>
                <groupId>org.apache.maven.extensions</groupId>
                <artifactId>maven-build-cache-extension</artifactId>
                <version>1.2.0</version>
              </extension>
            </extensions>
            """;
    private static final BuildFacts GUARDED = new BuildFacts(List.of(), true, Set.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dhardening.skip",
                "-Dhardening.skip=true",
                "\"-Dhardening.skip=true\"",
                "-D hardening.skip=true",
                "-Dhardening.failOnViolation=false",
                "-Dhardening.failOn=never",
                "-Dhardening.disable=concurrency-limits,artifact-mismatch",
                "-Daether.artifactResolver.postProcessor.trustedChecksums=false",
                "-Daether.trustedChecksumsSource.summaryFile=false",
                "-Daether.connector.https.securityMode=insecure",
                "-Dmaven.wagon.http.ssl.insecure=true",
                "-Dmaven.wagon.http.ssl.allowall",
                "-Dmaven.ext.class.path=tools/agent.jar",
                "-Denforcer.skip",
                "-Dpgpverify.skip=true",
                "-c",
                "--lax-checksums",
                "-llr"
            })
    void findsSwitches(String argument) {
        assertThat(new BuildCase()
                        .file(".mvn/maven.config", "-T2\n  " + argument + "\n")
                        .lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith(".mvn/maven.config:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dhardening.skip=false",
                "-Dhardening.failOn=low",
                "-Dhardening.disable=concurrency-limits",
                "-Daether.trustedChecksumsSource.summaryFile=true",
                "-Daether.connector.https.securityMode=default",
                "-C",
                "--strict-checksums",
                "# -Dhardening.skip",
                "-Dmaven.test.skip"
            })
    void leavesOthersAlone(String argument) {
        assertThat(new BuildCase().file(".mvn/maven.config", argument + "\n").lines(new VerificationBypass()))
                .isEmpty();
    }

    @Test
    void looksIntoTheEnvironmentAndTheJvmsConfiguration() {
        BuildCase build = new BuildCase()
                .variable("MAVEN_ARGS", "-ntp -Dhardening.skip")
                .variable("MAVEN_OPTS", "-Xmx1g -Dmaven.wagon.http.ssl.insecure=true")
                .variable("OTHER", "-Dhardening.skip")
                .file(".mvn/jvm.config", "-Xmx1g -Denforcer.skip=true");

        assertThat(build.lines(new VerificationBypass()))
                .containsExactly(
                        ":0:0 high -Dhardening.skip in the environment variable MAVEN_ARGS switches this plugin off",
                        ":0:0 high -Dmaven.wagon.http.ssl.insecure=true in the environment variable MAVEN_OPTS accepts"
                                + " any certificate of a repository",
                        ".mvn/jvm.config:1:8 high -Denforcer.skip=true in .mvn/jvm.config switches the rules of the Maven"
                                + " Enforcer off");
    }

    @Test
    void looksAtPropertiesAndAtThisPluginsConfiguration() {
        BuildCase build = new BuildCase().pom("""
                <properties><hardening.failOnViolation>false</hardening.failOnViolation></properties>
                <build><plugins><plugin>
                <groupId>io.github.mavenhardening</groupId><artifactId>hardening-maven-plugin</artifactId>
                <configuration><skip>true</skip></configuration>
                </plugin></plugins></build>
                <profiles><profile><properties><hardening.skip>true</hardening.skip></properties></profile></profiles>
                """);

        assertThat(build.lines(new VerificationBypass()))
                .containsExactly(
                        "pom.xml:2:40 high hardening.failOnViolation=false in pom.xml lets the build pass whatever this"
                                + " plugin finds",
                        "pom.xml:5:22 high <skip>true</skip> in pom.xml switches this plugin off");
    }

    @Test
    void findsABuildCacheThatSkipsThisPlugin() {
        BuildCase build = new BuildCase().file(".mvn/extensions.xml", CACHE).facts(GUARDED);

        assertThat(build.lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith(
                        ".mvn/extensions.xml:4:17 high the build cache restores modules without running this plugin");
        build.file(
                ".mvn/maven-build-cache-config.xml",
                "<cache><executionControl><runAlways><plugins>"
                        + "<plugin groupId='io.github.mavenhardening' artifactId=\"hardening-maven-plugin\"/>"
                        + "</plugins></runAlways></executionControl></cache>");
        assertThat(build.lines(new VerificationBypass())).isEmpty();
    }

    @Test
    void saysNothingOfABuildCacheThatIsOffOrOfABuildWithoutThisPlugin() {
        assertThat(new BuildCase().file(".mvn/extensions.xml", CACHE).lines(new VerificationBypass()))
                .isEmpty();
        assertThat(new BuildCase()
                        .file(".mvn/extensions.xml", CACHE)
                        .file(
                                ".mvn/maven-build-cache-config.xml",
                                "<cache><configuration><enabled>false</enabled></configuration></cache>")
                        .facts(GUARDED)
                        .lines(new VerificationBypass()))
                .isEmpty();
    }
}
