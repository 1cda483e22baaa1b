package io.github.mavenhardening.core.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.PublishedSchemas;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFileTest {

    private static final List<String> SETTINGS = List.of(
            "/private",
            "/plan",
            "/defaultBranch",
            "/actions/enabled",
            "/actions/allowed",
            "/actions/githubOwned",
            "/actions/verified",
            "/actions/patterns",
            "/actions/shaPinning",
            "/actions/defaultPermissions",
            "/actions/approvesPullRequests",
            "/actions/forkApproval",
            "/actions/privateForks",
            "/environments/release/reviewers",
            "/environments/release/preventsSelfReview",
            "/environments/release/adminsBypass",
            "/environments/release/refs",
            "/environments/release/apps",
            "/environments/release/secrets",
            "/secrets",
            "/organisationSecrets",
            "/dependabotSecrets",
            "/immutableReleases",
            "/latestImmutable",
            "/rulesets",
            "/defaultBranchRules/approvals",
            "/defaultBranchRules/codeOwnerReview",
            "/defaultBranchRules/requiredChecks",
            "/privateReporting",
            "/oidc",
            "/deployKeys",
            "/hooks");

    private static final List<String> GITLAB_SETTINGS = List.of(
            "/private",
            "/defaultBranch",
            "/defaultBranchRules/approvals",
            "/defaultBranchRules/codeOwnerReview",
            "/deployKeys",
            "/hooks",
            "/gitLab/branches",
            "/gitLab/branches/main/forcePush",
            "/gitLab/branches/main/codeOwnerReview",
            "/gitLab/tags",
            "/gitLab/environments",
            "/gitLab/environments/production/tier",
            "/gitLab/environments/production/deployers",
            "/gitLab/environments/production/approvals",
            "/gitLab/variables",
            "/gitLab/groupVariables",
            "/gitLab/jobTokenLimited",
            "/gitLab/jobTokenPushes",
            "/gitLab/approvals/byAuthor",
            "/gitLab/approvals/byCommitters",
            "/gitLab/approvals/keptOnPush",
            "/gitLab/pushRules",
            "/gitLab/runners",
            "/gitLab/sharedRunners");

    private static LocatedSnapshot read(String text) throws UnreadableFileException {
        return SnapshotReader.read(SourceFile.of(SnapshotFile.LOCATION, text));
    }

    private static String written(ForgeSnapshot snapshot) {
        return new String(SnapshotWriter.bytes(snapshot), StandardCharsets.UTF_8);
    }

    private static void isValid(String json) throws IOException {
        assertThat(PublishedSchemas.errors("hardening-forge.schema.json", json)).isEmpty();
    }

    /** What is written is what was read, byte for byte the second time, and fits the schema. */
    @Test
    void writesWhatItReads() throws Exception {
        String busy = TestSnapshots.with(
                "/rulesets",
                """
                [{"name": "tags", "target": "tag", "enforcement": "active", "include": ["refs/tags/v*"], "exclude": [],
                  "rules": ["deletion", "update"], "bypass": {"unknown": "shown only to those who may write the ruleset"}}]
                """,
                "/deployKeys",
                "[{\"title\": \"ci \\\"x\\\" \\u00fc\\n\", \"readOnly\": true}]",
                "/hooks",
                "[{\"host\": \"ci.example.org\", \"insecureTls\": false, \"active\": true}]",
                "/environments/a~1b",
                "{\"reviewers\": [], \"preventsSelfReview\": false, \"adminsBypass\": true, \"refs\": [\"any\"], \"apps\": [],"
                        + " \"secrets\": {}}",
                "/actionsUsed/actions~1checkout",
                "\"active\"",
                "/actions/privateForks",
                "{\"runs\": true, \"writeTokens\": false, \"secrets\": true, \"approval\": true}");
        for (String text : List.of(
                TestSnapshots.good(),
                busy,
                TestSnapshots.without(SETTINGS.toArray(String[]::new)),
                TestSnapshots.gitLab(),
                TestSnapshots.gitLabWithout(GITLAB_SETTINGS.stream()
                        .filter(pointer -> !pointer.matches("/gitLab/(branches|environments)/.*"))
                        .toArray(String[]::new)))) {
            isValid(text);
            ForgeSnapshot snapshot = read(text).settings();
            String first = written(snapshot);
            isValid(first);
            assertThat(read(first).settings()).isEqualTo(snapshot);
            assertThat(written(read(first).settings())).isEqualTo(first);
            assertThat(SnapshotChanges.between(snapshot, read(first).settings()))
                    .isEmpty();
        }
    }

    /** What is unknown stays so, and nothing else becomes it. */
    @Test
    void knowsEachSettingOrNot() throws Exception {
        for (String pointer : SETTINGS) {
            isUnknown(pointer, read(TestSnapshots.without(pointer)).settings());
        }
        for (String pointer : GITLAB_SETTINGS) {
            isUnknown(pointer, read(TestSnapshots.gitLabWithout(pointer)).settings());
        }
    }

    private static void isUnknown(String pointer, ForgeSnapshot snapshot) throws UnreadableFileException {
        assertThat(FlatSettings.of(snapshot))
                .as(pointer)
                .containsEntry(pointer.substring(1).replace("/", " / "), Known.unknown("not allowed to see (403)"));
        assertThat(read(written(snapshot)).settings()).isEqualTo(snapshot);
    }

    /** What only GitHub has is not written of a project on GitLab, not even as unknown. */
    @Test
    void keepsForgesApart() throws Exception {
        assertThat(written(read(TestSnapshots.gitLab()).settings()))
                .doesNotContain("unknown", "actions", "immutableReleases", "requiredChecks");
        assertThat(written(read(TestSnapshots.good()).settings())).doesNotContain("gitLab");
        assertThat(read(TestSnapshots.with("/gitLab", "{}")).settings().gitLab())
                .isEmpty();
    }

    @Test
    void takesWhatIsMissingForUnknown() throws Exception {
        String text = TestSnapshots.good().replace("  \"immutableReleases\": true,\n", "");
        assertThat(read(text).settings().immutableReleases()).isEqualTo(Known.unknown("the snapshot does not have it"));
    }

    @Test
    void passesOverWhatANewerReleaseWrote() throws Exception {
        assertThat(read(TestSnapshots.with("/later", "{\"a\": [1]}")).settings())
                .isEqualTo(read(TestSnapshots.good()).settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/version|2|not known to this release",
                "/version|\"x\"|expected a number",
                "/taken|\"yesterday\"|expected a date",
                "/taken|\"+999999999-01-01\"|expected a date",
                "/taken|\"x026-01-01\"|expected a date",
                "/taken|\"2026-13-01\"|expected a date",
                "/taken|\"2026-02-30\"|expected a date",
                "/taken|\"2026-1-001\"|expected a date",
                "/taken|\"2026-01-0\u0661\"|expected a date",
                "/forge|\"gitea\"|expected github or gitlab",
                "/actions/privateForks|{\"runs\": true}|expected the member 'writeTokens'",
                "/rights|\"root\"|expected anonymous, read, write or admin",
                "/private|\"true\"|expected true, false",
                "/private|1|expected true, false",
                "/private|null|expected true, false",
                "/private|{\"unknown\": \"a\", \"b\": 1}|expected true, false",
                "/private|{\"unknown\": []}|expected true, false",
                "/defaultBranch|true|expected a text in quotes",
                "/defaultBranch|[]|expected a text in quotes",
                "/actions|[]|expected an object",
                "/environments|[]|expected an object",
                "/environments/release|1|expected an object",
                "/environments/release/reviewers|\"ada\"|expected a list",
                "/secrets|[\"A\"]|expected an object",
                "/secrets|{\"A\": 1}|expected a text in quotes",
                "/rulesets|[{\"name\": \"x\"}]|expected the member 'target'",
                "/deployKeys|[{\"title\": \"x\"}]|expected the member 'readOnly'",
                "/defaultBranchRules/approvals|-1|expected a number",
                "/defaultBranchRules/approvals|99999999999|expected a number",
                "/oidc|{\"default\": true}|expected the member 'claims'",
            })
    void refusesWithThePlace(String pointer, String value, String reason) {
        assertThatThrownBy(() -> read(TestSnapshots.with(pointer, value)))
                .isInstanceOfSatisfying(UnreadableFileException.class, e -> {
                    assertThat(e.reason()).contains(reason);
                    assertThat(e.location().line()).isPositive();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/gitLab|[]|expected an object",
                "/gitLab/branches/main|{}|expected the member 'push'",
                "/gitLab/branches/main/push|\"ada\"|expected a list",
                "/gitLab/tags/v*|{}|expected a list",
                "/gitLab/environments/production|[]|expected an object",
                "/gitLab/variables|{\"A\": {\"name\": \"A\"}}|expected the member 'scope'",
                "/gitLab/variables|[]|expected an object",
                "/gitLab/runners|{}|expected a list",
            })
    void refusesOfGitLabWithThePlace(String pointer, String value, String reason) {
        assertThatThrownBy(() -> read(TestSnapshots.gitLabWith(pointer, value)))
                .isInstanceOfSatisfying(UnreadableFileException.class, e -> {
                    assertThat(e.reason()).contains(reason);
                    assertThat(e.location().line()).isPositive();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "text", "{\"version\": 1}", "{\"version\": 1, \"version\": 1}", "<<<<<<< ours\n{}"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void findsPlaces() throws Exception {
        LocatedSnapshot snapshot = read(TestSnapshots.good());
        assertThat(snapshot.at("actions", "defaultPermissions").line()).isEqualTo(17);
        assertThat(snapshot.at("environments", "release", "nowhere").line()).isEqualTo(23);
        assertThat(snapshot.at("nowhere").line()).isZero();
    }

    @Test
    void saysInWordsWhatChanged() throws Exception {
        ForgeSnapshot before = read(TestSnapshots.good()).settings();
        ForgeSnapshot after = read(TestSnapshots.with(
                        "/taken", "\"1970-02-01\"",
                        "/environments/release/reviewers", "[]",
                        "/environments/test", "{\"reviewers\": {\"unknown\": \"x\"}}",
                        "/secrets", "{\"NEW\": \"1970-01-31\"}",
                        "/environments/release/secrets", "{}",
                        "/hooks", "{\"unknown\": \"not allowed to see (403)\"}"))
                .settings();
        assertThat(SnapshotChanges.between(before, after))
                .contains(
                        "environments / release / reviewers is now none; it was user ada, user bob",
                        "environments / release / secrets / CENTRAL_TOKEN is gone; it was 1970-01-01",
                        "environments / test / reviewers is new: unknown (x)",
                        "hooks is now unknown (not allowed to see (403)); it was none",
                        "secrets / NEW is new: 1970-01-31")
                .noneMatch(line -> line.startsWith("taken"));
    }
}
