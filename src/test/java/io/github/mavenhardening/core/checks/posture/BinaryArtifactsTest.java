package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.posture.BinaryKind;
import io.github.mavenhardening.core.posture.CheckedInFiles;
import io.github.mavenhardening.core.posture.WrapperJars;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.TrackedFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryArtifactsTest {

    private static final byte[] CLASS = bytes("CAFEBABE0000003D0010");
    private static final byte[] JAR = bytes("504B0304" + "00".repeat(22) + "14000000" + hex("io/example/One.class"));

    @TempDir
    Path folder;

    private final PostureCase repository = PostureCase.of(new BinaryArtifacts());

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A zip file with entries of those names, each with some content. */
    private static byte[] zip(String... names) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("content of ".repeat(100).getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @ParameterizedTest
    @CsvSource({
        "lib/a.class,   CAFEBABE0000003D0010,         a Java class",
        "bin/a,         CAFEBABE0000000200000000,     a Mach-O executable or library",
        "bin/tool,      7F454C4602010100,             an ELF executable or library",
        "a.txt,         7F454C4602010100,             an ELF executable or library",
        "a.exe,         4D5A900003000000,             a Windows executable or library",
        "a.wasm,        0061736D01000000,             a WebAssembly module",
        "a.dex,         6465780A30333500,             a Dalvik executable",
        "a.pyc,         610D0D0A00000000,             Python bytecode",
        "a.a,           213C617263683E0A00,           a static library or Debian package",
        "a.jar,         504B030414000000,             an archive of compiled code",
        "a.so,          000102030405,                 a compiled file (.so)",
    })
    void findsCompiledFiles(String path, String content, String kind) {
        assertThat(repository.with(path, bytes(content)).found())
                .containsExactly("high " + path + ":0 This is " + kind + ", which no one can review");
    }

    @ParameterizedTest
    @CsvSource({
        "a.docx,        504B030414000000",
        "a.zip,         504B030414000000",
        "a.png,         89504E470D0A1A0A",
        "a.txt,         4D5A20697320612074657874",
        "a.lib,         2320612074657874",
        "empty.jar,     ''",
        "a.bin,         000102030405",
    })
    void leavesOtherFilesAlone(String path, String content) {
        repository.with(path, bytes(content)).findsNothing();
    }

    @Test
    void findsAJarUnderAnotherName() {
        assertThat(repository.with("data.txt", JAR).only().message()).contains("an archive of compiled code");
    }

    /** What is in a zip file says what it is, wherever it stands and whatever the file is called. */
    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.dat", "a.zip", "a"})
    void findsCodeInAnyZip(String path) throws Exception {
        for (byte[] content : List.of(
                zip("META-INF/", "META-INF/MANIFEST.MF", "BOOT-INF/lib/a.jar"),
                zip("a/", "doc/readme.txt", "a/b/C.class"),
                zip("AndroidManifest.xml", "classes.dex"))) {
            assertThat(repository.with(path, content).found())
                    .containsExactly(
                            "high " + path + ":0 This is an archive of compiled code, which no one can review");
        }
    }

    /** What stands behind the bytes that are looked at may be the code that the manifest is for. */
    @Test
    void takesTheManifestOfALargeZipForThatOfCode() throws Exception {
        byte[] jar = zip("META-INF/", "META-INF/MANIFEST.MF", "a.txt");
        assertThat(BinaryKind.ofArchive("a.zip", jar)).isEmpty();
        assertThat(BinaryKind.ofArchive("a.zip", Arrays.copyOf(jar, BinaryKind.ARCHIVE_HEAD)))
                .contains("an archive of compiled code");
        assertThat(BinaryKind.ofArchive("a.zip", Arrays.copyOf(zip("a.txt"), BinaryKind.ARCHIVE_HEAD)))
                .isEmpty();
    }

    /** Launchers of Coursier and Spring Boot run the jar that they are. */
    @Test
    void findsTheJarBehindAScript() throws Exception {
        String script = "#!/bin/sh\n" + "# more\n".repeat(200) + "exec java -jar \"$0\" \"$@\"\n";
        repository.with("bin/cs", behind(script, zip("META-INF/MANIFEST.MF", "a/B.class")));
        assertThat(repository.found())
                .containsExactly(
                        "high bin/cs:0 This is a script with an archive of compiled code behind it, which no one can review");
        repository.with("bin/cs", script).findsNothing();
        repository.with("bin/cs", behind(script, zip("notes.txt"))).findsNothing();
    }

    private static byte[] behind(String script, byte[] zip) {
        byte[] text = script.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(text, text.length + zip.length);
        System.arraycopy(zip, 0, whole, text.length, zip.length);
        return whole;
    }

    /** A wheel of Python's sources can be read once it is unpacked, and so can a jar of texts. */
    @Test
    void leavesArchivesOfTextsAlone() throws Exception {
        repository
                .with("a.whl", zip("a/__init__.py", "a-1.dist-info/WHEEL"))
                .with("b.jar", zip("lombok.config", "more/lombok.config"))
                .with("c.war", zip("META-INF/MANIFEST.MF", "META-INF/context.xml", "index.jsp"))
                .with("d.zip", zip("META-INF/", "META-INF/MANIFEST.MF", ".git/config", ".git/hooks/update.sample"))
                .with("._c.jar", bytes("0005160700020000"))
                .findsNothing();
        assertThat(repository.with("a.whl", zip("a/__init__.py", "a/t1.exe")).found())
                .containsExactly("high a.whl:0 This is an archive of compiled code, which no one can review");
        assertThat(repository
                        .with("a.whl", zip("a.py"))
                        .with("b.jar", zip("lib/inner.jar"))
                        .found())
                .containsExactly("high b.jar:0 This is an archive of compiled code, which no one can review");
    }

    @Test
    void reportsTestDataOnce() {
        repository
                .with("src/test/resources/a.class", CLASS)
                .with("src/test/resources/more/b.class", CLASS)
                .with("core/testdata/c.class", CLASS)
                .with("lib/d.class", CLASS);

        assertThat(repository.found())
                .containsExactly(
                        "low :0 3 compiled files are test data, which no one can review; the first is core/testdata/c.class",
                        "high lib/d.class:0 This is a Java class, which no one can review");
    }

    @Test
    void leavesDocumentsAlone() throws Exception {
        repository
                .with("a.odt", zip("mimetype", "content.xml", "META-INF/manifest.xml"))
                .with("b.epub", zip("META-INF/container.xml", "mimetype", "a.xhtml"))
                .with("c.docx", zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"))
                .with("d.zip", zip("a.class.txt", "b.java"))
                .with("e.zip", Arrays.copyOf(zip("a.txt"), 33))
                .findsNothing();
    }

    /** A file that is cut, or claims a longer name than it has bytes for, is no reason to stumble. */
    @Test
    void readsAnyStretchOfAZip() throws Exception {
        byte[] whole = zip("doc/readme.txt", "a/C.class");
        for (int length = 0; length < whole.length; length++) {
            repository.with("a.dat", Arrays.copyOf(whole, length)).audit();
        }
        assertThat(repository.with("a.dat", whole).found()).hasSize(1);
    }

    @Test
    void findsAJarThatGitLfsKeeps() {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "ab".repeat(32) + "\nsize 12\n";
        assertThat(repository.with("a.jar", pointer).only().message()).contains("a compiled file (.jar)");
        repository.option("allow: {a.jar: " + "ab".repeat(32) + "}").findsNothing();
    }

    @Test
    void gradesTestDataLower() {
        assertThat(repository.with("m/src/test/resources/A.class", CLASS).found())
                .singleElement()
                .asString()
                .startsWith("low ");
    }

    @Test
    void takesWhatIsAllowedByHash() throws Exception {
        repository
                .with("lib/a.jar", JAR)
                .option("allow: {lib/a.jar: " + sha256(JAR) + "}")
                .findsNothing();
        repository.with("lib/a.jar", CLASS);
        assertThat(repository.only().message())
                .contains("not the one that the policy allows")
                .contains(sha256(CLASS));
        assertThatThrownBy(() -> repository.option("allow: {lib/a.jar: any}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void takesNoWrapperOfUnknownHash() throws Exception {
        repository.with(".mvn/wrapper/maven-wrapper.jar", JAR);
        assertThat(repository.only().message())
                .contains("matches no known release")
                .contains(sha256(JAR));
        assertThat(repository.only().severity().label()).isEqualTo("high");
        repository
                .option("allow: {.mvn/wrapper/maven-wrapper.jar: " + sha256(JAR) + "}")
                .findsNothing();
    }

    /** What is newer than the list cannot be in it, and the properties that say so prove nothing. */
    @ParameterizedTest
    @CsvSource({
        "gradle/wrapper/gradle-wrapper, 'distributionUrl=https\\://repo.example.org/distributions/gradle-99.1-bin.zip', medium",
        "a/gradle/wrapper/gradle-wrapper, 'distributionUrl=https://g.example.org/gradle-99.0.1-rc-1-all.zip', medium",
        "gradle/wrapper/gradle-wrapper, 'distributionUrl=https\\://repo.example.org/gradle-99.2-20270101000000+0000-bin.zip', medium",
        "gradle/wrapper/gradle-wrapper, 'distributionUrl = https\\://repo.example.org/gradle-99.0-milestone-1-bin.zip', medium",
        "gradle/wrapper/gradle-wrapper, 'x.distributionUrl=https\\://repo.example.org/gradle-99.0-bin.zip', high",
        ".mvn/wrapper/maven-wrapper, wrapperVersion=99.0.0, medium",
        ".mvn/wrapper/maven-wrapper, wrapperUrl=https://repo.example.org/maven-wrapper/99.1.2/maven-wrapper-99.1.2.jar, medium",
        "gradle/wrapper/gradle-wrapper, 'distributionUrl=https\\://repo.example.org/distributions/gradle-8.14-bin.zip', high",
        "gradle/wrapper/gradle-wrapper, 'distributionUrl=https\\://repo.example.org/distributions/gradle-2.14.1-bin.zip', high",
        ".mvn/wrapper/maven-wrapper, wrapperVersion=3.3.4, high",
        ".mvn/wrapper/maven-wrapper, '#wrapperVersion=99.0.0', high",
        ".mvn/wrapper/maven-wrapper, '', high",
    })
    void gradesAWrapperNewerThanTheListLower(String path, String properties, String severity) {
        repository.with(path + ".jar", JAR).with(path + ".properties", "a=b\n" + properties + "\n");
        assertThat(repository.only().severity().label()).isEqualTo(severity);
        assertThat(repository.only().message().contains("newer than those known here"))
                .isEqualTo(severity.equals("medium"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testdata/a",
                "pkg/elf/testdata/b/a",
                "test-data/a",
                "a/fixtures/a",
                "spec/__fixtures__/a",
                "lib/src/testFixtures/resources/a",
                "tests/resources/a",
                "test_fixtures/a",
                "fixture/a",
                "test/a",
                "integration-tests/x/src/main/resources/a",
                "x-microbenchmark/src/main/resources/a",
                "benchmarks/a",
                "e2e/common/files/a",
                "its/core-it-suite/src/main/a",
                "plugin-its/projects/a",
                "test-extension/a",
                "plugin-test/testresources/a",
                "org.example.ls.tests/projects/a",
                "toolTestCases/src/a"
            })
    void knowsTestDataOfOtherEcosystems(String path) {
        assertThat(repository.with(path + ".class", CLASS).only().severity().label())
                .isEqualTo("low");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testdatabase/a",
                "src/main/a",
                "fixturesque/a",
                "latest/resources/a",
                "kits/a",
                "markdown-it/a",
                "a"
            })
    void knowsWhatIsNoTestData(String path) {
        assertThat(repository.with(path + ".class", CLASS).only().severity().label())
                .isEqualTo("high");
    }

    /** Models, schemas and Git's bundles have these extensions, too. */
    @Test
    void takesAmbiguousExtensionsByTheirBytesAlone() {
        repository
                .with("a.obj", bytes("76000102"))
                .with("repo.bundle", bytes("2320763220676974206275006E"))
                .with("data.lib", bytes("00010203"))
                .findsNothing();
        repository
                .with("x64.obj", bytes("64860300000000000000"))
                .with("b.lib", bytes("213C617263683E0A00"))
                .with("c.bundle", bytes("CFFAEDFE07000001"));
        assertThat(repository.found())
                .containsExactly(
                        "high b.lib:0 This is a static library or Debian package, which no one can review",
                        "high c.bundle:0 This is a Mach-O executable or library, which no one can review",
                        "high x64.obj:0 This is an object file, which no one can review");
    }

    @Test
    void countsFiveHundredFilesOfOneFolderAsOne() {
        for (int i = 100; i < 616; i++) {
            repository.with("native/lib" + i + ".so", bytes("7F454C4602010100"));
        }
        assertThat(repository.only().message()).startsWith("516 compiled files are in this folder");
    }

    @Test
    void countsCompiledFilesOfACrowdedFolder() {
        for (int i = 10; i < 26; i++) {
            repository.with("out/classes/p" + i + "/A.class", CLASS);
        }
        repository.with("out/b.jar", JAR).with("c.jar", JAR).with("lib/d.jar", JAR);
        assertThat(repository.found())
                .containsExactly(
                        "high c.jar:0 This is an archive of compiled code, which no one can review",
                        "high lib/d.jar:0 This is an archive of compiled code, which no one can review",
                        "high out/b.jar:0 This is an archive of compiled code, which no one can review",
                        "high out/classes:0 16 compiled files are in this folder, which no one can review; the first is"
                                + " out/classes/p10/A.class");
    }

    /** What a baseline has accepted is not the same once there is one more. */
    @Test
    void tellsACrowdedFolderAgainWhenItGrows() {
        for (int i = 10; i < 22; i++) {
            repository.with("testdata/" + i + ".class", CLASS);
        }
        Finding before = repository.only();
        assertThat(before.severity().label()).isEqualTo("low");
        assertThat(repository.with("testdata/99.class", CLASS).only().subject()).isNotEqualTo(before.subject());
    }

    /** Up to ten are told one by one, and a wrapper always is. */
    @Test
    void tellsAFewOneByOne() {
        for (int i = 0; i < 10; i++) {
            repository.with("lib/" + i + ".jar", JAR);
        }
        assertThat(repository.audit().findings()).hasSize(10);
        repository.with("lib/10.jar", JAR).with("lib/gradle-wrapper.jar", JAR);
        assertThat(repository.found())
                .containsExactly(
                        "high lib:0 11 compiled files are in this folder, which no one can review; the first is lib/0.jar",
                        repository.found().get(1))
                .last()
                .asString()
                .contains("matches no known release");
    }

    @Test
    void knowsTheWrappersReleases() {
        String maven = "4e2fbf6554bc8a4702cdfdd3bef464f423393d784ddbb037216320ce55d5e4e1";
        String gradle = "7d3a4ac4de1c32b59bc6a4eb8ecb8e612ccd0cf1ae1e99f66902da64df296172";
        assertThat(WrapperJars.releases(".mvn/wrapper/maven-wrapper.jar", maven))
                .contains("3.3.4");
        assertThat(WrapperJars.releases("a/gradle/wrapper/gradle-wrapper.jar", gradle))
                .contains("8.14-8.14.5");
        assertThat(WrapperJars.releases("gradle/wrapper/gradle-wrapper.jar", maven))
                .as("another tool's")
                .isEmpty();
        assertThat(WrapperJars.releases("gradle-wrapper.jar", "00")).isEmpty();
        assertThat(WrapperJars.isWrapper("lib/not-maven-wrapper.jar")).isFalse();
    }

    @Test
    void opensFilesWithHarmlessNamesUpToALimit() {
        repository
                .with("a.java", CLASS)
                .with("b.java", CLASS)
                .with("c.class", CLASS)
                .with("d", CLASS)
                .option("text-files: 1");
        assertThat(repository.audit().findings())
                .extracting(finding -> finding.primary().path())
                .containsExactly("a.java", "c.class", "d");
        assertThat(repository.audit().gaps())
                .singleElement()
                .asString()
                .startsWith("of 4 files in Git, 1 with the names of text");
        assertThatThrownBy(() -> repository.option("text-files: all"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("whole number");
    }

    /** A mode that lets a file be run says more than its name. */
    @Test
    void opensWhatMayBeRun() {
        List<TrackedFile> files = List.of(new TrackedFile("a.txt", true), new TrackedFile("b.txt", false));
        assertThat(CheckedInFiles.of(files, 0)).isEqualTo(new CheckedInFiles(files.subList(0, 1), 1));
    }

    @Test
    void looksAtWhatGitTracksAlone() throws Exception {
        GitFolder.of(folder);
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            Files.createDirectories(folder.resolve("vendor"));
            Files.write(folder.resolve("vendor/a.jar"), JAR);
            Files.write(folder.resolve("untracked.jar"), JAR);
            Files.writeString(folder.resolve("gone.class"), "x");
            git.add().addFilepattern("vendor").addFilepattern("gone.class").call();
        }
        Files.delete(folder.resolve("gone.class"));
        assertThat(repository.in(folder).only().primary().path()).isEqualTo("vendor/a.jar");
        assertThat(repository.in(folder).audit().gaps())
                .singleElement()
                .asString()
                .startsWith("of the files in Git 1 are missing from the checkout")
                .endsWith("the first is gone.class");
    }

    @Test
    void saysThatThereIsNoGit() throws Exception {
        Files.write(folder.resolve("a.jar"), JAR);
        AuditResult result = repository.in(folder).audit();
        assertThat(result.findings()).isEmpty();
        assertThat(result.gaps()).singleElement().asString().contains("Git tracks no file");
    }

    @Test
    void saysThatItCouldNotLook() throws Exception {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/index"), "not an index");
        Files.writeString(folder.resolve("a.txt"), "x");
        PostureCase broken = repository.in(folder);
        assertThat(broken.audit().outcome()).isEqualTo(AuditResult.Outcome.COULD_NOT_CHECK);
        assertThat(broken.only().message())
                .isEqualTo(
                        "This check could not run: the Git index cannot be read (it is not an index of version 2, 3 or 4)");
        assertThat(broken.only().severity().label()).isEqualTo("high");
    }

    @Test
    void hasNothingToDoInAnEmptyRepository() {
        assertThat(repository.audit().outcome()).isEqualTo(AuditResult.Outcome.NOTHING_TO_CHECK);
    }
}
