package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.BuildFacts.Chooser;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnpinnedPluginTest {

    /** One module, without a parent in the checkout. */
    private static final List<List<String>> ALONE = List.of(List.of("pom.xml"));

    private static BuildFacts facts(String key, Chooser chooser) {
        UnpinnedVersion plugin = new UnpinnedVersion(key, "1.7", chooser, ALONE, Set.of());
        return new BuildFacts(List.of(plugin), false, Set.of(), List.of());
    }

    @Test
    void tellsWhoChose() {
        assertThat(choice(Chooser.SUPER_POM)).contains("1.7 was chosen by the super POM of the Maven that ran");
        assertThat(choice(Chooser.LIFECYCLE)).contains("1.7 was chosen by the life cycle of the Maven that ran");
        assertThat(choice(Chooser.NEWEST)).contains("1.7 was chosen because it was the newest that could be found");
    }

    private static String choice(Chooser chooser) {
        return new BuildCase()
                .pom("")
                .facts(facts("org.example:tool", chooser))
                .lines(new UnpinnedPlugin())
                .get(0);
    }

    @Test
    void isAMatterOfOrderWhereMavenChooses() {
        BuildCase build = new BuildCase().pom("").facts(facts("org.example:tool", Chooser.LIFECYCLE));

        assertThat(build.findings(new UnpinnedPlugin())).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.LOW);
            assertThat(finding.persona()).isEqualTo(Persona.PEDANTIC);
            assertThat(finding.remedy()).contains("1.7");
            assertThat(finding.element().coordinates()).contains("org.example:tool:1.7");
        });
    }

    @Test
    void pointsAtTheDeclarationWithoutAVersion() {
        BuildCase build = new BuildCase().pom("""
                        <build><plugins>
                        <plugin><groupId>org.example</groupId><artifactId>tool</artifactId><version>1</version></plugin>
                        <plugin><groupId>org.example</groupId><artifactId>tool</artifactId></plugin>
                        </plugins></build>
                        """).facts(facts("org.example:tool", Chooser.NEWEST));

        assertThat(build.lines(new UnpinnedPlugin()))
                .singleElement()
                .asString()
                .startsWith("pom.xml:4:51 medium org.example:tool has no version in any POM");
    }

    @Test
    void namesNoVersionBeforeMavenHasChosenOne() {
        UnpinnedVersion plugin =
                new UnpinnedVersion("org.example:tool", UnpinnedVersion.NONE_YET, Chooser.NEWEST, ALONE, Set.of());
        BuildCase build = new BuildCase().pom("").facts(new BuildFacts(List.of(plugin), false, Set.of(), List.of()));

        assertThat(build.findings(new UnpinnedPlugin())).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("org.example:tool has no version in any POM: Maven takes the newest that can be found");
            assertThat(finding.remedy()).startsWith("Set a version in pluginManagement; there is no fix");
            assertThat(finding.element().coordinates()).contains("org.example:tool");
        });
    }

    @Test
    void pointsAtTheModuleWhereNothingIsDeclared() {
        assertThat(new BuildCase()
                        .pom("")
                        .facts(facts("org.example:tool", Chooser.LIFECYCLE))
                        .lines(new UnpinnedPlugin()))
                .singleElement()
                .asString()
                .startsWith("pom.xml:0:0 low ");
    }

    private static String mended(String pom, String version) {
        UnpinnedVersion plugin = new UnpinnedVersion("org.example:tool", version, Chooser.NEWEST, ALONE, Set.of());
        BuildCase build = new BuildCase().pom(pom).facts(new BuildFacts(List.of(plugin), false, Set.of(), List.of()));
        Finding finding = build.findings(new UnpinnedPlugin()).get(0);
        String text = "<project>\n" + pom + "</project>\n";
        if (finding.fix().isEmpty()) {
            return finding.remedy();
        }
        FixApplier.Result result =
                FixApplier.apply(Map.of("pom.xml", text), List.of(finding.fix().get()));
        assertThat(result.refused()).isEmpty();
        return result.texts().get("pom.xml");
    }

    /** Every declaration that has none gets the version that the build uses; nothing else changes. */
    @Test
    void writesTheVersionThatTheBuildUses() {
        String pom = """
                  <build><plugins>\r
                \t<plugin><!-- why -->\r
                \t  <groupId>org.example</groupId>\r
                \t  <artifactId>tool</artifactId> <!-- a tool -->\r
                \t</plugin>\r
                \t<plugin><groupId>org.example</groupId><artifactId>tool</artifactId></plugin>\r
                \t<plugin><groupId>org.example</groupId><artifactId>other</artifactId></plugin>\r
                  </plugins></build>\r
                """;

        assertThat(mended(pom, "1.7"))
                .isEqualTo("<project>\n"
                        + pom.replace("tool</artifactId> <!--", "tool</artifactId>\r\n\t  <version>1.7</version> <!--")
                                .replace(
                                        "tool</artifactId></plugin>",
                                        "tool</artifactId><version>1.7</version></plugin>")
                        + "</project>\n");
    }

    @Test
    void saysWhyItWritesNone() {
        String declared =
                "<build><plugins><plugin><groupId>org.example</groupId><artifactId>tool</artifactId></plugin></plugins></build>";

        assertThat(mended("", "1.7"))
                .endsWith(
                        "there is no fix, because no POM of the repository declares it without a version for these modules alone");
        assertThat(mended(declared, UnpinnedVersion.NONE_YET))
                .endsWith("there is no fix, because no version of it could be found");
        assertThat(mended(declared, "1</version>"))
                .endsWith("there is no fix, because no version of it could be found");
    }

    @Test
    void findsReportsWithoutAVersion() {
        BuildCase build = new BuildCase().pom("""
                        <reporting><plugins>
                        <plugin><groupId>org.example</groupId><artifactId>report</artifactId></plugin>
                        </plugins></reporting>
                        """).facts(facts("org.example:report", Chooser.SITE));

        assertThat(build.lines(new UnpinnedPlugin()))
                .containsExactly(
                        "pom.xml:3:51 medium org.example:report has no version in any POM: a report of it takes the"
                                + " newest that can be found when the site is built");
    }

    private static final String TOOL = "<plugin><groupId>org.example</groupId><artifactId>tool</artifactId></plugin>";

    /** A parent, and three modules of it: a and b declare the plugin without a version, managed has the version from its own POM. */
    private static BuildCase reactor(String parent, List<List<String>> modules, Set<String> others) {
        UnpinnedVersion plugin = new UnpinnedVersion("org.example:tool", "1.7", Chooser.LIFECYCLE, modules, others);
        return new BuildCase()
                .pom("<modules><module>a</module><module>b</module><module>managed</module></modules>" + parent)
                .file("a/pom.xml", project("<build><plugins>" + TOOL + "</plugins></build>"))
                .file("b/pom.xml", project("<build><plugins>" + TOOL + "</plugins></build>"))
                .file("managed/pom.xml", project("<build><plugins>" + TOOL + "</plugins></build>"))
                .facts(new BuildFacts(List.of(plugin), false, Set.of(), List.of()));
    }

    private static String project(String content) {
        return "<project>" + content + "</project>";
    }

    private static List<String> edited(BuildCase build) {
        Finding finding = build.findings(new UnpinnedPlugin()).get(0);
        return finding.fix()
                .map(fix -> fix.edits().stream().map(Fix.Edit::path).toList())
                .orElseGet(() ->
                        List.of(finding.remedy().substring(finding.remedy().indexOf("; ") + 2)));
    }

    /** A module that has its version from elsewhere would get another one. */
    @Test
    void leavesDeclarationsOfModulesAloneThatHaveAVersion() {
        BuildCase build = reactor(
                "",
                List.of(List.of("a/pom.xml", "pom.xml"), List.of("b/pom.xml", "pom.xml")),
                Set.of("managed/pom.xml", "pom.xml"));

        assertThat(edited(build)).containsExactly("a/pom.xml", "b/pom.xml");
        assertThat(build.lines(new UnpinnedPlugin()))
                .singleElement()
                .asString()
                .contains("org.example:tool has no version for a/pom.xml and 1 other module: 1.7 was chosen by");
    }

    @Test
    void writesNoVersionThatModulesWouldInheritWhichHaveOne() {
        assertThat(edited(reactor(
                        "<build><plugins>" + TOOL + "</plugins></build>",
                        List.of(List.of("c/pom.xml", "pom.xml")),
                        Set.of("managed/pom.xml", "pom.xml"))))
                .containsExactly("there is no fix, because no POM of the repository declares it without a version for"
                        + " these modules alone");
    }

    /** One finding stands for all modules: what leaves some of them as they are is no fix of it. */
    @Test
    void writesNoVersionThatReachesOnlySomeModules() {
        List<List<String>> modules = List.of(
                List.of("a/pom.xml", "pom.xml"), List.of("b/pom.xml", "pom.xml"), List.of("c/pom.xml", "pom.xml"));
        assertThat(edited(reactor("", modules, Set.of())))
                .containsExactly("there is no fix, because no declaration of it without a version reaches each of"
                        + " these modules");
        assertThat(edited(reactor("<build><plugins>" + TOOL + "</plugins></build>", modules, Set.of())))
                .containsExactly("a/pom.xml", "b/pom.xml", "pom.xml");
    }

    /** What only a profile declares, which may be inactive, pins nothing for a module that has the plugin from the life cycle. */
    @Test
    void countsOnNoProfile() {
        List<List<String>> modules = List.of(List.of("pom.xml"));
        String profile = "<profiles><profile><build><plugins>" + TOOL + "</plugins></build></profile></profiles>";
        assertThat(edited(reactor(profile, modules, Set.of())).get(0)).startsWith("there is no fix");
        assertThat(edited(reactor(profile + "<build><plugins>" + TOOL + "</plugins></build>", modules, Set.of())))
                .containsExactly("pom.xml", "pom.xml");
    }

    /** An entry of the reports is another matter than the build's. */
    @Test
    void writesNoVersionIntoReports() {
        assertThat(edited(reactor(
                                "<reporting><plugins>" + TOOL + "</plugins></reporting>",
                                List.of(List.of("pom.xml")),
                                Set.of()))
                        .get(0))
                .startsWith("there is no fix");
    }
}
