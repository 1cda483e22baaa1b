package io.github.mavenhardening.core.lock.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.change.ArtifactChange.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockComparisonTest {

    private static final String KEY_A = "A".repeat(40);
    private static final String KEY_B = "B".repeat(40);
    private static final String SHA = "ab".repeat(32);
    private static final String OLD = "org/example/lib/1.0/lib-1.0.jar";
    private static final String NEW = "org/example/lib/1.1/lib-1.1.jar";

    @TempDir
    Path folder;

    private ChangedLock lock;

    @BeforeEach
    void init() throws Exception {
        lock = new ChangedLock(folder);
    }

    private static ArtifactChange only(LockChange change) {
        assertThat(change.problem()).isEmpty();
        assertThat(change.artifacts()).hasSize(1);
        return change.artifacts().get(0);
    }

    private static List<String> texts(List<Notice> notices) {
        return notices.stream()
                .map(notice -> notice.concern().id() + ": " + notice.text())
                .toList();
    }

    private List<String> notices() throws Exception {
        return texts(only(lock.compare()).notices());
    }

    // What is compared

    @Test
    void groupsFilesByArtifactAndTellsWhatBecameOfIt() throws Exception {
        lock.lock(
                        OLD,
                        "org/example/lib/1.0/lib-1.0.pom",
                        "org/example/gone/1/gone-1.jar",
                        "org/example/same/1/same-1.jar",
                        "org/example/two/1/two-1.jar",
                        "org/example/pom/1/pom-1.pom")
                .branch()
                .lock(
                        NEW,
                        "org/example/lib/1.1/lib-1.1.pom",
                        "org/example/fresh/1/fresh-1.jar",
                        "org/example/same/1/same-1.jar",
                        "org/example/two/1/two-1.jar",
                        "org/example/two/2/two-2.jar",
                        "org/example/pom/1/pom-1.pom",
                        "org/example/pom/1/pom-1.jar");

        LockChange change = lock.compare();

        assertThat(change.artifacts())
                .extracting(ArtifactChange::artifact, ArtifactChange::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("org.example:lib", Kind.UPDATED),
                        org.assertj.core.groups.Tuple.tuple("org.example:two", Kind.UPDATED),
                        org.assertj.core.groups.Tuple.tuple("org.example:fresh", Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple("org.example:pom", Kind.FILES),
                        org.assertj.core.groups.Tuple.tuple("org.example:gone", Kind.REMOVED));
        assertThat(change.unchanged()).isEqualTo(1);
        assertThat(change.artifacts().get(0).versions())
                .isEqualTo(new ArtifactChange.Versions(List.of("1.0"), List.of("1.1"), List.of()));
        assertThat(change.artifacts().get(0).files()).hasSize(4);
        assertThat(change.artifacts().get(1).versions())
                .isEqualTo(new ArtifactChange.Versions(List.of(), List.of("2"), List.of("1")));
        assertThat(change.isNothing()).isFalse();
    }

    @Test
    void saysThatNothingChangedOnlyOfWhatWasCompared() throws Exception {
        lock.lock(OLD, NEW).record("'files': {}").branch();

        LockChange change = lock.compare();

        assertThat(change.isNothing()).isTrue();
        assertThat(change.unchanged()).isEqualTo(1);
        assertThat(change.gaps()).isEmpty();
    }

    @Test
    void comparesWithTheCommitAtWhichTheBranchLeft() throws Exception {
        lock.lock(OLD).branch();
        try (Git git = Git.open(lock.root().toFile())) {
            git.checkout().setName("main").call();
            lock.lock(NEW);
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Later").setSign(false).call();
            git.checkout().setName("topic").call();
        }

        assertThat(lock.compare().isNothing()).isTrue();
    }

    @Test
    void comparesWhatIsNotCommitted() throws Exception {
        lock.lock(OLD).branch().lock(NEW);

        assertThat(only(lock.compare("HEAD", Map.of(), Set.of())).kind()).isEqualTo(Kind.UPDATED);
    }

    // What cannot be compared

    @Test
    void saysThatThereIsNoBase() throws Exception {
        lock.lock(OLD).branch();

        LockChange change = lock.compare("", Map.of(), Set.of());

        assertThat(change.base()).isEqualTo("origin/HEAD");
        assertThat(change.problem()).hasValueSatisfying(text -> assertThat(text).contains("is not known here"));
        assertThat(change.isNoRequest()).isFalse();
        assertThat(change.isNothing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "origin/main", "0123456789abcdef0123456789abcdef01234567"})
    void saysThatTheBaseIsNotKnown(String base) throws Exception {
        lock.lock(OLD).branch();

        LockChange change = lock.compare(base, Map.of(), Set.of());

        assertThat(change.base()).isEqualTo(base);
        assertThat(change.problem()).hasValueSatisfying(text -> assertThat(text).contains("is not known here"));
    }

    @Test
    void saysThatABuildIsOfNoRequest() throws Exception {
        lock.lock(OLD).branch();

        LockChange change = lock.compare("", Map.of("GITHUB_EVENT_NAME", "push"), Set.of());

        assertThat(change.isNoRequest()).isTrue();
        assertThat(change.isNothing()).isFalse();
    }

    @Test
    void saysThatThereIsNoGit() throws Exception {
        lock.lock(OLD);
        Files.move(lock.root().resolve(".git"), folder.resolve("git"));

        assertThat(lock.compare().problem()).hasValue("there is no Git repository");
    }

    @Test
    void saysThatTheBaseHasNoLock() throws Exception {
        lock.branch().lock(OLD);

        LockChange change = lock.compare();

        assertThat(only(change).kind()).isEqualTo(Kind.ADDED);
        assertThat(change.gaps())
                .contains("main has no lock (.mvn/checksums/checksums.sha256): all of this one is new");
    }

    @Test
    void saysThatTheLockIsGone() throws Exception {
        lock.lock(OLD).branch();
        lock.delete(".mvn/checksums/checksums.sha256");

        LockChange change = lock.compare();

        assertThat(texts(change.build()))
                .containsExactly("lock: .mvn/checksums/checksums.sha256 was removed: nothing is locked any more");
        assertThat(only(change).kind()).isEqualTo(Kind.REMOVED);
    }

    @Test
    void saysThatNeitherHasALock() throws Exception {
        lock.branch();

        assertThat(lock.compare().problem())
                .hasValue("neither main nor the checkout has a lock (.mvn/checksums/checksums.sha256)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                             | line 1: expected a SHA-256 of 64 hexadecimal digits
            <<<<<<< ours                         | line 1: an unresolved merge conflict
            HASH  ../lib.jar                     | line 1: the path has an empty, '.' or '..' segment
            """)
    void saysThatALockCannotBeRead(String line, String reason) throws Exception {
        String text = line.replace("HASH", SHA) + "\n";
        lock.write(".mvn/checksums/checksums.sha256", text);
        lock.branch().lock(OLD);
        assertThat(lock.compare().problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith(".mvn/checksums/checksums.sha256 of main cannot be read: " + reason));

        ChangedLock other = new ChangedLock(folder.resolve("other"));
        other.lock(OLD).branch();
        other.write(".mvn/checksums/checksums.sha256", text);
        assertThat(other.compare().problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith(".mvn/checksums/checksums.sha256 of the checkout cannot be read: " + reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version": 2}           | line 1: version 2 is not known to this release, which reads 1
            {"files": {}}            | line 1: expected the member 'version'
            [1]                      | line 1: expected an object
            """)
    void comparesTheLocksWhereARecordCannotBeRead(String json, String reason) throws Exception {
        lock.lock(OLD);
        lock.write(".mvn/hardening-lock.json", json);
        lock.branch().lock(NEW).record("'files': {'" + NEW + "': {'origin': 'elsewhere'}}");

        LockChange change = lock.compare();

        assertThat(only(change).kind()).isEqualTo(Kind.UPDATED);
        assertThat(only(change).notices()).isEmpty();
        assertThat(change.gaps())
                .contains(".mvn/hardening-lock.json of main cannot be read: " + reason
                        + "; origins, signers and days of publication are not compared");
    }

    @Test
    void saysWhichSideHasNoRecord() throws Exception {
        lock.lock(OLD).branch().lock(NEW).record("'files': {}");

        assertThat(lock.compare().gaps())
                .contains("main has no .mvn/hardening-lock.json: origins, signers and days of publication are not"
                        + " compared");
    }

    @Test
    void saysThatTheRecordIsGone() throws Exception {
        lock.lock(OLD).record("'files': {'" + OLD + "': {'origin': 'central'}}").branch();
        lock.delete(".mvn/hardening-lock.json");

        assertThat(texts(lock.compare().build()))
                .containsExactly("lock: .mvn/hardening-lock.json was removed, with what was recorded of 1 file");
    }

    // Bytes

    @Test
    void findsOtherBytesOfTheSameVersion() throws Exception {
        lock.lock(SHA + " " + OLD, "org/example/a/1/a-1.jar")
                .branch()
                .lock("cd".repeat(32) + " " + OLD, "org/example/a/2/a-2.jar");

        LockChange change = lock.compare();

        ArtifactChange first = change.artifacts().get(0);
        assertThat(first.kind()).isEqualTo(Kind.REPLACED);
        assertThat(texts(first.notices()))
                .containsExactly("bytes: " + OLD + " had the SHA-256 " + SHA + " and has " + "cd".repeat(32)
                        + ": a published version never changes");
    }

    @Test
    void findsOtherBytesBesideAnUpdate() throws Exception {
        lock.lock(SHA + " " + OLD, "org/example/lib/0.9/lib-0.9.jar").branch().lock("cd".repeat(32) + " " + OLD, NEW);

        ArtifactChange change = only(lock.compare());

        assertThat(change.kind()).isEqualTo(Kind.REPLACED);
        assertThat(change.versions().gone()).containsExactly("0.9");
        assertThat(change.notices()).extracting(Notice::concern).containsExactly(Concern.BYTES);
    }

    @Test
    void findsOtherBytesOfAFileOfTheProjectAndOfOneWithoutCoordinates() throws Exception {
        lock.lock(SHA + " ./lib/a.jar", SHA + " odd")
                .branch()
                .lock("cd".repeat(32) + " ./lib/a.jar", "ef".repeat(32) + " odd");

        assertThat(lock.compare().artifacts())
                .extracting(ArtifactChange::artifact)
                .containsExactly("./lib/a.jar", "odd");
        assertThat(lock.compare().artifacts())
                .allSatisfy(change -> assertThat(change.kind()).isEqualTo(Kind.REPLACED));
    }

    @Test
    void saysThatASnapshotAndAFileOfTheProjectMayChange() throws Exception {
        String snapshot = "org/example/s/1-SNAPSHOT/s-1-SNAPSHOT.jar";
        lock.lock(SHA + " ./lib/a.jar", SHA + " " + snapshot).branch();
        lock.lock("cd".repeat(32) + " ./lib/a.jar", "cd".repeat(32) + " " + snapshot);

        assertThat(lock.compare().artifacts().stream()
                        .map(change -> texts(change.notices()).get(0)))
                .satisfiesExactly(
                        text -> assertThat(text).endsWith(": a file of this repository"),
                        text -> assertThat(text).endsWith(": a snapshot, of which another build was locked"));
    }

    @Test
    void saysWhichFileOfTheBuildCannotBeRead() throws Exception {
        lock.write("pom.xml", "<project>");
        lock.lock(OLD).branch().lock(NEW);

        assertThat(lock.compare().gaps())
                .contains("what the build makes of artifacts is not known in full: pom.xml could not be looked at:"
                        + " <project> is not closed");
    }

    // Signers

    private static String signed(String path, String key) {
        return "'" + path + "': {'origin': 'central', 'signer': '" + key + "', 'signedSha256': '" + SHA + "'}";
    }

    private static String certified(String path, String identity, String issuer) {
        return "'" + path + "': {'identity': '" + identity + "', 'issuer': '" + issuer + "', 'identitySha256': '" + SHA
                + "'}";
    }

    private void update(String before, String after) throws Exception {
        lock.lock(OLD).record("'files': {" + before + "}").branch().lock(NEW).record("'files': {" + after + "}");
    }

    @Test
    void findsAnotherSigner() throws Exception {
        update(signed(OLD, KEY_A), signed(NEW, KEY_B));

        assertThat(notices()).containsExactly("signer: signed by 0x" + KEY_B + ", before by 0x" + KEY_A);
    }

    @Test
    void takesTheSameSignerAndOneThatWasAcceptedBefore() throws Exception {
        String signers = "'signers': {'org.example:lib': {'keys': ['" + KEY_A + "', '" + KEY_B + "']}}, ";
        lock.lock(OLD, "org/example/b/1/b-1.jar")
                .record(signers + "'files': {" + signed(OLD, KEY_A) + ", " + signed("org/example/b/1/b-1.jar", KEY_A)
                        + "}")
                .branch()
                .lock(NEW, "org/example/b/2/b-2.jar")
                .record(signers + "'files': {" + signed(NEW, KEY_B) + ", " + signed("org/example/b/2/b-2.jar", KEY_A)
                        + "}");

        assertThat(lock.compare().artifacts())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.notices()).isEmpty());
    }

    @Test
    void findsASignatureThatIsMissingWhereOthersAreRecorded() throws Exception {
        lock.lock(OLD)
                .record("'files': {" + signed(OLD, KEY_A) + "}")
                .branch()
                .lock(NEW, "org/example/b/2/b-2.jar")
                .record("'files': {'" + NEW + "': {'origin': 'central'}, " + signed("org/example/b/2/b-2.jar", KEY_B)
                        + "}");

        assertThat(texts(lock.compare().artifacts().get(0).notices()))
                .containsExactly("signer: no signature is recorded of " + NEW + ", while every file was signed before");
    }

    @Test
    void countsMissingSignaturesWhereNobodyRecordedAny() throws Exception {
        update(signed(OLD, KEY_A), "'" + NEW + "': {'origin': 'central'}");

        assertThat(notices()).isEmpty();
        assertThat(lock.compare().gaps())
                .anySatisfy(gap -> assertThat(gap).startsWith("no signature is recorded of 1 of 1 artifact that came"));
    }

    @Test
    void findsAnotherIdentityAndNotAnotherTag() throws Exception {
        String workflow = "https://github.com/example/lib/.github/workflows/release.yml@refs/tags/v1.";
        update(
                certified(OLD, workflow + "0", "https://i.example"),
                certified(NEW, workflow + "1", "https://i.example"));
        assertThat(notices()).isEmpty();

        lock.record(
                "'files': {" + certified(NEW, "https://github.com/other/lib@refs/tags/v1", "https://i.example") + "}");
        assertThat(notices())
                .containsExactly("signer: signed with Sigstore by https://github.com/other/lib (https://i.example),"
                        + " before by https://github.com/example/lib/.github/workflows/release.yml"
                        + " (https://i.example)");

        lock.record("'files': {" + certified(NEW, workflow + "1", "https://other.example") + "}");
        assertThat(notices()).singleElement().asString().contains("(https://other.example), before by");
    }

    private static String installed(String folder, String system, String... entries) {
        return "'" + folder + "': {'" + system + "': {" + String.join(", ", entries) + "}}";
    }

    private static String entry(String way, int size, String digit) {
        return "'" + way + "': {'size': " + size + ", 'sha256': '" + digit.repeat(64) + "'}";
    }

    @Test
    void tellsWhatPluginsInstall() throws Exception {
        lock.lock(OLD)
                .record("'files': {}, 'installed': {"
                        + installed(
                                "a/node",
                                "linux-x86_64",
                                entry("node", 3, "0"),
                                entry("npm", 1, "0"),
                                entry("npx", 1, "0"))
                        + ", " + installed("b/node", "linux-x86_64", entry("node", 3, "0"))
                        + ", " + installed("c/node", "linux-x86_64", entry("node", 3, "0")) + "}")
                .branch()
                .record("'files': {}, 'installed': {"
                        + installed(
                                "a/node",
                                "linux-x86_64",
                                entry("node", 4, "1"),
                                entry("npm", 1, "0"),
                                entry("pnpm", 1, "0"))
                        + ", " + installed("c/node", "linux-x86_64", entry("node", 3, "0"))
                        + ", " + installed("d/node", "osx-aarch_64", entry("node", 3, "0"), entry("npm", 1, "0"))
                        + "}");

        LockChange change = lock.compare();
        assertThat(change.artifacts()).isEmpty();
        assertThat(texts(change.build()))
                .containsExactly(
                        "lock: what is installed in b/node is not locked for linux-x86_64 any more",
                        "bytes: installed in a/node for linux-x86_64: node had SHA-256 " + "0".repeat(64)
                                + " (3 bytes) and has SHA-256 " + "1".repeat(64)
                                + " (4 bytes); npx is gone; pnpm is new",
                        "power: what is installed in d/node is locked for osx-aarch_64: 2 files of 4 bytes");
    }

    @Test
    void findsWhoMaySignFromNowOn() throws Exception {
        lock.lock(OLD).record("'files': {}, 'signers': {'org.example:lib': {'keys': ['" + KEY_A + "']}}");
        lock.write(".mvn/hardening-keys.list", "# ours\norg.example.* = 0x" + KEY_A + "\n");
        lock.write(".mvn/hardening-keyring.asc", "one");
        lock.branch()
                .record("'files': {}, 'signers': {'org.example:lib': {'keys': ['" + KEY_A + "', '" + KEY_B
                        + "']}, 'org.example:first': {'keys': ['" + KEY_A + "']}}");
        lock.write(".mvn/hardening-keys.list", "# theirs\n* = any\n");
        lock.write(".mvn/hardening-identities.list", "org.example.* = https://i.example https://github.com/a/b\n");
        lock.write(".mvn/hardening-keyring.asc", "two");

        LockChange change = lock.compare();

        assertThat(texts(change.build()))
                .containsExactly(
                        "signer: .mvn/hardening-identities.list has the new line 'org.example.* = https://i.example"
                                + " https://github.com/a/b'",
                        "signer: .mvn/hardening-keyring.asc was changed: signatures are verified with what it holds",
                        "signer: .mvn/hardening-keys.list has lost the line 'org.example.* = 0x" + KEY_A + "'",
                        "signer: .mvn/hardening-keys.list has the new line '* = any'",
                        "signer: releases of org.example:lib may now also be signed by 0x" + KEY_B);
        assertThat(change.isNothing()).isFalse();
    }

    // Origins

    private static String from(String path, String origin) {
        return "'" + path + "': {'origin': '" + origin + "'}";
    }

    @Test
    void findsAnotherOrigin() throws Exception {
        lock.lock(OLD)
                .record("'files': {" + from(OLD, "central") + "}")
                .branch()
                .lock(NEW)
                .record("'files': {" + from(NEW, "snapshots")
                        + "}, 'repositories': {'snapshots': {'snapshots': 'https://u:p@repo.example.org/maven2'}}");

        assertThat(notices())
                .containsExactly(
                        "origin: comes from 'snapshots' (https://…@repo.example.org/maven2), which is new here,"
                                + " before from central");
        assertThat(texts(lock.compare().build()))
                .containsExactly("origin: the repository 'snapshots' (https://…@repo.example.org/maven2) is new here: 1"
                        + " file came from it");
    }

    @Test
    void findsAnOriginThatIsNotRecordedAnyMore() throws Exception {
        update(from(OLD, "central"), "'" + NEW + "': {'firstSeen': '2026-01-01'}");

        assertThat(notices())
                .containsExactly("origin: where it came from is not recorded of " + NEW + ", before from central");
    }

    @Test
    void findsANewArtifactOfANewRepositoryAndNoneOfAKnownOne() throws Exception {
        String known = "org/example/b/1/b-1.jar";
        lock.lock(OLD)
                .record("'files': {" + from(OLD, "central") + "}")
                .branch()
                .lock(OLD, known, "org/example/c/1/c-1.jar")
                .record("'files': {" + from(OLD, "central") + ", " + from(known, "central") + ", "
                        + from("org/example/c/1/c-1.jar", "odd") + "}");

        assertThat(lock.compare().artifacts())
                .extracting(change -> change.artifact() + " " + texts(change.notices()))
                .containsExactly("org.example:c [origin: comes from 'odd', which is new here]", "org.example:b []");
    }

    @Test
    void findsAnOriginThatStandsForAnotherAddress() throws Exception {
        lock.lock(OLD)
                .record("'files': {" + from(OLD, "central")
                        + "}, 'repositories': {'central': {'central': 'https://repo.example.org/maven2'}}")
                .branch()
                .record("'files': {" + from(OLD, "central")
                        + "}, 'repositories': {'central': {'central': 'https://evil.example.org/maven2'}}");

        assertThat(texts(lock.compare().build()))
                .containsExactly("origin: the repository 'central' stands for other addresses:"
                        + " (https://evil.example.org/maven2), before (https://repo.example.org/maven2)");
    }

    /** Nothing but an editor changes what is recorded of the same bytes. */
    @Test
    void findsAnotherRecordOfTheSameFile() throws Exception {
        lock.lock(OLD)
                .record("'files': {'" + OLD + "': {'origin': 'central', 'published': '2026-01-09', 'signer': '" + KEY_A
                        + "', 'signedSha256': '" + SHA + "'}}")
                .branch()
                .record("'files': {'" + OLD + "': {'origin': 'other', 'published': '2020-01-09'}}");

        ArtifactChange change = only(lock.compare());

        assertThat(change.kind()).isEqualTo(Kind.RECORD);
        assertThat(texts(change.notices()))
                .containsExactly(
                        "signer: the recorded signer of " + OLD + " is gone, before 0x" + KEY_A,
                        "origin: the recorded origin of " + OLD + " is other, before central",
                        "age: the recorded day of publication of " + OLD + " is 2020-01-09, before 2026-01-09");
    }

    @Test
    void takesWhatIsRecordedForTheFirstTime() throws Exception {
        lock.lock(OLD).record("'files': {}").branch().record("'files': {" + signed(OLD, KEY_A) + "}");

        assertThat(lock.compare().artifacts()).isEmpty();
    }

    // What is in the files

    private static final String PROCESSOR = "META-INF/services/javax.annotation.processing.Processor";

    @ParameterizedTest
    @ValueSource(strings = {"a.so", "x/b.so.1.2", "c.DLL", "n/d.dylib", "e.jnilib", "bin/f.exe"})
    void findsMachineCodeThatIsNew(String name) throws Exception {
        lock.jar(OLD, "a/A.class");
        lock.jar(NEW, "a/A.class", name);
        lock.lock(OLD).branch().lock(NEW);

        assertThat(notices()).containsExactly("native: holds machine code: " + name + "; not so 1.0");
        assertThat(lock.compare().unseen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/also.class", "dll/", "so.txt", "a.so.properties", "x.sox", "a.dll/b"})
    void takesWhatIsNoMachineCode(String name) throws Exception {
        lock.jar(OLD, "a/A.class");
        lock.jar(NEW, "a/A.class", name);
        lock.lock(OLD).branch().lock(NEW);

        assertThat(notices()).isEmpty();
    }

    @Test
    void findsMoreMachineCodeAndNotTheSame() throws Exception {
        lock.jar(OLD, "a.so");
        lock.jar(NEW, "a.so", "b.so");
        lock.lock(OLD).branch().lock(NEW);
        assertThat(notices()).containsExactly("native: holds more machine code: b.so; not so 1.0");

        lock.jar(NEW, "a.so");
        lock.lock(NEW);
        assertThat(notices()).isEmpty();

        lock.jar(NEW, "lib-1.1.so");
        lock.lock(NEW);
        assertThat(notices()).containsExactly("native: holds more machine code: lib-1.1.so; not so 1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "win/lib-1.0.dll, win/lib-1.1.dll",
        "libz.so.1.2.3, libz.so.1.2.4",
        "a/libzstd-jni-1.5.5-11.so, a/libzstd-jni-1.5.7-6.so",
        "x86_64/libb.so, x86_64/libb.so"
    })
    void takesNativeCodeOfAnotherVersion(String before, String after) throws Exception {
        lock.jar(OLD, before);
        lock.jar(NEW, after);
        lock.lock(OLD).branch().lock(NEW);

        assertThat(notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lib32/a.so, lib64/a.so", "linux/a.so, mac/a.so", "a.so, a.so.2", "a-1.0.so, b-1.0.so"})
    void findsNativeCodeOfAnotherName(String before, String after) throws Exception {
        lock.jar(OLD, before);
        lock.jar(NEW, after);
        lock.lock(OLD).branch().lock(NEW);

        assertThat(notices()).containsExactly("native: holds more machine code: " + after + "; not so 1.0");
    }

    @Test
    void findsAProgram() throws Exception {
        lock.lock(OLD).branch().lock(OLD, "org/example/protoc/1/protoc-1-linux-x86_64.exe");

        assertThat(notices()).containsExactly("native: holds machine code: protoc-1-linux-x86_64.exe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            META-INF/maven/plugin.xml                                 | is a plugin
            META-INF/maven/extension.xml                              | is an extension of Maven
            META-INF/services/javax.annotation.processing.Processor   | is an annotation processor
            """)
    void findsWhatRunsInTheBuildFromNowOn(String descriptor, String text) throws Exception {
        lock.jar(OLD, "a/A.class");
        lock.jar(NEW, descriptor);
        lock.lock(OLD).branch().lock(NEW);
        assertThat(notices()).containsExactly("power: " + text + "; not so 1.0");

        lock.jar(OLD, descriptor);
        ChangedLock other = new ChangedLock(folder.resolve("other"));
        other.jar(OLD, descriptor);
        other.jar(NEW, descriptor, "more");
        other.lock(OLD).branch().lock(NEW);
        assertThat(only(other.compare()).notices()).isEmpty();
        assertThat(only(other.compare()).roles()).hasSize(1);
    }

    @Test
    void saysThatWhatWasThereBeforeIsNotKnown() throws Exception {
        lock.jar(NEW, "a.so", PROCESSOR);
        lock.lock(OLD).branch().lock(NEW);

        assertThat(notices())
                .containsExactly(
                        "power: is an annotation processor; whether also 1.0 is not known (lib-1.0.jar: it is not in the"
                                + " local repository)",
                        "native: holds machine code: a.so; whether also 1.0 is not known (lib-1.0.jar: it is not in the"
                                + " local repository)");
    }

    @Test
    void saysWhatCouldNotBeLookedInto() throws Exception {
        String odd = "org/example/odd/1/odd-1.tar.gz";
        String text = "org/example/text/1/text-1.jar";
        String fat = "org/example/fat/1/fat-1.jar";
        String other = "org/example/tampered/1/tampered-1.jar";
        lock.jar(fat, "lib/inner.jar", "lib/more.jar");
        lock.jar(other, "a.so");
        Files.createDirectories(lock.local().resolve(text).getParent());
        Files.writeString(lock.local().resolve(text), "no zip");
        lock.lock(OLD).branch().lock(OLD, NEW, odd, text, fat, SHA + " " + other);

        assertThat(lock.compare().unseen())
                .containsExactlyInAnyOrder(
                        "org.example:lib: lib-1.1.jar: it is not in the local repository",
                        "org.example:odd: odd-1.tar.gz: files of that kind are not looked into",
                        "org.example:text: text-1.jar: it is not a zip file",
                        "org.example:fat: fat-1.jar: the jars inside it are not looked into",
                        "org.example:tampered: tampered-1.jar: the file here has other bytes than are locked");
    }

    @Test
    void namesWhatTheBuildMakesOfIt() throws Exception {
        lock.write("pom.xml", """
                <project>
                  <parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>1</version></parent>
                  <build>
                    <extensions>
                      <extension><groupId>org.example</groupId><artifactId>ext</artifactId></extension>
                    </extensions>
                    <plugins>
                      <plugin>
                        <groupId>org.example</groupId><artifactId>plug</artifactId><extensions>true</extensions>
                        <configuration>
                          <annotationProcessorPaths>
                            <path><groupId>org.example</groupId><artifactId>proc</artifactId></path>
                          </annotationProcessorPaths>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """);
        lock.lock(OLD)
                .branch()
                .lock(
                        OLD,
                        "org/example/parent/1/parent-1.pom",
                        "org/example/ext/1/ext-1.pom",
                        "org/example/plug/1/plug-1.pom",
                        "org/example/proc/1/proc-1.pom",
                        "org/example/cycle/1/cycle-1.pom",
                        "org/example/none/1/none-1.pom");

        assertThat(lock.compare("main", Map.of(), Set.of("org.example:cycle")).artifacts())
                .extracting(change -> change.artifact() + " " + change.roles())
                .containsExactly(
                        "org.example:plug [PLUGIN, EXTENSION]",
                        "org.example:cycle [PLUGIN]",
                        "org.example:ext [EXTENSION]",
                        "org.example:parent [PARENT]",
                        "org.example:proc [PROCESSOR]",
                        "org.example:none []");
    }

    @Test
    void findsAnotherWrapper() throws Exception {
        String file = ".mvn/wrapper/maven-wrapper.properties";
        lock.lock(OLD);
        lock.write(file, "distributionUrl=https\\://repo.example.org/maven-3.9.8.zip\ndistributionSha256Sum=" + SHA);
        lock.branch();
        lock.write(file, "distributionUrl=https://u:p@evil.example.org/maven-3.9.9.zip\n");

        assertThat(texts(lock.compare().build()))
                .containsExactly(
                        "power: the Maven wrapper's distributionSha256Sum is not set, before " + SHA,
                        "power: the Maven wrapper's distributionUrl is https://…@evil.example.org/maven-3.9.9.zip, before"
                                + " https://repo.example.org/maven-3.9.8.zip");
    }

    // Licences

    private static String licence(String name) {
        return "<licenses><license><name>" + name + "</name></license></licenses>";
    }

    private static final String OLD_POM = "org/example/lib/1.0/lib-1.0.pom";
    private static final String NEW_POM = "org/example/lib/1.1/lib-1.1.pom";

    @Test
    void findsAnotherLicence() throws Exception {
        lock.pom(OLD_POM, licence("Apache-2.0"));
        lock.pom(NEW_POM, licence("BUSL-1.1"));
        lock.lock(OLD_POM).branch().lock(NEW_POM);

        assertThat(notices()).containsExactly("licence: BUSL-1.1, before Apache-2.0");
    }

    @Test
    void takesAnotherNameOfTheSameLicence() throws Exception {
        lock.pom(OLD_POM, licence("The Apache Software License, Version 2.0"));
        lock.pom(NEW_POM, licence("Apache-2.0"));
        lock.lock(OLD_POM).branch().lock(NEW_POM);

        assertThat(notices()).isEmpty();
    }

    /** One of two versions stays as it is, and the other gets its licence. */
    @Test
    void comparesTheLicencesOfEachVersion() throws Exception {
        String third = "org/example/lib/0.9/lib-0.9.pom";
        lock.pom(OLD_POM, licence("LGPL-2.1</name></license><license><name>GPL-2.0"));
        lock.pom(third, licence("EPL-1.0"));
        lock.pom(NEW_POM, licence("EPL-1.0"));
        lock.lock(OLD_POM, third).branch().lock(NEW_POM);
        assertThat(notices()).isEmpty();

        lock.pom(NEW_POM, licence("GPL-2.0"));
        lock.lock(NEW_POM);
        assertThat(notices()).containsExactly("licence: GPL-2.0, before EPL-1.0, LGPL-2.1, GPL-2.0");
    }

    @Test
    void takesTheLicenceOfAParent() throws Exception {
        String parent = "org/example/parent/7/parent-7.pom";
        lock.pom(parent, licence("MIT"));
        lock.pom(OLD_POM, licence("MIT"));
        lock.pom(
                NEW_POM,
                "<parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>7</version></parent>");
        lock.lock(OLD_POM, parent).branch().lock(NEW_POM, parent);

        assertThat(notices()).isEmpty();
        assertThat(only(lock.compare()).after().licences()).containsExactly("MIT");
    }

    @Test
    void findsThatALicenceIsGone() throws Exception {
        lock.pom(OLD_POM, licence("MIT"));
        lock.pom(NEW_POM, "");
        lock.lock(OLD_POM).branch().lock(NEW_POM);

        assertThat(notices()).containsExactly("licence: none named, before MIT");
    }

    @Test
    void saysThatALicenceIsNotKnown() throws Exception {
        lock.pom(OLD_POM, licence("MIT"));
        lock.pom(
                NEW_POM,
                "<parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>7</version></parent>");
        lock.pom(
                "org/example/loop/1/loop-1.pom",
                "<parent><groupId>org.example</groupId>"
                        + "<artifactId>loop</artifactId><version>1</version></parent>");
        lock.pom("org/example/bad/1/bad-1.pom", "<name>");
        lock.lock(OLD_POM)
                .branch()
                .lock(
                        NEW_POM,
                        "org/example/loop/1/loop-1.pom",
                        "org/example/bad/1/bad-1.pom",
                        "org/example/absent/1/absent-1.pom");

        assertThat(lock.compare().unlicensed())
                .containsExactlyInAnyOrder(
                        "org.example:lib:1.1: the POM of its parent org.example:parent:7: it is not locked",
                        "org.example:loop:1: it has more than 32 parents",
                        "org.example:bad:1: </project> closes nothing",
                        "org.example:absent:1: it is not in the local repository");
        assertThat(lock.compare().artifacts())
                .allSatisfy(change -> assertThat(change.notices()).isEmpty());
    }

    // Age

    private static String dated(String path, String published, String locked) {
        return "'" + path + "': {'published': '" + published + "', 'firstSeen': '" + locked + "'}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-01 | 2026-03-01 | 0 days before it was locked
            2026-03-01 | 2026-03-02 | 1 day before it was locked
            2026-03-01 | 2026-03-07 | 6 days before it was locked
            2026-03-01 | 2026-02-01 | after it was locked
            """)
    void findsAYoungVersion(String published, String locked, String text) throws Exception {
        update(dated(OLD, "2025-01-01", "2025-02-01"), dated(NEW, published, locked));

        assertThat(notices()).containsExactly("age: published on 2026-03-01, " + text);
    }

    @Test
    void takesAVersionOfAWeekAndFindsOneThatIsOlderThanItsPredecessor() throws Exception {
        update(dated(OLD, "2026-01-01", "2026-02-01"), dated(NEW, "2026-03-01", "2026-03-08"));
        assertThat(notices()).isEmpty();

        lock.record("'files': {" + dated(NEW, "2025-12-31", "2026-03-08") + "}");
        assertThat(notices()).containsExactly("age: published on 2025-12-31, before what it replaces (2026-01-01)");
    }

    @Test
    void findsALowerVersion() throws Exception {
        lock.lock(NEW).record("'files': {}").branch().lock(OLD).record("'files': {}");
        assertThat(notices()).containsExactly("age: a lower version than 1.1: what was fixed since is open again");

        lock.lock(OLD, NEW);
        assertThat(notices()).isEmpty();
    }

    @Test
    void countsWhatHasNoDay() throws Exception {
        lock.lock(OLD)
                .record("'files': {}")
                .branch()
                .lock(NEW, "org/example/b/1/b-1.jar")
                .record("'files': {}");

        assertThat(lock.compare().gaps())
                .anySatisfy(gap ->
                        assertThat(gap).startsWith("no day of publication is recorded of 2 of 2 artifacts that came"));
    }

    // Lookalikes

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/fasterxml/jackson/core/jackson-databind/2.17.0/jackson-databind-2.17.0.jar",
                "com/github/codingandcoding/maven-compiler-plugin/3.9.0/maven-compiler-plugin-3.9.0.jar",
                "io/github/somebody/guava/33.0/guava-33.0.jar"
            })
    void findsALookalikeThatIsNew(String path) throws Exception {
        lock.lock(OLD).branch().lock(OLD, path);

        assertThat(notices())
                .singleElement()
                .asString()
                .startsWith("lookalike: it has the artifactId of the well-known ");
    }

    @Test
    void leavesALookalikeThatWasThereToTheCheck() throws Exception {
        String path = "io/github/somebody/guava/33.%s/guava-33.%s.jar";
        lock.lock(path.formatted("0", "0")).branch().lock(path.formatted("1", "1"));

        assertThat(notices()).isEmpty();
    }

    @Test
    void readsOldPomsInOtherEncodings() throws Exception {
        Path pom = lock.local().resolve(NEW_POM);
        Files.createDirectories(pom.getParent());
        Files.write(
                pom,
                ("<?xml version='1.0' encoding='ISO-8859-1'?><project><name>J\u00f6rg</name>" + licence("MIT")
                                + "</project>")
                        .getBytes(StandardCharsets.ISO_8859_1));
        lock.lock(OLD).branch().lock(OLD, NEW_POM);

        assertThat(only(lock.compare()).after().licences()).containsExactly("MIT");
    }
}
