package io.github.mavenhardening.core.checks.forge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.forge.TestSnapshots;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A project of many images, charts and releases whose production credentials lie in three guarded environments, and whose
 * continuous integration has a registry of its own: what all checks say together of who can reach what, as it should be, and
 * with one thing after the other out of place.
 */
class SeparateCredentialsTest {

    /** Those that judge environments, secrets and what they guard; others look at the same files for other reasons. */
    private static final Set<String> ABOUT_CREDENTIALS = Set.of(
            "default-token-rights",
            "forge-snapshot",
            "fork-approval",
            "mutable-releases",
            "overprovisioned-secrets",
            "release-secret-scope",
            "release-without-environment",
            "secrets-inherit",
            "secrets-outside-env",
            "shared-release-environment",
            "undefined-secret",
            "unprotected-environment",
            "unrotated-secret",
            "unused-secret");

    private static final String SNAPSHOT = ".mvn/hardening-forge.json";
    private static final String CI = ".github/workflows/images-ci.yaml";

    private final Map<String, String> files = new TreeMap<>(Map.of(
            ".github/workflows/images-releases.yaml",
            """
            on: {push: {tags: ['v*']}}
            permissions: {}
            jobs:
              build-and-push:
                runs-on: ubuntu-24.04
                environment: release
                permissions: {contents: read, id-token: write}
                strategy: {matrix: {image: [agent, operator]}}
                steps:
                  - uses: docker/login-action@0123456789012345678901234567890123456789
                    with:
                      registry: registry.example.org
                      username: ${{ secrets.REGISTRY_RELEASE_USERNAME }}
                      password: ${{ secrets.REGISTRY_RELEASE_PASSWORD }}
                  - uses: docker/build-push-action@0123456789012345678901234567890123456789
                    with: {push: true, tags: 'registry.example.org/app/${{ matrix.image }}:latest'}
            """,
            ".github/workflows/release.yaml",
            """
            on: {push: {tags: ['v*']}}
            permissions: {}
            jobs:
              release:
                runs-on: ubuntu-24.04
                environment: release-tool
                permissions: {}
                steps:
                  - run: gh release create "$GITHUB_REF_NAME" app.tar.gz
                    env: {GH_TOKEN: '${{ secrets.RELEASE_TOOL_TOKEN }}'}
            """,
            ".github/workflows/chart.yaml",
            """
            on: {push: {tags: ['v*']}}
            permissions: {}
            jobs:
              push-chart:
                runs-on: ubuntu-24.04
                environment: release-helm
                permissions: {}
                steps:
                  - run: |
                      helm registry login registry.example.org --username ci --password-stdin <<< "$PASSWORD"
                      helm push app.tgz oci://registry.example.org/charts
                    env: {PASSWORD: '${{ secrets.CHARTS_PASSWORD }}'}
            """,
            CI,
            """
            on: {push: {branches: [main]}}
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-24.04
                permissions: {contents: read}
                steps:
                  - uses: docker/login-action@0123456789012345678901234567890123456789
                    with:
                      registry: registry.example.org
                      username: ${{ secrets.REGISTRY_CI_USERNAME }}
                      password: ${{ secrets.REGISTRY_CI_PASSWORD }}
                  - uses: docker/build-push-action@0123456789012345678901234567890123456789
                    with: {push: true, tags: 'registry.example.org/app/agent-ci:${{ github.sha }}'}
            """));

    private static String environment(String... secrets) {
        List<String> names = new ArrayList<>();
        for (String secret : secrets) {
            names.add("\"" + secret + "\": \"2026-11-01\"");
        }
        return """
                {"reviewers": ["team release"], "preventsSelfReview": true, "adminsBypass": false, "refs": ["tag v*"],
                 "apps": [], "secrets": {%s}}
                """.formatted(String.join(", ", names));
    }

    private SeparateCredentialsTest with(String... changes) {
        List<String> all = new ArrayList<>(List.of(
                "/taken",
                "\"2026-11-01\"",
                "/environments",
                "{\"release\": " + environment("REGISTRY_RELEASE_USERNAME", "REGISTRY_RELEASE_PASSWORD")
                        + ", \"release-tool\": " + environment("RELEASE_TOOL_TOKEN")
                        + ", \"release-helm\": " + environment("CHARTS_PASSWORD") + "}",
                "/secrets",
                "{\"REGISTRY_CI_USERNAME\": \"2026-11-01\", \"REGISTRY_CI_PASSWORD\": \"2026-11-01\"}"));
        all.addAll(List.of(changes));
        files.put(SNAPSHOT, TestSnapshots.with(all.toArray(String[]::new)));
        return this;
    }

    private SeparateCredentialsTest file(String path, String old, String replacement) {
        assertThat(files.get(path)).contains(old);
        files.put(path, files.get(path).replace(old, replacement));
        return this;
    }

    /** What is found, and what could not be compared: the checks' ids with file, line and message. */
    private void finds(String... lines) {
        CheckContext context = MemoryTree.of(files).context(RepositorySlug.parse("my-org/app"));
        Checks checks = Checks.load(getClass().getClassLoader());
        List<String> found = new ArrayList<>();
        for (AuditResult audit : List.of(
                new WorkflowAudit().run(context, checks), new PostureAudit(Optional.empty()).run(context, checks))) {
            for (Finding finding : audit.findings()) {
                if (ABOUT_CREDENTIALS.contains(finding.checkId()) && finding.persona() == Persona.REGULAR) {
                    String path = finding.primary().path();
                    found.add(finding.severity().label() + " " + finding.checkId() + " "
                            + path.substring(path.lastIndexOf('/') + 1) + ":"
                            + finding.primary().line() + " " + finding.message());
                }
            }
        }
        for (String gap : context.gaps()) {
            if (ABOUT_CREDENTIALS.contains(gap.substring(0, Math.max(0, gap.indexOf(':'))))) {
                found.add(gap);
            }
        }
        assertThat(found).containsExactlyInAnyOrder(lines);
    }

