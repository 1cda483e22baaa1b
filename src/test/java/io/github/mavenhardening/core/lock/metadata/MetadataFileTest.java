package io.github.mavenhardening.core.lock.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.Staged;
import io.github.mavenhardening.core.lock.installed.InstalledEntry;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Certified;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataFileTest {

    private static final String KEY = "A".repeat(40);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path root;

    private LockMetadata read(String text) throws Exception {
        write(text);
        return new MetadataFile(root).read().orElseThrow();
    }

    private void write(String text) throws Exception {
        Path file = root.resolve(LockMetadata.LOCATION);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String written() throws Exception {
        return Files.readString(root.resolve(LockMetadata.LOCATION));
    }

    private static LockMetadata some() {
        return LockMetadata.empty()
                .with(Map.of(
                        "b/b/1/b-1.jar",
                        FileMetadata.none()
                                .seen(Optional.of("central"), DAY)
                                .publishedOn(DAY.minusDays(9))
                                .signedBy(new Signer(KEY, "B".repeat(40), "a".repeat(64)))
                                .certifiedBy(new Certified("a@example.org", "https://issuer", "c".repeat(64)))
                                .confirmedBy("https://repo.example.org/maven"),
                        "a/a/1/a-1.pom",
                        FileMetadata.none()))
                .withSigner("b:b", KEY);
    }

    @Test
    void aMissingFileIsNone() throws Exception {
        assertThat(new MetadataFile(root).read()).isEmpty();
    }

    @Test
    void readsWhatItWrote() throws Exception {
        MetadataFile file = new MetadataFile(root);

        assertThat(Staged.write(file.stage(some()))).isTrue();
        assertThat(file.read()).contains(some());
        assertThat(Staged.write(file.stage(some()))).as("nothing changed").isFalse();
    }

    @Test
    void writesALineForEachFile() throws Exception {
        Staged.write(new MetadataFile(root).stage(some()));

        assertThat(written()).isEqualTo("""
                {
                  "version" : 1,
                  "files" : {
                    "a/a/1/a-1.pom" : { },
                    "b/b/1/b-1.jar" : { "origin" : "central", "published" : "2026-11-14", "firstSeen" : "2026-11-23", \
                "signer" : "%s", "subkey" : "%s", "signedSha256" : "%s", \
                "identity" : "a@example.org", "issuer" : "https://issuer", "identitySha256" : "%s", "confirmed" : "https://repo.example.org/maven" }
                  },
                  "signers" : {
                    "b:b" : { "keys" : [ "%s" ] }
                  }
                }
                """.formatted(KEY, "B".repeat(40), "a".repeat(64), "c".repeat(64), KEY));
    }

    private static InstalledFiles installed(String system) {
        SortedMap<String, InstalledEntry> entries = new TreeMap<>();
        entries.put("node", InstalledEntry.file(3, "a".repeat(64)));
        entries.put("lib/", InstalledEntry.folder(120, 5_000_000_000L, "b".repeat(64)));
        entries.put("npm", InstalledEntry.link("lib/npm.js"));
        return InstalledFiles.none().with("target/node", system, entries);
    }

    @Test
    void writesALineForEachInstalledFile() throws Exception {
        LockMetadata metadata = LockMetadata.empty().withInstalled(installed("linux-x86_64"));
        Staged.write(new MetadataFile(root).stage(metadata));

        assertThat(written()).isEqualTo("""
                {
                  "version" : 1,
                  "files" : { },
                  "signers" : { },
                  "installed" : {
                    "target/node" : {
                      "linux-x86_64" : {
                        "lib/" : { "files" : 120, "size" : 5000000000, "sha256" : "%s" },
                        "node" : { "size" : 3, "sha256" : "%s" },
                        "npm" : { "link" : "lib/npm.js" }
                      }
                    }
                  }
                }
                """.formatted("b".repeat(64), "a".repeat(64)));
        assertThat(read(written())).isEqualTo(metadata);
    }

    @Test
    void keepsWhatIsInstalledWhateverElseChanges() {
        LockMetadata some = some().withInstalled(installed("linux-x86_64"));

        assertThat(some.only(List.of())
                        .with(Map.of("a/b", FileMetadata.none()))
                        .withRepositories(new TreeMap<String, SortedMap<String, String>>())
                        .withSigner("a:a", KEY)
                        .withEnvironments(List.of("here"), Map.of())
                        .union(LockMetadata.empty().withInstalled(installed("osx-aarch_64")))
                        .installed())
                .isEqualTo(installed("linux-x86_64").union(installed("osx-aarch_64")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                          | expected an object of folders
                    {"a": []}                                   | expected an object of systems
                    {"a": {"x": []}}                            | expected an object of files
                    {"a": {"x": {"b": []}}}                     | expected an object
                    {"../a": {}}                                | segment
                    {"/a": {}}                                  | absolute
                    {"a": {}, "a": {}}                          | the folder is listed twice
                    {"a": {}, "a-b": {}, "a/b": {}}             | a folder lies in another that is listed
                    {"a": {"x": {}, "x": {}}}                   | the system is listed twice
                    {"a": {"x": {"../b": {}}}}                  | segment
                    {"a": {"x": {"./b": {}}}}                   | segment
                    {"a": {"x": {"b": {"link": "c"}, "b": {"link": "c"}}}}  | the path is listed twice
                    {"a": {"x": {"b": {}}}}                     | expected 'size' and 'sha256'
                    {"a": {"x": {"b": {"size": 1, "sha256": "AB"}}}}        | expected a SHA-256
                    {"a": {"x": {"b": {"size": -1}}}}           | expected a number from 0
                    {"a": {"x": {"b": {"size": 1234567890123456789012}}}}   | expected a number from 0
                    {"a": {"x": {"b": {"files": 2147483648}}}}  | expected a number from 0
                    {"a": {"x": {"b": {"size": "1"}}}}          | expected a number
                    {"a": {"x": {"b": {"files": 2}}}}           | a folder, whose path ends with a slash
                    {"a": {"x": {"b/": {"size": 2}}}}           | a folder, whose path ends with a slash
                    {"a": {"x": {"b": {"link": "c", "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}}} | or 'link' alone
                    {"a": {"x": {".": {"link": "c"}, "b": {"link": "c"}}}}  | a path lies in a folder
                    {"a": {"x": {"b/": {"files": 2, "size": 1, "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}, "b/c": {"link": "c"}}}} | a path lies in a folder
                    """)
    void refusesInstalledFilesThatDoNotFit(String section, String problem) {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> MetadataParser.parse("{\"version\": 1, \"installed\": " + section + "}"))
                .withMessageContaining(problem);
    }

    @Test
    void writesNothingMuchOfNothing() throws Exception {
        Staged.write(new MetadataFile(root).stage(LockMetadata.empty()));

        assertThat(read(written())).isEqualTo(LockMetadata.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                          | expected an object
                    {"version": "1"}                                            | expected a number
                    {"version": 1, "files": []}                                 | expected an object of files
                    {"version": 1, "files": {"a/a/1/a-1.pom": "central"}}       | expected an object
                    {"version": 1, "files": {"a/a/1/a-1.pom": {"origin": 1}}}   | expected a text
                    {"version": 1, "files": {"a/a/1/a-1.pom": {"firstSeen": "10000-01-01"}}} | expected a date
                    {"version": 1, "files": {"a/a/1/a-1.pom": {"firstSeen": "+10000-01-01"}}} | expected a date
                    {"version": 1, "files": {"a/a/1/a-1.pom": {"firstSeen": "-0001-01-01"}}} | expected a date
                    {"version": 1, "signers": []}                               | expected an object of artifacts
                    {"version": 1, "signers": {"b:b": []}}                      | expected an object
                    {"version": 1, "signers": {"b:b": {"keys": {}}}}            | expected a list of fingerprints
                    {"version": 1} {}                                           | expected nothing after
                    {"version": 1, "installed": {}, "installed": {}}            | the member 'installed' is listed twice
                    """)
    void refusesWhatIsOfAnotherKind(String text, String problem) {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> MetadataParser.parse(text))
                .withMessageContaining(problem);
    }

    @Test
    void saysThatAMergeIsNotResolved() {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(
                        () -> read("{\n<<<<<<< HEAD\n  \"version\" : 1\n=======\n  \"version\" : 1,\n>>>>>>> x\n}\n"))
                .withMessageStartingWith("an unresolved merge conflict")
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    }

    @Test
    void refusesAByteOrderMark() {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> read("\uFEFF{ \"version\" : 1 }"))
                .withMessageContaining("byte order mark");
    }

    @ParameterizedTest
    @CsvSource({"0000-01-01", "9999-12-31"})
    void readsTheFirstAndTheLastDay(String day) throws Exception {
        String text = "{\"version\": 1, \"files\": {\"a/a/1/a-1.pom\": {\"firstSeen\": \"" + day + "\"}}}";

        assertThat(MetadataParser.parse(text).of("a/a/1/a-1.pom").orElseThrow().firstSeen())
                .contains(LocalDate.parse(day));
    }

    @Test
    void isMadeReadyOnlyWhereItWouldChange() throws Exception {
        MetadataFile file = new MetadataFile(root);
        assertThat(file.readMerging()).isEmpty();
        assertThat(file.stage(LockMetadata.empty())).isPresent();

        Staged.write(new MetadataFile(root).stage(some()));
        MetadataFile later = new MetadataFile(root);
        assertThat(later.readMerging()).contains(some());
        assertThat(later.stage(some())).isEmpty();
        assertThat(later.stage(LockMetadata.empty())).isPresent();
    }

    @Test
    void passesOverWhatANewerReleaseMayHaveAdded() throws Exception {
        LockMetadata read = read("""
                {"version": 1, "extra": [{"a": 1}],
                 "files": {"a/a/1/a-1.jar": {"origin": "x", "more": {"b": [2]}}}}
                """);

        assertThat(read.of("a/a/1/a-1.jar").orElseThrow().origin()).contains("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                                                                          | 1 | 1  | expected an object
            {}                                                                          | 1 | 2  | the member 'version'
            {"version": 2}                                                              | 1 | 13 | version 2 is not known
            {"version": "1"}                                                            | 1 | 13 | expected a number
            {"version": 1, "files": {"../x": {}}}                                       | 1 | 26 | path
            {"version": 1, "files": {"a/b": {"published": "yesterday"}}}                | 1 | 47 | expected a date
            {"version": 1, "files": {"a/b": {"published": "+999999999-12-31"}}}         | 1 | 47 | expected a date
            {"version": 1, "files": {"a/b": {"firstSeen": "-0001-12-31"}}}              | 1 | 47 | expected a date
            {"version": 1, "files": {"a/b": {"published": ""}}}                         | 1 | 47 | expected a date
            {"version": 1, "files": {"a/b": {"signer": "AB", "signedSha256": ""}}}      | 1 | 44 | fingerprint
            {"version": 1, "files": {"a/b": {"identity": "a", "issuer": "b"}}}          | 1 | 64 | must all be present
            {"version": 1, "files": {"a/b": {"origin": 3}}}                             | 1 | 44 | expected a text
            {"version": 1, "files": {"a/b": {}, "a/b": {}}}                             | 1 | 37 | is listed twice
            {"version": 1, "files": {"a/b": {                                           | 1 | 34 | Unexpected end
            {"version": 1} {}                                                           | 1 | 16 | nothing after
            """)
    void saysWhereItCannotBeUnderstood(String text, int line, int column, String problem) throws Exception {
        write(text);

        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> new MetadataFile(root).read())
                .withMessageContaining(problem)
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                });
    }

    @Test
    void keepsWhatBothSidesOfAMergeKnow() throws Exception {
        write("""
                {
                  "version" : 1,
                  "files" : {
                <<<<<<< HEAD
                    "a/a/1/a-1.jar" : { "origin" : "ours" },
                    "b/b/1/b-1.jar" : { "origin" : "ours" }
                ||||||| base
                    "a/a/1/a-1.jar" : { }
                =======
                    "a/a/1/a-1.jar" : { "origin" : "theirs", "published" : "2026-01-02" },
                    "c/c/1/c-1.jar" : { "origin" : "theirs" }
                >>>>>>> branch
                  },
                  "signers" : {
                    "b:b" : { "keys" : [ "%s" ] }
                  }
                }
                """.formatted(KEY));

        LockMetadata merged = new MetadataFile(root).readMerging().orElseThrow();

        assertThat(merged.files().keySet()).containsExactly("a/a/1/a-1.jar", "b/b/1/b-1.jar", "c/c/1/c-1.jar");
        assertThat(merged.of("a/a/1/a-1.jar").orElseThrow().origin()).contains("ours");
        assertThat(merged.of("a/a/1/a-1.jar").orElseThrow().published()).contains(LocalDate.of(2026, 1, 2));
        assertThat(merged.signers().get("b:b")).containsExactly(KEY);
        // Only the lock goal resolves a merge.
        assertThatExceptionOfType(LockSyntaxException.class).isThrownBy(() -> new MetadataFile(root).read());
    }

    @Test
    void forgetsFilesButNotSigners() {
        LockMetadata kept = some().only(List.of("a/a/1/a-1.pom"));

        assertThat(kept.files().keySet()).containsExactly("a/a/1/a-1.pom");
        assertThat(kept.signers()).containsKey("b:b");
    }

    @Test
    void notesWhatOriginsStandForWhileAFileHasThem() throws Exception {
        SortedMap<String, String> byId =
                new TreeMap<>(Map.of("a", "https://a.example.org", "b", "https://b.example.org"));
        LockMetadata noted = some().withRepositories(Map.of("central", byId, "unused", byId));

        assertThat(noted.repositories()).containsOnlyKeys("central");
        Staged.write(new MetadataFile(root).stage(noted));
        assertThat(written()).endsWith("""
                  "repositories" : {
                    "central" : { "a" : "https://a.example.org", "b" : "https://b.example.org" }
                  }
                }
                """.indent(0));
        assertThat(new MetadataFile(root).read()).contains(noted);
        assertThat(LockMetadata.empty().union(noted)).isEqualTo(noted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{ \"central\" : \"https://a.example.org\" }", "{ \"central\" : { \"a\" : 1 } }"})
    void refusesRepositoriesOfAnotherForm(String repositories) {
        assertThatExceptionOfType(LockSyntaxException.class)
                .isThrownBy(() -> read("{ \"version\" : 1, \"repositories\" : " + repositories + " }"));
    }

    @Test
    void notesWhoNeedsAFileWhereNotEverybodyDoes() throws Exception {
        String path = "a/a/1/a-1.pom";
        LockMetadata noted = some().withEnvironments(List.of("one", "two"), Map.of(path, List.of("two")));

        Staged.write(new MetadataFile(root).stage(noted));
        assertThat(written())
                .contains("\"a/a/1/a-1.pom\" : { \"only\" : [ \"two\" ] },")
                .endsWith("  \"environments\" : [\n    \"one\",\n    \"two\"\n  ]\n}\n");
        assertThat(new MetadataFile(root).read()).contains(noted);
    }

    @Test
    void knowsAfterAMergeWhoNeedsWhat() {
        String a = "a/a/1/a-1.pom";
        String b = "b/b/1/b-1.jar";
        LockMetadata ours = some().withEnvironments(List.of("one"), Map.of());
        LockMetadata theirs = some().only(List.of(b)).withEnvironments(List.of("two"), Map.of());

        LockMetadata union = ours.union(theirs);

        assertThat(union.environments()).containsExactly("one", "two");
        assertThat(union.neededBy(a)).containsExactly("one");
        assertThat(union.neededBy(b)).containsExactly("one", "two");
    }
}
