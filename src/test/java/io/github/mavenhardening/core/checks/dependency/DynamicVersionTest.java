package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicVersionTest {

    private static String dependency(String version) {
        return """
                <dependencies>
                  <dependency>
                    <groupId>org.example</groupId>
                    <artifactId>lib</artifactId>
                    <version>%s</version>
                  </dependency>
                </dependencies>
                """.formatted(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1.0,2.0)", "(,1.0]", "[1.0,)", "LATEST", "RELEASE", "(,1.0],[1.2,)"})
    void findsVersionsThatEachBuildChooses(String version) {
        assertThat(new BuildCase().pom(dependency(version)).lines(new DynamicVersion()))
                .singleElement()
                .asString()
                .startsWith("pom.xml:6:14 medium org.example:lib has ")
                .contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "[1.0]", "1.0-SNAPSHOT", "${unknown}", "latest-build"})
    void leavesOneVersionAlone(String version) {
        assertThat(new BuildCase().pom(dependency(version)).lines(new DynamicVersion()))
                .isEmpty();
    }

    @Test
    void followsPropertiesUpToTheParentAndNamesTheirPlace() {
        BuildCase build = new BuildCase()
                .pom("""
                        <artifactId>parent</artifactId>
                        <modules><module>a</module></modules>
                        <properties>
                          <lib>${range}</lib>
                          <range>[1,2)</range>
                        </properties>
                        """)
                .file(
                        "a/pom.xml",
                        "<project>\n<parent><artifactId>parent</artifactId></parent>\n" + dependency("${lib}")
                                + "</project>");

        assertThat(build.findings(new DynamicVersion())).singleElement().satisfies(finding -> {
            assertThat(finding.element().coordinates()).contains("org.example:lib:[1,2)");
            assertThat(finding.primary().path()).isEqualTo("a/pom.xml");
            assertThat(finding.related()).singleElement().satisfies(place -> {
                assertThat(place.path()).isEqualTo("pom.xml");
                assertThat(place.line()).isEqualTo(6);
            });
        });
    }

    @Test
    void looksWhereverVersionsStand() {
        BuildCase build = new BuildCase()
                .pom("""
                        <parent><groupId>g</groupId><artifactId>parent</artifactId><version>[1,2)</version></parent>
                        <dependencyManagement><dependencies>
                        <dependency><groupId>g</groupId><artifactId>managed</artifactId><version>RELEASE</version></dependency>
                        </dependencies></dependencyManagement>
                        <build>
                        <extensions><extension><groupId>g</groupId><artifactId>extension</artifactId><version>[1,)</version></extension></extensions>
                        <plugins><plugin><artifactId>plugin</artifactId><version>LATEST</version>
                        <dependencies><dependency><groupId>g</groupId><artifactId>of-plugin</artifactId><version>[1,)</version></dependency></dependencies>
                        <configuration><annotationProcessorPaths>
                        <path><groupId>g</groupId><artifactId>processor</artifactId><version>[1,)</version></path>
                        </annotationProcessorPaths></configuration></plugin></plugins>
                        <pluginManagement><plugins>
                        <plugin><groupId>g</groupId><artifactId>managed-plugin</artifactId><version>[1,)</version></plugin>
                        </plugins></pluginManagement></build>
                        <profiles><profile><dependencies>
                        <dependency><groupId>g</groupId><artifactId>profiled</artifactId><version>[1,)</version></dependency>
                        </dependencies></profile></profiles>
                        """)
                .file(
                        ".mvn/extensions.xml",
                        "<extensions><extension><groupId>g</groupId><artifactId>core</artifactId>"
                                + "<version>[1,)</version></extension></extensions>");

        assertThat(build.findings(new DynamicVersion()))
                .extracting(finding -> finding.subject().split(" ", -1)[0])
                .containsExactlyInAnyOrder(
                        "g:parent",
                        "g:managed",
                        "g:extension",
                        "org.apache.maven.plugins:plugin",
                        "g:of-plugin",
                        "g:processor",
                        "g:managed-plugin",
                        "g:profiled",
                        "g:core");
    }

    private static String configured(String artifactId, String configuration) {
        return """
                <build><plugins><plugin>
                <artifactId>%s</artifactId><version>1</version>
                <executions><execution><configuration>
                %s
                </configuration></execution></executions>
                </plugin></plugins></build>
                """.formatted(artifactId, configuration);
    }

    private static String item(String version) {
        return "<artifactItems><artifactItem><groupId>org.example</groupId><artifactId>agent</artifactId><version>"
                + version + "</version></artifactItem></artifactItems>";
    }

    @Test
    void looksAtWhatPluginsAreToldToResolve() {
        assertThat(new BuildCase()
                        .pom(configured("maven-dependency-plugin", item("LATEST")))
                        .lines(new DynamicVersion()))
                .containsExactly(
                        "pom.xml:5:99 medium org.example:agent has the word LATEST as its version, so each build may"
                                + " use other code");
        assertThat(new BuildCase()
                        .pom(configured("maven-dependency-plugin", item("1.2.3")))
                        .lines(new DynamicVersion()))
                .isEmpty();
    }

    @Test
    void leavesConditionsOfPluginsAlone() {
        assertThat(new BuildCase()
                        .pom(configured("maven-enforcer-plugin", item("[1,2)")))
                        .lines(new DynamicVersion()))
                .isEmpty();
        assertThat(new BuildCase()
                        .pom(configured(
                                "maven-toolchains-plugin",
                                "<toolchains><jdk><version>[17,18)</version></jdk></toolchains>"))
                        .lines(new DynamicVersion()))
                .isEmpty();
    }

    @Test
    void tellsOfAnAnnotationProcessorOnce() {
        String path = "<annotationProcessorPaths><path><groupId>org.example</groupId><artifactId>p</artifactId>"
                + "<version>LATEST</version></path></annotationProcessorPaths>";
        assertThat(new BuildCase()
                        .pom(configured("maven-compiler-plugin", path))
                        .lines(new DynamicVersion()))
                .hasSize(1);
    }
}
