package io.github.mavenhardening.core.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BuildFilesReaderTest {

    private static BuildFiles read(Map<String, String> files, String... known) {
        return BuildFilesReader.read(new Repository(MemoryTree.of(files), Optional.empty()), List.of(known), List.of());
    }

    @Test
    void followsModulesOfProfilesAndOfMaven4AndParentsByPath() {
        BuildFiles files = read(Map.of(
                "pom.xml",
                        "<project><modules><module>a</module><module>../out</module></modules>"
                                + "<profiles><profile><modules><module>b/other.xml</module></modules></profile></profiles>"
                                + "<subprojects><subproject>c</subproject></subprojects></project>",
                "a/pom.xml",
                        "<project><parent><artifactId>p</artifactId><relativePath>../parents</relativePath></parent>"
                                + "</project>",
                "b/other.xml", "<project/>",
                "c/pom.xml", "<project/>",
                "parents/pom.xml", "<project><artifactId>p</artifactId></project>",
                "unrelated/pom.xml", "<project/>"));

        assertThat(files.poms())
                .extracting(Pom::path)
                .containsExactly("a/pom.xml", "b/other.xml", "c/pom.xml", "parents/pom.xml", "pom.xml");
    }

    @Test
    void takesThePomsThatTheSessionKnows() {
        assertThat(read(Map.of("sub/pom.xml", "<project/>"), "sub/pom.xml").poms())
                .extracting(Pom::path)
                .containsExactly("sub/pom.xml");
    }

    @Test
    void endsOnModulesAndParentsInACircle() {
        BuildFiles files = read(Map.of(
                "pom.xml",
                "<project><artifactId>a</artifactId><parent><artifactId>b</artifactId><relativePath>b</relativePath>"
                        + "</parent><modules><module>b</module><module>.</module></modules></project>",
                "b/pom.xml",
                "<project><artifactId>b</artifactId><parent><artifactId>a</artifactId></parent>"
                        + "<modules><module>..</module></modules></project>"));

        assertThat(files.poms()).extracting(Pom::path).containsExactly("b/pom.xml", "pom.xml");
    }

    @Test
    void saysWhatCannotBeRead() {
        BuildFiles files = read(Map.of("pom.xml", "<project>"));

        assertThat(files.poms()).isEmpty();
        assertThat(files.unreadable()).containsExactly("pom.xml could not be looked at: <project> is not closed");
    }

    @Test
    void resolvesNoPropertyForEver() {
        BuildFiles files = read(
                Map.of(
                        "pom.xml",
                        "<project><properties><a>${b}${b}</a><b>${a}${a}</b></properties><version>${version}</version></project>"));

        assertThat(files.poms().get(0).resolve("${a}").value()).isEqualTo("${a}");
        assertThat(files.poms().get(0).resolve("${project.version}").value()).contains("${");
    }

    @Test
    void endlessLinesOfModulesAndParentsAreFollowedAsFarAsMakesSense() {
        Map<String, String> poms = new TreeMap<>();
        for (int i = 0; i < 3_000; i++) {
            poms.put(
                    i == 0 ? "pom.xml" : "m" + i + "/pom.xml",
                    "<project><artifactId>a" + i + "</artifactId><parent><artifactId>a" + (i + 1)
                            + "</artifactId><relativePath>" + (i == 0 ? "" : "../") + "m" + (i + 1)
                            + "</relativePath></parent><modules><module>" + (i == 0 ? "" : "../") + "m" + (i + 1)
                            + "</module></modules></project>");
        }

        BuildFiles files = read(poms);

        assertThat(files.poms()).hasSize(3_000);
        assertThat(files.unreadable())
                .isNotEmpty()
                .allMatch(sentence -> sentence.startsWith("the parents of ") && sentence.contains("not looked at"));
    }

    @Test
    void findsWhatIsDeclaredByItsKey() {
        BuildFiles files = read(Map.of(
                "pom.xml",
                "<project><properties><n>b</n></properties><dependencies>"
                        + "<dependency><groupId>g</groupId><artifactId>a</artifactId></dependency>"
                        + "<dependency><groupId>g</groupId><artifactId>${n}</artifactId></dependency>"
                        + "<dependency><groupId>g</groupId><artifactId>a</artifactId></dependency>"
                        + "</dependencies></project>"));

        assertThat(files.declared("g:a")).hasSize(2);
        assertThat(files.declared("g:b")).hasSize(1);
        assertThat(files.declared("g:c")).isEmpty();
    }
}
