package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Coordinates;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormattersTest {

    @TempDir
    Path folder;

    private static Formatters.Found in(String configuration, List<Path> libraries) throws Exception {
        return Formatters.in(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")),
                libraries);
    }

    private static List<String> known(Formatters.Found found) {
        return found.known().stream().map(Artifact::toString).toList();
    }

    /** The head of a class file, whose constants are those texts. */
    private static byte[] classWith(String... texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(61);
        out.writeShort(texts.length + 1);
        for (String text : texts) {
            out.writeByte(1);
            out.writeUTF(text);
        }
        return bytes.toByteArray();
    }

    private List<Path> library() throws IOException {
        Path jar = folder.resolve("spotless-lib-1.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("com/diffplug/spotless/java/GoogleJavaFormatStep.class"));
            zip.write(classWith("1.8", "groupId:artifactId", "1.28.0", "1.9.0", "com.google:a:1.30.0"));
            zip.putNextEntry(new ZipEntry("com/diffplug/spotless/pom/SortPomCfg.class"));
            zip.write(classWith("4.0.0"));
            zip.putNextEntry(new ZipEntry("com/diffplug/spotless/kotlin/KtfmtStep.class"));
            zip.write(classWith("no version"));
        }
        return List.of(jar);
    }

    @ParameterizedTest
    @CsvSource({
        "googleJavaFormat, com.google.googlejavaformat:google-java-format:jar:1.17.0",
        "palantirJavaFormat, com.palantir.javaformat:palantir-java-format:jar:1.17.0",
        "sortPom, com.github.ekryd.sortpom:sortpom-sorter:jar:1.17.0"
    })
    void knowsThemByTheVersionThatIsWritten(String element, String expected) throws Exception {
        String open = '<' + element + '>';
        String close = "</" + element + '>';

        assertThat(known(in("<java>" + open + "<version>1.17.0</version>" + close + "</java>", library())))
                .containsExactly(expected);
        assertThat(known(in("<java>" + open + "<version>${late}</version>" + close + "</java>", library())))
                .isEmpty();
        assertThat(known(in("<java>" + open + close + "</java>", List.of()))).isEmpty();
    }

    @Test
    void takesTheNewestThatSpotlessNamesWhereNoneIsWritten() throws Exception {
        Formatters.Found found =
                in("<java><removeUnusedImports/></java><pom><sortPom><quiet>true</quiet></sortPom></pom>", library());

        assertThat(known(found))
                .containsExactly(
                        "com.google.googlejavaformat:google-java-format:jar:1.28.0",
                        "com.github.ekryd.sortpom:sortpom-sorter:jar:4.0.0");
        assertThat(found.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<ktfmt/>, <ktfmt> without a <version>",
        "<palantirJavaFormat/>, <palantirJavaFormat> without a <version>",
        "<removeUnusedImports><engine>cleanthat-javaparser-unnecessaryimport</engine></removeUnusedImports>,"
                + " <removeUnusedImports> without a <version>"
    })
    void namesThoseWhoseVersionItDoesNotFind(String configuration, String named) throws Exception {
        Formatters.Found found = in(configuration, library());

        assertThat(found.known()).isEmpty();
        assertThat(found.unknown()).containsExactly(named);
    }

    @Test
    void namesThoseOfALibraryThatCannotBeRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");

        assertThat(in("<sortPom/>", List.of(broken)).unknown()).containsExactly("<sortPom> without a <version>");
    }

    @Test
    void knowsTheLibraryThatHasTheVersions() {
        assertThat(Formatters.isLibrary(new Coordinates("com.diffplug.spotless", "spotless-lib", "4", "4", "", "jar")))
                .isTrue();
        assertThat(Formatters.isLibrary(Coordinates.pom("com.diffplug.spotless", "spotless-lib", "4")))
                .isFalse();
    }

    @Test
    void knowsAPluginThatResolvesTheProjectsDependencies() throws Exception {
        assertThat(Formatters.resolvesDependencies(List.of(pluginWith("resolve", "resolveProjectDependencies"))))
                .isTrue();
        assertThat(Formatters.resolvesDependencies(List.of(pluginWith("resolve"))))
                .isFalse();
        assertThat(Formatters.resolvesDependencies(List.of(Files.writeString(folder.resolve("broken.jar"), "no jar"))))
                .isTrue();
        assertThat(Formatters.resolvesDependencies(List.of())).isFalse();
    }

    private Path pluginWith(String... methods) throws IOException {
        Path jar = folder.resolve("spotless-maven-plugin-1.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("com/diffplug/spotless/maven/ArtifactResolver.class"));
            zip.write(classWith(methods));
        }
        return jar;
    }

    @Test
    void knowsThePluginItself() {
        assertThat(Formatters.isPlugin(
                        new Coordinates("com.diffplug.spotless", "spotless-maven-plugin", "3", "3", "", "jar")))
                .isTrue();
        assertThat(Formatters.isPlugin(Coordinates.pom("com.diffplug.spotless", "spotless-maven-plugin", "3")))
                .isFalse();
        assertThat(Formatters.isPlugin(new Coordinates("com.diffplug.spotless", "spotless-lib", "3", "3", "", "jar")))
                .isFalse();
    }
}
