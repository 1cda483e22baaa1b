package io.github.mavenhardening.core.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.posture.WrapperJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedUrlTest {

    private static final String PROPERTIES = ".mvn/wrapper/maven-wrapper.properties";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://repo.example.org:8081/maven",
                "http://user:secret@repo.example.org/maven",
                "http://${host}/maven",
                "ftp://repo.example.org/maven",
                "dav:http://repo.example.org/maven",
                "https://repo.example.org",
                "http:///maven",
                "repo.example.org"
            })
    void leavesAloneWhatHttpsNeedNotReach(String address) {
        assertThat(EncryptedUrl.scheme(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://repo.example.org", "HTTP://repo.example.org/a?b", "http://repo.example.org#x:1"})
    void takesTheScheme(String address) {
        assertThat(EncryptedUrl.scheme(address)).contains(4);
    }

    @Test
    void encryptsTheRepositoriesOfPoms() {
        String before = """
                <?xml version="1.0"?>
                <!-- http://repo.example.org -->
                <project>
                  <properties><base>
                    http://base.example.org/m2</base></properties>
                  <repositories>
                    <repository><id>a</id><url> http://repo.example.org/a&amp;b </url></repository>
                    <repository><id>b</id><url><![CDATA[http://repo.example.org/b]]></url></repository>
                    <repository><id>c</id><url>${base}/c</url></repository>
                    <repository><id>d</id><url>${base}/d</url></repository>
                    <repository><id>e</id><url>http://repo.example.org:8081/e</url></repository>
                  </repositories>
                </project>
                """;
        String after = before.replace("http://base", "https://base")
                .replace("> http://repo.example.org/a", "> https://repo.example.org/a")
                .replace("[http:", "[https:");
        Repairs.of("pom.xml", before).made("insecure-repository", false).changesNothing();
        Repairs.of("pom.xml", before).made("insecure-repository", true).gives("pom.xml", after);
        Repairs.of("pom.xml", before.replace("\n", "\r\n"))
                .made("insecure-repository", true)
                .gives("pom.xml", after.replace("\n", "\r\n"));
    }

    @Test
    void encryptsTheWrappersDownloads() {
        String before = "# http\ndistributionUrl = http\\://repo.example.org/apache-maven-3.9.9-bin.zip\n"
                + "wrapperUrl=http://repo.example.org/w.jar\nwrapperSha256Sum=" + "a".repeat(64);
        Repairs.of(PROPERTIES, before).made("wrapper-checksum", false).changesNothing();
        Repairs.of(PROPERTIES, before)
                .made("wrapper-checksum", true)
                .gives(PROPERTIES, before.replace("= http", "= https").replace("=http:", "=https:"));
    }

    @Test
    void addsTheChecksumOfAKnownRelease() {
        String url =
                "wrapperUrl=https://repo.example.org/maven2/org/apache/maven/wrapper/maven-wrapper/VERSION/maven-wrapper-VERSION.jar";
        String known = url.replace("VERSION", "3.3.2");
        String sum = "wrapperSha256Sum=" + WrapperJars.sha256("3.3.2").orElseThrow();
        Repairs.of(PROPERTIES, known).made("wrapper-checksum", false).gives(PROPERTIES, known + "\n" + sum + "\n");
        Repairs.of(PROPERTIES, known + " \r\na=b\r\n")
                .made("wrapper-checksum", false)
                .gives(PROPERTIES, known + " \r\n" + sum + "\r\na=b\r\n");
        Repairs.of(PROPERTIES, url.replace("VERSION", "99.0"))
                .made("wrapper-checksum", true)
                .changesNothing();
        Repairs.of(PROPERTIES, known.replace("wrapper-3.3.2", "wrapper-3.3.1"))
                .made("wrapper-checksum", true)
                .changesNothing();
    }

    @Test
    void encryptsHooksAndLinks() {
        String hooks = """
                repos:
                - repo: 'http://git.example.org/a'   # why
                  rev: v1
                  hooks: [{id: a}]
                - repo: git://git.example.org/b
                  rev: v1
                  hooks: [{id: b}]
                - repo: git://git.example.org:9418/c
                  rev: v1
                  hooks: [{id: c}]
                """;
        Repairs.of(".pre-commit-config.yaml", hooks)
                .made("insecure-url-scheme", true)
                .gives(
                        ".pre-commit-config.yaml",
                        hooks.replace("'http:", "'https:")
                                .replace("git://git.example.org/b", "https://git.example.org/b"));
        String insights = """
                header:
                  schema-version: 2.0.0
                  url: "http://example.org/security-insights.yml"
                  project-si-source: http://example.org/si.yml # there
                """;
        Repairs.of("security-insights.yml", insights)
                .made("security-insights-http-links", true)
                .gives("security-insights.yml", insights.replace("http:", "https:"));
    }
}
