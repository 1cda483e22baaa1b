package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.baseline.BaselineFile;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.GitFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateChangedTest {

    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.org");
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String OTHER = "fedcba9876543210".repeat(4);

    @TempDir
    Path folder;

    private Git git;
    private final PostureCase repository = PostureCase.of(new GateChanged());

    @BeforeEach
    void init() throws Exception {
        // Isolates JGit first, or it measures the file system for seconds.
        GitFolder.of(folder);
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        repository.in(folder);
    }

    @AfterEach
    void close() {
        git.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RevCommit commit() throws Exception {
        git.add().addFilepattern(".").call();
        git.add().setUpdate(true).addFilepattern(".").call();
        return git.commit()
                .setAuthor(ADA)
                .setCommitter(ADA)
                .setMessage("Change")
                .setSign(false)
                .setAllowEmpty(true)
                .call();
    }

    private void update(String ref, ObjectId to) throws Exception {
        RefUpdate update = git.getRepository().updateRef(ref);
        update.setNewObjectId(to);
        update.forceUpdate();
    }

    /** What is there is the base, which is where origin has its default branch. */
    private RevCommit base() throws Exception {
        write("README.md", "# r\n");
        RevCommit base = commit();
        update("refs/remotes/origin/HEAD", base);
        update("refs/remotes/origin/main", base);
        return base;
    }

    private List<String> notes() {
        AuditResult result = repository.audit();
        assertThat(result.findings()).isEmpty();
        assertThat(result.gaps()).isEmpty();
        return result.notes();
    }

    private List<String> gaps() {
        AuditResult result = repository.audit();
        assertThat(result.findings()).isEmpty();
        assertThat(result.notes()).isEmpty();
        return result.gaps();
    }

    @Test
    void findsNothingInAChangeThatLeavesTheGateAlone() throws Exception {
        write(".mvn/hardening.yml", "fail-on: high\n");
        write(".github/workflows/ci.yml", "on: push # hardening: ignore[artipacked] known\n");
        base();
        write("src/Main.java", "class Main {}\n");
        write(".github/workflows/release.yml", "on: push\n");
        write(
                ".github/workflows/ci.yml",
                "on: push # hardening: ignore[artipacked] known\njobs: {}\n".replace("jobs", "\n\njobs"));
        commit();

        assertThat(repository.audit().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("a line beside it changed"));
        write(".github/workflows/ci.yml", "on: push # hardening: ignore[artipacked] known\n");
        commit();
        repository.findsNothing();
    }

    @Test
    void namesEachSettingOfThePolicyThatChanged() throws Exception {
        write(".mvn/hardening.yml", """
                fail-on: medium
                persona: pedantic
                exceptions:
                  - {check: dco, reason: old}
                """);
        base();
        write(".mvn/hardening.yml", """
                # looser
                fail-on: critical
                checks:
                  unpinned-uses:
                    enabled: false
                exceptions:
                  - {check: artipacked, reason: new}
                  - {check: dco, reason: old}
                """);
        commit();

        assertThat(repository.found())
                .containsExactly(
                        "medium .mvn/hardening.yml:0 persona: pedantic was removed in .mvn/hardening.yml, this plugin's policy",
                        "medium .mvn/hardening.yml:2 fail-on: medium became critical in .mvn/hardening.yml, this plugin's"
                                + " policy",
                        "medium .mvn/hardening.yml:5 checks.unpinned-uses.enabled: false was added in .mvn/hardening.yml,"
                                + " this plugin's policy",
                        "medium .mvn/hardening.yml:7 exceptions: {check: artipacked, reason: new} was added in"
                                + " .mvn/hardening.yml, this plugin's policy");
    }

    @Test
    void takesAPolicyElsewhereForOneOnceItIsRead() throws Exception {
        base();
        write("build/gate.yml", "persona: regular\n");
        write("build/other.yml", "persona: regular\n");
        commit();

        repository.findsNothing();
        assertThat(repository.policyFile("build/gate.yml").found())
                .containsExactly(
                        "medium build/gate.yml:1 persona: regular was added in build/gate.yml, this plugin's policy");
    }

    @Test
    void readsLinesWhereThePolicyIsNoYaml() throws Exception {
        write("zizmor.yml", "rules: {}\n");
        base();
        write("zizmor.yml", "rules: {\n");
        commit();

        assertThat(repository.found())
                .containsExactly(
                        "medium zizmor.yml:1 zizmor.yml, zizmor's configuration, which this plugin obeys, gained"
                                + " the line 'rules: {', and lost 1 line");
    }

    @Test
    void tellsAtMostFiftySettingsOfAFileAndHowManyMore() throws Exception {
        base();
        StringBuilder rules = new StringBuilder("rules:\n");
        for (int i = 100; i < 160; i++) {
            rules.append("  r").append(i).append(": {disable: true}\n");
        }
        write(".github/zizmor.yml", rules.toString());
        commit();

        assertThat(repository.found())
                .hasSize(51)
                .contains(
                        "medium .github/zizmor.yml:0 .github/zizmor.yml, zizmor's configuration, which this plugin obeys,"
                                + " has 10 more settings that changed");
    }

    private static String baseline(Map<String, Integer> uses) {
        TreeMap<BaselineEntry, Integer> entries = new TreeMap<>();
        uses.forEach((use, count) -> entries.put(new BaselineEntry("unpinned-uses", "ci.yml", use), count));
        return new String(
                BaselineFile.bytes(new Baseline("1", Set.of("unpinned-uses"), entries)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 'medium has another line'",
        "1, 0, 'info lost 1 finding'",
        "3, 1, 'info lost 2 findings'",
        "2, 3, 'medium accepts 1 more finding: unpinned-uses ''x@v1'' in ci.yml'",
        "0, 2, 'medium accepts 2 more findings: unpinned-uses ''x@v1'' in ci.yml'",
    })
    void tellsABaselineThatGrowsFromOneThatShrinks(int before, int after, String found) throws Exception {
        Map<String, Integer> old = before == 0 ? Map.of("y@v1", 1) : Map.of("y@v1", 1, "x@v1", before);
        Map<String, Integer> now = after == 0 ? Map.of("y@v1", 1) : Map.of("y@v1", 1, "x@v1", after);
        write(Baseline.LOCATION, baseline(old));
        base();
        String text = baseline(now);
        write(Baseline.LOCATION, before == after ? text.replace("\"1\"", "\"2\"") : text);
        commit();
        String severity = found.substring(0, found.indexOf(' '));
        String what = before == after ? "gained the line" : found.substring(found.indexOf(' ') + 1);
        assertThat(repository.found())
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .startsWith(severity + " " + Baseline.LOCATION)
                        .contains(Baseline.LOCATION + ", the findings that are known and fail no build, " + what));
    }

    /** A comment above it is not what the reviewer has to see. */
    @Test
    void quotesTheLineThatCounts() throws Exception {
        write("CODEOWNERS", "* @o/a\n");
        base();
        write("CODEOWNERS", "* @o/a\n\n# Nobody in particular\n/pom.xml @o/b\n");
        commit();
        assertThat(repository.found())
                .containsExactly(
                        "medium CODEOWNERS:4 CODEOWNERS, who must review what, gained the line '/pom.xml @o/b' and 1 line"
                                + " more");

        write("CODEOWNERS", "* @o/a\n# Nobody in particular\n");
        commit();
        assertThat(repository.found()).singleElement().asString().contains("gained the line '# Nobody in particular'");
    }

    @Test
    void readsLinesWhereTheBaselineIsNone() throws Exception {
        base();
        write(Baseline.LOCATION, "{}\n");
        commit();
        assertThat(repository.found())
                .singleElement()
                .satisfies(finding -> assertThat(finding).contains("gained the line '{}'"));
    }

    @Test
    void tellsOtherBytesInTheLockFromEntriesThatComeAndGo() throws Exception {
        String lock = ".mvn/checksums/checksums.sha256";
        write(lock, HASH + "  a/a.jar\n" + HASH + "  b/b.jar\n" + HASH + "  c/c.jar\n");
        base();
        write(lock, OTHER + "  a/a.jar\n" + HASH + "  c/c.jar\n" + HASH + "  d/d.jar\n" + HASH + "  e/e.jar\n");
        commit();

        assertThat(repository.found())
                .containsExactly(
                        "medium " + lock + ":0 " + lock + ", the lock, accepts other bytes than before of a/a.jar",
                        "info " + lock + ":0 " + lock + ", the lock, gained 2 entries and lost 1");
    }

    @Test
    void findsOtherSignersBesideTheLock() throws Exception {
        String path = ".mvn/hardening-lock.json";
        String text = """
                {
                  "version": 1,
                  "files": {},
                  "signers": {
                    "org.example:lib": { "keys": [ "%s" ] }
                  }
                }
                """;
        write(path, text.formatted("0123456789ABCDEF0123456789ABCDEF01234567"));
        base();
        write(path, text.formatted("FFFF456789ABCDEF0123456789ABCDEF01234567"));
        commit();

        assertThat(repository.found())
                .containsExactly("medium " + path + ":0 " + path
                        + ", the lock's metadata, has other accepted signers than before of org.example:lib");
    }

    @Test
    void findsOtherInstalledFilesBesideTheLock() throws Exception {
        String path = ".mvn/hardening-lock.json";
        String text = """
                {"version": 1, "installed": {
                  "target/node": {"linux-x86_64": {"node": {"size": 1, "sha256": "%s"}}}%s
                }}
                """;
        write(path, text.formatted("0".repeat(64), ""));
        base();
        write(path, text.formatted("0".repeat(64), ", \"target/tools\": {\"linux-x86_64\": {}}"));
        commit();
        assertThat(repository.found())
                .as("one more is not other")
                .containsExactly("info " + path + ":0 " + path + ", the lock's metadata, changed, its signers did not");

        write(path, text.formatted("1".repeat(64), ""));
        commit();
        assertThat(repository.found())
                .containsExactly(
                        "medium " + path + ":0 " + path + ", the lock's metadata, accepts other bytes than before,"
                                + " or none, of what is installed in target/node");
    }

    /** Each case: a file, and what it is said to be. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".mvn/extensions.xml | what Maven reads before it builds",
                ".mvn/jvm.config | what Maven reads before it builds",
                ".mvn/wrapper/maven-wrapper.properties | what Maven reads before it builds",
                "sub/.mvn/maven.config | what Maven reads before it builds",
                ".mvn/rrf/groupId-central.txt | what Maven reads before it builds",
                "mvnw | what Maven reads before it builds",
                "sub/mvnw.cmd | what Maven reads before it builds",
                ".mvn/hardening-keys.list | who may sign what the build uses",
                ".mvn/hardening-keyring.asc | who may sign what the build uses",
                ".mvn/hardening-identities.list | who may sign what the build uses",
                ".github/CODEOWNERS | who must review what",
                "docs/CODEOWNERS | who must review what",
            })
    void findsLinesInEveryOtherFileOfTheGate(String path, String title) throws Exception {
        write(path, "one\ntwo\nthree\n");
        base();

        write(path, "one\ntwo\n  four\nfive\n");
        commit();
        assertThat(repository.found())
                .containsExactly("medium " + path + ":3 " + path + ", " + title
                        + ", gained the line 'four' and 1 line more, and lost 1 line");

        write(path, "one\n");
        commit();
        assertThat(repository.found())
                .containsExactly("medium " + path + ":0 " + path + ", " + title + ", lost 2 lines");

        write(path, "two\none\nthree\n");
        commit();
        assertThat(repository.found())
                .containsExactly("medium " + path + ":0 " + path + ", " + title + ", has its lines in another order");

        Files.delete(folder.resolve(path));
        commit();
        assertThat(repository.found())
                .containsExactly("medium " + path + ":0 " + path + ", " + title + ", was deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {".mvn/hardening.yaml", ".github/hardening.yml", "docs/old.yml"})
    void findsAPolicyThatMoved(String to) throws Exception {
        write(".mvn/hardening.yml", "fail-on: high\n");
        base();
        Files.createDirectories(folder.resolve(to).getParent());
        Files.move(folder.resolve(".mvn/hardening.yml"), folder.resolve(to));
        commit();

        assertThat(repository.only().message()).startsWith(to).endsWith(", was moved here from .mvn/hardening.yml");
    }

    @Test
    void findsAPolicyThatMovedOutOfSight() throws Exception {
        write(".mvn/hardening.yml", "fail-on: high\n");
        base();
        Files.move(folder.resolve(".mvn/hardening.yml"), folder.resolve("notes.txt"));
        commit();

        assertThat(repository.found())
                .containsExactly("medium .mvn/hardening.yml:0 .mvn/hardening.yml, this plugin's policy, was deleted");
    }

    @Test
    void findsWhatIsNoText() throws Exception {
        write(".mvn/a.bin", "a");
        base();
        Files.write(folder.resolve(".mvn/a.bin"), new byte[] {(byte) 0xff, 0});
        write(".mvn/empty", "");
        commit();

        AuditResult result = repository.audit();
        assertThat(repository.found())
                .containsExactly(
                        "medium .mvn/a.bin:0 .mvn/a.bin, what Maven reads before it builds, changed",
                        "medium .mvn/empty:0 .mvn/empty, what Maven reads before it builds, was added");
        assertThat(result.gaps()).singleElement().asString().startsWith("gate-changed: .mvn/a.bin changed, but its");
    }

    /** Each case: a file, its text before and after with {@code |} for line breaks, and the lines found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                ".github/workflows/ci.yml ~ a: 1|b: 2 ~ a: 1|b: 2 # hardening: ignore[artipacked] x ~ 2",
                ".github/workflows/ci.yml ~ a: 1|b: 2 ~ a: 1 # zizmor: ignore[artipacked]|b: 2 ~ 1",
                ".github/workflows/ci.yml ~ a: 1 # zizmor: ignore[x]|b|c|d ~ a: 1|b|c # zizmor: ignore[x]|d ~ 3",
                ".github/workflows/ci.yml ~ # zizmor: ignore[x]|a ~ # zizmor: ignore[x, y]|a ~ 1",
                ".github/workflows/ci.yml ~ # zizmor: ignore[x]|a ~ # zizmor: ignore[x]|b ~ 1",
                ".github/workflows/ci.yml ~ a|# zizmor: ignore[x]|b|c ~ ||a|# zizmor: ignore[x]|  b|d ~ none",
                ".github/workflows/ci.yml ~ a|# zizmor: ignore[x]|b ~ a|b ~ none",
                "x/action.yaml ~ a ~ # hardening: ignore[x]|a ~ 1",
                "pom.xml ~ <a/> ~ <!-- hardening: ignore[x] y -->|<a/> ~ 1",
                "sub/pom.xml ~ <a/> ~ <!--|hardening: ignore[x] y|-->|<a/> ~ 2",
                "src/a.txt ~ a ~ # hardening: ignore[x] ~ none",
            })
    void findsCommentsThatIgnoreMore(String path, String before, String after, String lines) throws Exception {
        write(path, before.replace('|', '\n') + "\n");
        base();
        write(path, after.replace('|', '\n') + "\n");
        commit();

        assertThat(repository.audit().findings())
                .extracting(finding -> finding.severity().label() + " "
                        + finding.primary().path() + ":" + finding.primary().line())
                .isEqualTo(lines.equals("none") ? List.of() : List.of("low " + path + ":" + lines));
    }

    @Test
    void findsTheCommentsOfANewFileAndNotOfOneThatMoved() throws Exception {
        write("a/action.yml", "# zizmor: ignore[x]\nruns: {}\n");
        base();
        Files.createDirectories(folder.resolve("b"));
        Files.move(folder.resolve("a/action.yml"), folder.resolve("b/action.yml"));
        write("c/action.yml", "# zizmor: ignore[y, x]\nruns: {}\n");
        commit();

        assertThat(repository.only().message())
                .isEqualTo("A comment that ignores x, y was added, or a line beside it changed");
        assertThat(repository.only().primary().path()).isEqualTo("c/action.yml");
    }

    /** What the base went on to do is not the change's. */
    @Test
    void comparesWithTheCommitAtWhichTheChangeLeftItsBase() throws Exception {
        write(".mvn/jvm.config", "-Xmx1g\n");
        base();
        write(".mvn/jvm.config", "-Xmx2g\n");
        RevCommit later = commit();
        git.checkout()
                .setName("change")
                .setCreateBranch(true)
                .setStartPoint("main~1")
                .call();
        write("a.txt", "a\n");
        commit();
        update("refs/remotes/origin/HEAD", later);

        repository.findsNothing();
        write(".mvn/jvm.config", "-Xmx3g\n");
        commit();
        assertThat(repository.only().message()).contains("gained the line '-Xmx3g'");
    }

    @Test
    void takesTheBaseThatIsNamed() throws Exception {
        RevCommit base = base();
        write(".mvn/jvm.config", "-Xmx2g\n");
        RevCommit tip = commit();
        update("refs/remotes/origin/HEAD", tip);

        assertThat(notes())
                .containsExactly("gate-changed: nothing to compare with, as there are no commits since origin/HEAD");
        assertThat(repository.base(base.getName()).found()).hasSize(1);
        assertThat(PostureCase.of(new GateChanged())
                        .in(folder)
                        .option("base: origin/main")
                        .found())
                .hasSize(1);
        assertThat(PostureCase.of(new GateChanged())
                        .in(folder)
                        .variable("GITHUB_BASE_REF", "main")
                        .found())
                .hasSize(1);
    }

    /** Nothing is named as changed that did not change since what the user compares with; what the CI service says comes before. */
    @Test
    void takesWhatFindingsCountSinceForABase() throws Exception {
        base();
        write(".mvn/jvm.config", "-Xmx2g\n");
        RevCommit first = commit();
        write(".mvn/maven.config", "-B\n");
        commit();

        assertThat(repository.found()).hasSize(2);
        assertThat(repository.since(first.getName()).found())
                .singleElement(STRING)
                .contains(".mvn/maven.config");
        assertThat(repository.since("main").audit().notes())
                .containsExactly("gate-changed: nothing to compare with, as there are no commits since main");
        assertThat(repository.variable("GITHUB_BASE_REF", "main").found()).hasSize(2);
    }

    @Test
    void saysThatThereIsNothingToCompareWith() throws Exception {
        assertThat(PostureCase.of(new GateChanged())
                        .with("pom.xml", "<project/>")
                        .audit()
                        .notes())
                .containsExactly("gate-changed: nothing to compare with, as there is no Git repository");
        write("README.md", "# r\n");
        commit();
        assertThat(notes())
                .containsExactly(
                        "gate-changed: nothing to compare with, as no base is named, and origin has no default branch here");
        repository.variable("GITHUB_EVENT_NAME", "push");
        assertThat(notes())
                .containsExactly(
                        "gate-changed: nothing to compare with, as this build is not of a pull or merge request");
    }

    @Test
    void saysWhenItCannotLook() throws Exception {
        RevCommit base = base();
        repository.base("nowhere");
        assertThat(gaps())
                .containsExactly("gate-changed: the change cannot be checked: the base of the change is not known"
                        + " (nowhere); fetch the whole history (fetch-depth: 0)");

        PostureCase request = PostureCase.of(new GateChanged()).in(folder).variable("GITHUB_BASE_REF", "main");
        assertThat(request.audit().gaps())
                .containsExactly(
                        "gate-changed: the change cannot be checked: the base is checked out, without the commits"
                                + " of the pull request");
        request.variable("GITHUB_EVENT_NAME", "pull_request_target").variable("GITHUB_SHA", base.getName());
        assertThat(request.audit().gaps()).singleElement().asString().contains("the base is checked out");
    }

    /** The clone ends before the commit at which the change left its base. */
    @Test
    void saysWhenACloneIsTooShallow() throws Exception {
        write("a.txt", "a\n");
        base();
        write(".mvn/jvm.config", "-Xmx2g\n");
        RevCommit tip = commit();
        git.checkout()
                .setName("other")
                .setCreateBranch(true)
                .setStartPoint("main~1")
                .call();
        write("b.txt", "b\n");
        RevCommit other = commit();
        git.checkout().setName("main").call();
        Files.writeString(folder.resolve(".git/shallow"), tip.getName() + "\n" + other.getName() + "\n");
        repository.base(other.getName());

        assertThat(gaps())
                .containsExactly("gate-changed: the change cannot be checked: HEAD and " + other.getName()
                        + " have no commit in common here; fetch the whole history (fetch-depth: 0)");
    }

    @Test
    void saysWhenTheHistoryIsBroken() throws Exception {
        base();
        write(".mvn/jvm.config", "-Xmx2g\n");
        RevCommit tip = commit();
        String tree = tip.getTree().getName();
        Files.delete(folder.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));

        assertThat(gaps())
                .containsExactly(
                        "gate-changed: the change cannot be checked: the Git history cannot be read as far as the"
                                + " base; fetch the whole history (fetch-depth: 0)");
    }
}
