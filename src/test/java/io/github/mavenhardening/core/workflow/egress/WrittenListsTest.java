package io.github.mavenhardening.core.workflow.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WrittenListsTest {

    private static String workflow(String list, String steps) {
        return """
                on: push
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: step-security/harden-runner@v2
                        with: {LIST}
                """.replace("LIST", list) + steps.indent(6);
    }

    private static String listed(String list, String steps) {
        return workflow("egress-policy: block, allowed-endpoints: '" + list + "'", steps);
    }

    /** What is known of the job in the first of these workflows. */
    private static JobEndpoints first(String... workflows) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < workflows.length; i++) {
            files.put(".github/workflows/" + i + ".yml", workflows[i]);
        }
        Repository repository = new Repository(MemoryTree.of(files), Optional.empty());
        Definitions definitions = WorkflowAudit.definitions(repository);
        Workflow workflow = (Workflow) definitions.at(".github/workflows/0.yml").orElseThrow();
        return JobEndpoints.of((NormalJob) workflow.jobs().get(0), workflow, definitions, repository, Registries.NONE);
    }

    private static final String NPM = workflow("egress-policy: audit", "- run: npm ci");

    @Test
    void takesFromAnotherListWhatTheSameToolNeeds() {
        JobEndpoints found = first(NPM, listed("npm.example.org", "- run: npm ci"));
        assertThat(found.endpoints()).containsExactly("npm.example.org:443");
        assertThat(found.registries()).isEmpty();
    }

    @Test
    void takesNothingThatAnotherReasonExplains() {
        String both = listed("npm.example.org deploy.example.org", "- run: npm ci\n- uses: a/deploy@v1");
        assertThat(first(NPM, both).endpoints()).isEmpty();
        assertThat(first(NPM, both, listed("npm.example.org", "- run: npm ci")).endpoints())
                .containsExactly("npm.example.org:443");
        assertThat(first(
                                workflow("egress-policy: audit", "- uses: a/deploy@v1"),
                                both,
                                listed("npm.example.org", "- run: npm ci"))
                        .endpoints())
                .containsExactly("deploy.example.org:443");
    }

    @Test
    void takesNoWordForAHost() {
        String commented = listed("npm.example.org 168.63.129.16:80 # azure wire server ip", "- run: npm ci");
        assertThat(first(NPM, commented).endpoints()).containsExactly("npm.example.org:443");
    }

    /** Half of the jobs get along without it. */
    @Test
    void takesNothingThatOthersDoWithout() {
        JobEndpoints found = first(
                NPM,
                listed("npm.example.org site.example.org", "- run: npm ci"),
                listed("npm.example.org", "- run: npm ci"));
        assertThat(found.endpoints()).containsExactly("npm.example.org:443");
    }

    @Test
    void countsListsThatBlockAlone() {
        assertThat(first(NPM, workflow("egress-policy: audit, allowed-endpoints: npm.example.org", "- run: npm ci")))
                .satisfies(found -> assertThat(found.endpoints()).isEmpty())
                .satisfies(found -> assertThat(found.registries()).containsExactly("npm"));
        assertThat(first(NPM, listed("${{ vars.HOSTS }}", "- run: npm ci")).endpoints())
                .isEmpty();
    }

    /** The guard lets them through by itself. */
    @Test
    void leavesOutWhatNeedsNoList() {
        assertThat(first(
                                NPM,
                                listed(
                                        "npm.example.org:8443 x.actions.githubusercontent.com codeload.github.com:443",
                                        "- run: npm ci"))
                        .endpoints())
                .containsExactly("npm.example.org:8443");
    }

    /** The list of a job is no evidence for itself. */
    @Test
    void learnsFromOtherJobsAlone() {
        assertThat(first(listed("npm.example.org", "- run: npm ci")).endpoints())
                .isEmpty();
        assertThat(first(listed("npm.example.org", "- run: npm ci"), listed("two.example.org", "- run: npm test"))
                        .endpoints())
                .isEmpty();
    }

    @Test
    void knowsAnActionByTheListsOfItsUsers() {
        JobEndpoints found = first(
                workflow("egress-policy: audit", "- uses: a/scan@v1"),
                listed("scan.example.org *.cdn.example.org", "- uses: a/scan@v1"));
        assertThat(found.endpoints()).containsExactly("*.cdn.example.org:443", "scan.example.org:443");
        assertThat(found.actions()).isEmpty();
    }

    @Test
    void knowsACommandByTheListsOfItsUsers() {
        String list = listed("docs.example.org", "- run: ./generate docs --all");
        assertThat(first(workflow("egress-policy: audit", "- run: ./generate docs"), list)
                        .endpoints())
                .containsExactly("docs.example.org:443");
        assertThat(first(workflow("egress-policy: audit", "- run: ./generate code"), list)
                        .endpoints())
                .isEmpty();
    }

    /** What the commands of one job explain together, another with most of them needs as well. */
    @Test
    void takesWhatAJobThatIsMuchAlikeNeeds() {
        String list = listed("test.example.org", "- run: |\n    ./set up\n    ./start all\n    ./check upgrade");
        assertThat(first(workflow("egress-policy: audit", "- run: |\n    ./set up\n    ./start all"), list)
                        .endpoints())
                .containsExactly("test.example.org:443");
        assertThat(first(workflow("egress-policy: audit", "- run: ./set up"), list)
                        .endpoints())
                .isEmpty();
    }

    /** What both may be the reason of is not laid at the door of one. */
    @Test
    void saysThatAToolIsUnknownWhereItsListMayHaveMore() {
        JobEndpoints found = first(
                workflow("egress-policy: audit", "- uses: a/scan@v1"),
                listed("one.example.org", "- uses: a/scan@v1\n- uses: a/other@v1"));
        assertThat(found.endpoints()).isEmpty();
        assertThat(found.actions()).containsExactly("a/scan");
    }
}
