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
}
