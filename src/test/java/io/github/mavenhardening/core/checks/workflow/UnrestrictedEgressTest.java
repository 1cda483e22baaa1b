package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.workflow.egress.JobEndpoints;
import io.github.mavenhardening.core.workflow.egress.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnrestrictedEgressTest {

    private static final UnrestrictedEgress CHECK = new UnrestrictedEgress();

    private static final String JOBS = """
            on: push
            jobs:
              open:                                       # finds: unrestricted-egress low auditor
                runs-on: ubuntu-24.04
                steps: [{run: mvn verify}]
              watched:                                    AUDIT
                runs-on: ubuntu-24.04
                steps:
                  - uses: step-security/harden-runner@v2
                    with: {egress-policy: audit}
              blocked:
                runs-on: ubuntu-24.04
                steps:
                  - uses: step-security/harden-runner@v2
                    with: {egress-policy: block, allowed-endpoints: x}
              standard:
                runs-on: ubuntu-24.04
                steps: [{uses: step-security/harden-runner@v2}]
              release:                                    # finds: unrestricted-egress medium pedantic
                runs-on: ubuntu-24.04
                steps: [{run: mvn deploy}]
              watchedRelease:                             # finds: unrestricted-egress low pedantic
                runs-on: ubuntu-24.04
                steps:
                  - uses: step-security/harden-runner@v2
                    with: {egress-policy: audit}
                  - run: mvn deploy
              windows:
                runs-on: windows-2025
                steps: [{run: mvn verify}]
              contained:
                runs-on: ubuntu-24.04
                container: maven:3
                steps: [{run: mvn verify}]
            """;

    @Test
    void findsJobsWithoutAFence() {
        MarkedYaml.workflow(JOBS.replace("AUDIT", "# finds: unrestricted-egress info auditor"))
                .isFoundBy(CHECK);
    }

    @Test
    void canAcceptAudits() {
        MarkedYaml.workflow(JOBS.replace("AUDIT", ""))
                .with("accept-audit: true")
                .isFoundBy(CHECK);
    }

    @Test
    void countsGitHubsFirewallAsWatching() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  build:                                  # finds: unrestricted-egress info auditor
                    runs-on: ubuntu-24.04-firewall
                    steps: [{run: a}]
                """).isFoundBy(CHECK);
    }

    @Test
    void findsCodeThatRunsBeforeTheFence() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  release:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                      - run: npm ci                       # finds: unrestricted-egress medium pedantic
                      - run: npm test
                      - {uses: step-security/harden-runner@v2, with: {egress-policy: block}}
                      - run: npm publish
                  test:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: a/setup@v1                  # finds: unrestricted-egress low auditor
                      - {uses: step-security/harden-runner@v2, with: {egress-policy: block}}
                  image:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: docker://alpine             # finds: unrestricted-egress low auditor
                      - {uses: step-security/harden-runner@v2, with: {egress-policy: block}}
                  local:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/begin
                      - {uses: step-security/harden-runner@v2, with: {egress-policy: block}}
                  fenced:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                      - {uses: step-security/harden-runner@v2, with: {egress-policy: block}}
                      - run: npm ci
                """).and(".github/actions/begin/action.yml", """
                        runs:
                          using: composite
                          steps:
                            - {run: make, shell: bash} # finds: unrestricted-egress low auditor
                        """).isFoundBy(CHECK);
    }

    private static final String WATCHED = """
            on: push
            jobs:
              build:
                runs-on: ubuntu-24.04
                steps:
                  - uses: step-security/harden-runner@v2
                    with:
                      egress-policy: audit # for now
                      disable-sudo: true
                  - uses: actions/checkout@v6
                  - run: curl https://one.example.org/x
            """;

    @Test
    void blocksWhatTheJobIsNotSeenToNeed() {
        String mended = WATCHED.replace(
                "audit # for now",
                String.join(
                        "\n          ",
                        "block # for now",
                        "allowed-endpoints: >-",
                        "  api.github.com:443",
                        "  github.com:443",
                        "  one.example.org:443"));
        MarkedYaml.workflow(WATCHED).isMendedTo(CHECK, mended);
    }

    @Test
    void blocksByTheListThatIsThere() {
        String listed = WATCHED.replace("disable-sudo: true", "allowed-endpoints: github.com:443");
        MarkedYaml.workflow(listed).isMendedTo(CHECK, listed.replace("audit #", "block #"));
    }

    @Test
    void offersNoFixUnderWhichTheJobCouldNotRun() {
        String text = WATCHED.replace("curl https://one.example.org/x", "npm ci");
        Finding finding = MarkedYaml.workflow(text).findings(CHECK).get(0);
        assertThat(finding.fix()).isEmpty();
        assertThat(finding.remedy())
                .endsWith("; its steps are seen to need api.github.com:443, github.com:443; "
                        + "no file tells the npm registry: list its hosts in the policy under"
                        + " 'checks.unrestricted-egress.registries.npm'");
    }

    @Test
    void completesTheListWithTheHostsThatThePolicyNames() {
        String text = WATCHED.replace("curl https://one.example.org/x", "npm ci && pip install -r r.txt");
        String mended = text.replace(
                "audit # for now",
                String.join(
                        "\n          ",
                        "block # for now",
                        "allowed-endpoints: >-",
                        "  api.github.com:443",
                        "  files.example.org:8443",
                        "  github.com:443",
                        "  index.example.org:443",
                        "  npm.example.org:443"));
        MarkedYaml.workflow(text)
                .with(
                        "registries: {npm: [npm.example.org], pip: [index.example.org, 'files.example.org:8443'], gem: [a.example.org]}")
                .isMendedTo(CHECK, mended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{nmp: [a.example.org]}|did you mean npm?",
                "{yarn: [a.example.org]}|did you mean npm?",
                "{tool: [a.example.org]}|Must be maven, gradle, ",
                "{npm: a.example.org}|Must be a list",
                "{npm: ['https://a.example.org/npm']}|Must be a host such as repo.example.org, perhaps with a port, and no address",
                "{npm: ['a.example.org:65536']}|Must be a host",
                "{npm: ['a.example.org b.example.org']}|Must be a host",
                "{npm: [localhost]}|Must be a host",
                "{npm: [A.example.org]}|Must be a host",
                "{npm: ['']}|Must be a host",
            })
    void refusesWhatIsNoHostOfAKnownTool(String registries, String reason) {
        MarkedYaml yaml = MarkedYaml.workflow(WATCHED).with("registries: " + registries);
        assertThatThrownBy(() -> yaml.findings(CHECK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void leavesAnActionAloneThatOthersMayUse() {
        Finding finding = MarkedYaml.steps("- uses: ./.github/actions/begin")
                .and(".github/actions/begin/action.yml", """
                        runs:
                          using: composite
                          steps:
                            - uses: step-security/harden-runner@v2
                              with: {egress-policy: audit}
                            - {run: 'curl https://one.example.org', shell: bash}
                        """)
                .findings(CHECK)
                .get(0);
        assertThat(finding.fix()).isEmpty();
        assertThat(finding.remedy()).endsWith("; its steps are seen to need one.example.org:443");
    }

    @Test
    void namesTheHostsThatAreKnownAndWhatNoFileTells() {
        Finding finding = MarkedYaml.steps("""
                - uses: step-security/harden-runner@v2
                  with: {egress-policy: audit}
                - uses: a/b@v1
                - run: curl https://one.example.org
                """).findings(CHECK).get(0);
        assertThat(finding.remedy())
                .contains("list the observed hosts", "one.example.org:443")
                .endsWith("; no file tells what 'a/b' asks: the log names the hosts to add");
        assertThat(finding.fix().orElseThrow().description())
                .endsWith("; no file tells what 'a/b' asks: the log names the hosts to add");
    }

    @Test
    void saysWhereAnIndexAloneIsNamed() {
        Finding finding = MarkedYaml.steps("""
                - uses: step-security/harden-runner@v2
                  with: {egress-policy: audit}
                - run: bundle install
                """)
                .and("Gemfile.lock", "GEM\n  remote: https://gems.example.org/\n")
                .findings(CHECK)
                .get(0);
        assertThat(finding.remedy())
                .endsWith(
                        "; its steps are seen to need gems.example.org:443; packages may come from other hosts of the registry"
                                + " of Ruby gems: list them all in the policy under 'checks.unrestricted-egress.registries.gem'");
    }

    /** A list for each job would be long, and hidden where nobody asked for these findings. */
    @Test
    void saysHowToGetTheListWhereTheFenceIsMissing() {
        Finding finding = MarkedYaml.steps("- run: curl https://one.example.org")
                .findings(CHECK)
                .get(0);
        assertThat(finding.fix()).isEmpty();
        assertThat(finding.remedy()).contains("'mvn hardening:fix -Dhardening.unsafe' lists");
    }

    @Test
    void knowsAFenceThatALocalActionPutsUp() {
        MarkedYaml.steps("- uses: ./.github/actions/begin")
                .and(".github/actions/begin/action.yml", """
                        runs:
                          using: composite
                          steps: [{uses: step-security/harden-runner@v2}]
                        """)
                .isFoundBy(CHECK);
    }

    /** Each registry of the table has words for who reads the remedy. */
    @Test
    void namesEveryRegistryThatTheTableKnows() throws IOException {
        try (InputStream table = JobEndpoints.class.getResourceAsStream("endpoints.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            Matcher registry = Pattern.compile("registry:([a-z]+)").matcher(text.replaceAll("(?m)^#.*", ""));
            Set<String> named = new TreeSet<>();
            while (registry.find()) {
                named.add(registry.group(1));
            }
            assertThat(named)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(Tool.of(name).registry()).isNotEmpty());
        }
    }
}
