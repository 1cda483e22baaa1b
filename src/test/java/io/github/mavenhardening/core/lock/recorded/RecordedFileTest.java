package io.github.mavenhardening.core.lock.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedFileTest {

    private static final String SHA1 = "0123456789abcdef0123456789ABCDEF01234567";
    private static final String SHA256 = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    private static RecordedFile read(String fileName, String text) throws LockSyntaxException {
        return RecordedFiles.parse(SourceFile.of("folder/" + fileName, text), fileName);
    }

    @Test
    void mavenNamesAlgorithmAndRepositoryInTheFile() throws Exception {
        RecordedFile file = read("checksums-central.sha1", """
                # recorded

                %s  org/example/lib/1.0/lib-1.0.jar
                """.formatted(SHA1));

        assertThat(file.checksums().get("org/example/lib/1.0/lib-1.0.jar"))
                .containsExactly(new RecordedChecksum(
                        "org/example/lib/1.0/lib-1.0.jar", ChecksumAlgorithm.SHA_1, SHA1, Optional.of("central"), 3));
        assertThat(file.checksums()
                        .get("org/example/lib/1.0/lib-1.0.jar")
                        .get(0)
                        .hex())
                .isLowerCase();
    }

    @ParameterizedTest
    @CsvSource({
        "checksums.sha512, true",
        "checksums-my-repository.sha256, true",
        "checksums.md5, false",
        "checksums.txt, false",
        "lockfile.json, false",
    })
    void mavenSummariesAreKnownByTheirName(String name, boolean summary) {
        assertThat(MavenSummary.isName(name)).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource({"abc  org/example/a.jar", "0123456789abcdef0123456789abcdef01234567  ../a.jar", "nonsense"})
    void aLineThatIsNoRecordIsNamed(String line) {
        assertThatThrownBy(() -> read("checksums.sha1", "# head\n" + line + "\n"))
                .isInstanceOfSatisfying(
                        LockSyntaxException.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Test
    void mavenLockfileIsReadAtEveryDepth() throws Exception {
        RecordedFile file = read("lockfile.json", """
                {
                  "groupId": "org.example", "artifactId": "app", "version": "1", "lockFileVersion": 1,
                  "pom": {
                    "groupId": "org.example", "artifactId": "app", "version": "1", "relativePath": "pom.xml",
                    "checksumAlgorithm": "SHA-256", "checksum": "%1$s",
                    "parent": {
                      "groupId": "org.example", "artifactId": "parent", "version": "3",
                      "checksumAlgorithm": "SHA-256", "checksum": "%1$s"
                    }
                  },
                  "dependencies": [{
                    "groupId": "org.example", "artifactId": "lib", "version": "1.0", "classifier": "linux",
                    "checksumAlgorithm": "SHA-256", "checksum": "%1$s",
                    "resolved": "https://repo.example.org/org/example/lib/1.0/lib-1.0-linux.zip",
                    "children": [{
                      "groupId": "org.example.deep", "artifactId": "child", "version": "2.0",
                      "checksumAlgorithm": "SHA-256", "checksum": "%2$s", "children": []
                    }]
                  }],
                  "boms": [{
                    "groupId": "org.example", "artifactId": "bom", "version": "5",
                    "checksumAlgorithm": "MD5", "checksum": "0123456789abcdef0123456789abcdef"
                  }]
                }
                """.formatted(SHA256, OTHER));

        assertThat(file.checksums())
                .containsOnlyKeys(
                        "org/example/parent/3/parent-3.pom",
                        "org/example/lib/1.0/lib-1.0-linux.zip",
                        "org/example/deep/child/2.0/child-2.0.jar");
        assertThat(file.passedOver()).isEqualTo(1);
    }

    @Test
    void anAddressOfOtherCoordinatesIsNotBelieved() throws Exception {
        RecordedFile file = read("lockfile.json", """
                {"lockFileVersion": 1, "dependencies": [{
                    "groupId": "org.example", "artifactId": "lib", "version": "1.0",
                    "checksumAlgorithm": "SHA-256", "checksum": "%s",
                    "resolved": "https://repo.example.org/org/other/thing/1.0/thing-1.0.jar"
                }]}
                """.formatted(SHA256));

        assertThat(file.checksums()).containsOnlyKeys("org/example/lib/1.0/lib-1.0.jar");
    }

    @Test
    void gradleListsAlternatives() throws Exception {
        RecordedFile file = read("verification-metadata.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <verification-metadata xmlns="https://schema.example.org/dependency-verification">
                   <configuration><verify-metadata>true</verify-metadata></configuration>
                   <components>
                      <component group="org.example" name="lib" version="1.0">
                         <artifact name="lib-1.0.jar">
                            <md5 value="0123456789abcdef0123456789abcdef"/>
                            <sha256 value="%1$s" origin="Generated by Gradle">
                               <also-trust value="%2$s"/>
                            </sha256>
                         </artifact>
                         <artifact name="lib-1.0.pom">
                            <pgp value="0123456789ABCDEF"/>
                         </artifact>
                      </component>
                   </components>
                </verification-metadata>
                """.formatted(SHA256, OTHER));

        assertThat(file.checksums()).containsOnlyKeys("org/example/lib/1.0/lib-1.0.jar");
        assertThat(file.checksums().get("org/example/lib/1.0/lib-1.0.jar"))
                .extracting(RecordedChecksum::hex, RecordedChecksum::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(SHA256, 8), org.assertj.core.groups.Tuple.tuple(OTHER, 9));
        assertThat(file.passedOver()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lockfile.json | {\"dependencies\": []} | lockFileVersion",
                "lockfile.json | {\"lockFileVersion\": 1, | end-of-input",
                "verification-metadata.xml | <project/> | verification-metadata",
                "verification-metadata.xml | <verification-metadata> | is not closed",
                "notes.txt | hello | neither",
            })
    void whatIsNoneOfThemIsRefused(String name, String text, String reason) {
        assertThatThrownBy(() -> read(name, text))
                .isInstanceOf(LockSyntaxException.class)
                .hasMessageContaining(reason);
    }
}