    /** The credentials of continuous integration are apart, and any branch's run gets them. */
    private static final String CI_OUTSIDE =
            "medium release-without-environment images-ci.yaml:4 The job 'build' publishes ('docker/build-push-action') with"
                    + " secrets, but no deployment environment restricts which branches and people may";

    /** Production is guarded, three times; what continuous integration pushes with is not, and that alone is said. */
    @Test
    void saysThatTheRegistryOfContinuousIntegrationIsOutside() {
        with().finds(CI_OUTSIDE);
    }

    @Test
    void takesAnEnvironmentForContinuousIntegration() {
        file(CI, "    permissions: {contents: read}", "    environment: ci\n    permissions: {contents: read}");
        String ci = environment("REGISTRY_CI_USERNAME", "REGISTRY_CI_PASSWORD").replace("tag v*", "branch main");
        with("/environments/ci", ci, "/secrets", "{}").finds();
    }

    /** Without the snapshot the files alone speak: that the environments are named, not that they guard. */
    @Test
    void knowsNoSettingWithoutASnapshot() {
        finds(CI_OUTSIDE);
    }

    @Test
    void findsAnEnvironmentThatIsNotThere() {
        with("/environments/release-helm", "null");
        files.put(SNAPSHOT, files.get(SNAPSHOT).replaceFirst(",\\s*\"release-helm\" : null", ""));
        finds(
                CI_OUTSIDE,
                "high unprotected-environment chart.yaml:6 The environment 'release-helm' does not exist: GitHub creates it on"
                        + " first use, without any rule",
                "low undefined-secret chart.yaml:12 The secret 'CHARTS_PASSWORD' is in neither the job's environment, the"
                        + " repository nor the organisation, so that it is empty");
    }

    @Test
    void findsProductionCredentialsThatEveryJobGets() {
        with(
                        "/secrets/RELEASE_TOOL_TOKEN",
                        "\"2026-11-01\"",
                        "/environments/release-tool/secrets",
                        "{}",
                        "/organisationSecrets",
                        "[\"CHARTS_PASSWORD\"]")
                .finds(
                        CI_OUTSIDE,
                        "high release-secret-scope release.yaml:10 The job 'release' publishes with 'RELEASE_TOOL_TOKEN', a"
                                + " secret of the repository, which jobs outside of the environment 'release-tool' get as"
                                + " well",
                        "low release-secret-scope chart.yaml:12 The secret 'CHARTS_PASSWORD' of the environment"
                                + " 'release-helm' is a secret of the organisation, too, which every job gets");
    }

    @Test
    void findsContinuousIntegrationInAnEnvironmentOfReleases() {
        files.put(".github/workflows/test.yaml", """
                on: pull_request
                permissions: {}
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    environment: release
                    permissions: {}
                    steps: [{run: make test}]
                """);
        with().finds(
                        CI_OUTSIDE,
                        "medium shared-release-environment test.yaml:6 The job 'test' publishes nothing and has the environment"
                                + " 'release', with the credentials that releases are published with");
    }

    /** Both registries' credentials in one job: one of them is everybody's. */
    @Test
    void findsBothCredentialsInOneJob() {
        file(
                        ".github/workflows/images-releases.yaml",
                        "          username: ${{ secrets.REGISTRY_RELEASE_USERNAME }}",
                        "          username: ${{ secrets.REGISTRY_CI_USERNAME }}")
                .with()
                .finds(
                        CI_OUTSIDE,
                        "high release-secret-scope images-releases.yaml:13 The job 'build-and-push' publishes with"
                                + " 'REGISTRY_CI_USERNAME', a secret of the repository, which jobs outside of the environment"
                                + " 'release' get as well",
                        "low unused-secret hardening-forge.json:34 No workflow of this branch reads the secret"
                                + " 'REGISTRY_RELEASE_USERNAME' of the environment 'release'");
    }

    @Test
    void findsWhatGuardsNothing() {
        with(
                        "/environments/release/reviewers",
                        "[]",
                        "/environments/release/refs",
                        "[\"any\"]",
                        "/environments/release-tool/preventsSelfReview",
                        "false",
                        "/environments/release-helm/adminsBypass",
                        "true")
                .finds(
                        CI_OUTSIDE,
                        "high unprotected-environment images-releases.yaml:6 The environment 'release' guards nothing: nobody"
                                + " has to approve, and every branch may deploy",
                        "medium unprotected-environment release.yaml:6 Who starts a run may approve its deployment to"
                                + " 'release-tool' alone",
                        "low unprotected-environment chart.yaml:6 Administrators may deploy to 'release-helm' past its rules");
    }

    @Test
    void saysWhatItMayNotSee() {
        with("/environments/release-tool/secrets", "{\"unknown\": \"not allowed to see (403)\"}")
                .finds(
                        CI_OUTSIDE,
                        "undefined-secret: 'secrets' of the environment 'release-tool' is unknown: not allowed to see (403)",
                        "unrotated-secret: 'secrets' of the environment 'release-tool' is unknown: not allowed to see (403)",
                        "unused-secret: 'secrets' of the environment 'release-tool' is unknown: not allowed to see (403)");
    }
}
