package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Repository;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PomOutlineTest {

    private static final String PARENT =
            "<parent><groupId>g</groupId><artifactId> a </artifactId>\n<version>1</version><relativePath/></parent>";
    private static final String IMPORT = "<dependencyManagement><dependencies><dependency><groupId>g</groupId>"
            + "<artifactId>bom</artifactId><version>1</version><type>pom</type><scope>\n import\t</scope>"
            + "<exclusions><exclusion><groupId>x</groupId></exclusion></exclusions></dependency></dependencies></dependencyManagement>";
    private static final String REPOSITORIES =
            "<repositories><repository><id>a</id><url>u</url><layout>l</layout><releases>"
                    + "<enabled>false</enabled></releases></repository></repositories><pluginRepositories><pluginRepository>"
                    + "<id>b</id><releases/></pluginRepository></pluginRepositories>";
    private static final String PROPERTIES =
            "<properties><a>1</a><version> 2 </version><empty/><a>${b}</a></properties>";

    /** POMs in the ways that they are written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project/>",
                "<project></project>",
                "<project>" + PARENT + "</project>",
                "\u00ef\u00bb\u00bf<?xml version=\"1.0\"?>\n<project xmlns=\"u\" xsi:x='a>b'>" + PARENT
                        + "</project>\n<!-- x -->",
                "<project><artifactId>x</artifactId><version>${v}</version>" + PARENT + "</project>",
                "<project><!-- <parent><groupId>no</groupId></parent> -->" + PARENT + "</project>",
                "<project><build><parent><groupId>no</groupId></parent></build></project>",
                "<project><build><parent/><directory>a<!-- b -->c</directory></build>" + PARENT + "</project>",
                "<project><name>A &amp; \u00fc &#65;</name>" + PARENT + "</project>",
                "<project><parent ><groupId><!-- x -->g</groupId\n><artifactId/></parent></project>",
                "<project><modules><module>a</module><module>b</module></modules>" + PROPERTIES + "</project>",
                "<project>" + IMPORT + REPOSITORIES + "</project>",
                "<project><profiles><profile><id>p</id><properties><b>2</b></properties><modules><module>c</module></modules>"
                        + IMPORT + REPOSITORIES + "</profile><profile/></profiles></project>",
                "<project><dependencyManagement><dependencies><dependency><scope>${s}</scope></dependency></dependencies>"
                        + "</dependencyManagement></project>"
            })
    void saysWhatMavensReaderSays(String pom) throws Exception {
        assertThat(outline(pom).map(PomOutlineTest::text))
                .hasValue(text(new MavenXpp3Reader()
                        .read(new ByteArrayInputStream(pom.getBytes(StandardCharsets.ISO_8859_1)), false)));
    }

    @Test
    void leavesOutWhatImportsNothing() {
        String dependency = "<dependency><artifactId>a</artifactId><scope>test</scope></dependency>";

        Model model = outline("<project><dependencyManagement><dependencies>" + dependency
                        + "</dependencies></dependencyManagement><dependencies>" + dependency
                        + "</dependencies></project>")
                .orElseThrow();

        assertThat(model.getDependencyManagement().getDependencies()).isEmpty();
        assertThat(model.getDependencies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE project [<!ENTITY p 'x'>]><project>&p;</project>",
                "<project><parent><groupId>g&amp;</groupId><artifactId>a</artifactId></parent></project>",
                "<project><parent><groupId><![CDATA[g]]></groupId></parent></project>",
                "<project><version>\u00fc</version></project>",
                "<project><version>1<!-- -->2</version></project>",
                "<project><properties><a>1\r\n2</a></properties></project>",
                "<project><?pi?>" + PARENT + "</project>",
                "<p:project/>",
                "<\0project/>"
            })
    void leavesToAParserWhatOnlyOneUnderstands(String pom) {
        assertThat(outline(pom)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<project",
                "<project><parent>",
                "<project><parent a='>",
                "</project>",
                "<!--",
                "<?xml ",
                "x",
                "<project><a></b></project>",
                "<project><build><a></b></build></project>",
                "<project></project ",
                "<project/><project/>",
                "<project/>x",
                "<project>x" + PARENT + "</project>",
                "<project>" + PARENT + PARENT + "</project>",
                "<project><build/><build/></project>",
                "<project><parent><version>1</version><version>1</version></parent></project>",
                "<project><version><x/></version></project>",
                "<project><properties><a><b/></a></properties></project>",
                "<project><modules><a/></modules></project>",
                "<project><a b='></project>",
                "<a/>"
            })
    void saysNothingOfWhatMavenMightRefuse(String text) {
        assertThat(outline(text)).isEmpty();
    }

    @Test
    void leavesToAParserWhatIsDeeperThanAnyPom() {
        assertThat(outline("<project>" + "<a>".repeat(70) + "</a>".repeat(70) + "</project>"))
                .isEmpty();
    }

    private static Optional<Model> outline(String pom) {
        return PomOutline.of(pom.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<String> text(Model model) {
        Parent parent = model.getParent();
        List<String> text = new ArrayList<>(List.of(model.getGroupId()
                + ':'
                + model.getArtifactId()
                + ':'
                + model.getVersion()
                + (parent == null ? "" : " < " + parent.getId())));
        add(model, text);
        for (Profile profile : model.getProfiles()) {
            text.add("profile");
            add(profile, text);
        }
        return text;
    }

    private static void add(ModelBase level, List<String> text) {
        text.add(new TreeMap<>(level.getProperties()) + " " + level.getModules());
        if (level.getDependencyManagement() != null) {
            for (Dependency dependency : level.getDependencyManagement().getDependencies()) {
                text.add(dependency + " " + dependency.getScope());
            }
        }
        List<Repository> all = new ArrayList<>(level.getRepositories());
        all.addAll(level.getPluginRepositories());
        for (Repository repository : all) {
            text.add(repository.getId()
                    + ' '
                    + repository.getUrl()
                    + ' '
                    + (repository.getReleases() == null
                            || repository.getReleases().isEnabled()));
        }
    }
}
