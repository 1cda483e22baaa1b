package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PomOutlineTest {

    private static final String PARENT =
            "<parent><groupId>g</groupId><artifactId> a </artifactId>\n<version>1</version><relativePath/></parent>";

    /** POMs with that parent or without one, in the ways that POMs are written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project/>",
                "<project></project>",
                "<project>" + PARENT + "</project>",
                "<?xml version=\"1.0\"?>\n<project xmlns=\"u\" xsi:x='a>b'>" + PARENT + "</project>",
                "<project><artifactId>x</artifactId>" + PARENT + "</project>",
                "<project><!-- <parent><groupId>no</groupId></parent> -->" + PARENT + "</project>",
                "<project><build><parent><groupId>no</groupId></parent></build></project>",
                "<project><build><parent/></build>" + PARENT + "</project>",
                "<project><parent ><groupId>g<!-- x -->h</groupId><artifactId>a</artifactId><version>1</version></parent></project>"
            })
    void findsTheParentThatTheModelHas(String pom) throws Exception {
        Model model = new MavenXpp3Reader().read(new StringReader(pom), false);

        Optional<PomOutline> outline = PomOutline.of(pom);

        assertThat(outline).isPresent();
        assertThat(outline.get().parent().map(PomOutlineTest::text))
                .isEqualTo(Optional.ofNullable(model.getParent()).map(PomOutlineTest::text));
        assertThat(outline.get().mayImport()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE project [<!ENTITY p 'x'>]><project>&p;</project>",
                "<project><parent><groupId>g&amp;</groupId><artifactId>a</artifactId></parent></project>",
                "<project><parent><groupId><![CDATA[g]]></groupId></parent></project>",
                "<project><name>&#65;</name></project>",
                "<project><?pi?>" + PARENT + "</project>",
                "<\0project/>"
            })
    void leavesToAParserWhatOnlyOneUnderstands(String pom) {
        assertThat(PomOutline.of(pom)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><scope>import</scope></project>",
                "<project><scope>\n import\t</scope></project>",
                "<project><scope>im<!-- -->port</scope></project>",
                "<project><description>no import</description><scope><!-- -->import</scope></project>"
            })
    void mayImport(String pom) {
        assertThat(PomOutline.of(pom).orElseThrow().mayImport()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<", "<project", "<project><parent>", "<project><parent a='>", "</project>", "<!--", "x"})
    void saysNothingOfWhatIsNotWellFormed(String text) {
        assertThat(PomOutline.of(text).flatMap(PomOutline::parent)).isEmpty();
    }

    @Test
    void wordsWithinTextsImportNothing() {
        assertThat(PomOutline.of("<project><description>important, import it</description></project>")
                        .orElseThrow()
                        .mayImport())
                .isFalse();
    }

    private static String text(Parent parent) {
        return parent.getGroupId() + ':' + parent.getArtifactId() + ':' + parent.getVersion();
    }
}
