package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.BuildFacts.KnownRepository;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsecureRepositoryTest {

    private static String repository(String url) {
        return "<repositories><repository><id>ours</id>\n<url>" + url + "</url></repository></repositories>\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://repo.example.org/maven",
                "HTTP://repo.example.org",
                "ftp://repo.example.org",
                "dav:http://repo.example.org",
                "http://localhost.example.org/",
                "http://localhost@repo.example.org/"
            })
    void findsAddressesWithoutEncryption(String url) {
        assertThat(new BuildCase().pom(repository(url)).lines(new InsecureRepository()))
                .singleElement()
                .asString()
                .startsWith("pom.xml:3:6 high The repository 'ours'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://repo.example.org",
                "file:///srv/repository",
                "http://localhost:8081/repository",
                "http://127.0.0.1/",
                "http://[::1]:80/",
                "${repository.url}"
            })
    void leavesOthersAlone(String url) {
        assertThat(new BuildCase().pom(repository(url)).lines(new InsecureRepository()))
                .isEmpty();
    }

    @Test
    void looksAtDeploymentPluginsProfilesAndSettings() {
        BuildCase build = new BuildCase()
                .pom("""
                        <properties><base>http://repo.example.org</base></properties>
                        <distributionManagement>
                          <repository><id>releases</id><url>${base}/releases</url></repository>
                          <snapshotRepository><id>snapshots</id><url>${base}/snapshots</url></snapshotRepository>
                        </distributionManagement>
                        <profiles><profile><pluginRepositories>
                          <pluginRepository><id>plugins</id><url>${base}/plugins</url></pluginRepository>
                        </pluginRepositories></profile></profiles>
                        """)
                .file(
                        ".mvn/settings.xml",
                        "<settings><mirrors><mirror><id>mirror</id><url>http://mirror.example.org</url></mirror></mirrors></settings>");

        assertThat(build.findings(new InsecureRepository()))
                .extracting(finding -> finding.subject().split(" ", -1)[0])
                .containsExactlyInAnyOrder("releases", "snapshots", "plugins", "mirror");
    }

    @Test
    void tellsOfThoseFromOutsideOnceAndWithoutPassword() {
        BuildFacts facts = new BuildFacts(
                List.of(),
                false,
                Set.of("ours", "old"),
                List.of(
                        new KnownRepository("ours", "http://repo.example.org/maven"),
                        new KnownRepository("old", "http://user:secret@old.example.org/maven")));
        BuildCase build =
                new BuildCase().pom(repository("http://repo.example.org/maven")).facts(facts);

        assertThat(build.lines(new InsecureRepository()))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(":0:0 high The repository 'old'")
                        .contains("http://…@old.example.org/maven")
                        .doesNotContain("secret"));
    }

    @Test
    void looksAtSettingsThatArgumentsName() {
        String settings =
                "<settings><mirrors>\n<mirror><id>m</id><url>http://mirror.example.org</url></mirror></mirrors></settings>";
        assertThat(new BuildCase()
                        .file(".mvn/maven.config", "--settings=.mvn/nexus.xml")
                        .file(".mvn/nexus.xml", settings)
                        .lines(new InsecureRepository()))
                .singleElement()
                .asString()
                .startsWith(".mvn/nexus.xml:2:");
    }

    @Test
    void looksAtOtherBuildsOfTheCheckout() {
        String pom = "<project>\n" + repository("http://repo.example.org/maven") + "</project>";
        BuildCase build = new BuildCase()
                .pom("<modules><module>app</module></modules>")
                .file("app/pom.xml", "<project/>")
                .file("legacy/pom.xml", pom)
                .file("examples/demo/pom.xml", pom)
                .file("app/src/test/resources/pom.xml", pom)
                .file("app/src/it/a/settings.xml", pom)
                .file(
                        "ci/settings-ci.xml",
                        "<settings><mirrors>\n<mirror><id>ours</id><url>http://mirror.example.org</url></mirror></mirrors></settings>")
                .file("ide/settings.xml", "<component><url>http://repo.example.org</url></component>")
                .file("broken/pom.xml", "<project><repositories>");

        assertThat(build.lines(new InsecureRepository()))
                .extracting(line -> line.substring(0, line.indexOf(" The ")))
                .containsExactlyInAnyOrder(
                        "ci/settings-ci.xml:2:27 high", "examples/demo/pom.xml:3:6 low", "legacy/pom.xml:3:6 high");
    }

    @Test
    void takesAPropertyFromTheParentOfAnotherBuild() {
        assertThat(new BuildCase()
                        .file(
                                "tools/pom.xml",
                                "<project><artifactId>tools</artifactId><properties><repo>http://repo.example.org</repo></properties></project>")
                        .file(
                                "tools/a/pom.xml",
                                "<project>\n<parent><artifactId>tools</artifactId></parent>\n" + repository("${repo}")
                                        + "</project>")
                        .lines(new InsecureRepository()))
                .singleElement()
                .asString()
                .startsWith("tools/a/pom.xml:4:6 high ");
    }

    @Test
    void leavesMirrorsThatBlockAlone() {
        assertThat(new BuildCase()
                        .file(
                                ".mvn/settings.xml",
                                "<settings><mirrors><mirror><id>no</id><url>http://repo.example.org</url><blocked>true</blocked></mirror>"
                                        + "<mirror><id>dummy</id><url>http://0.0.0.0/</url></mirror></mirrors></settings>")
                        .lines(new InsecureRepository()))
                .isEmpty();
    }
}
