package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Mark;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.api.TestOptions;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A repository written as text blocks, with the findings that are expected {@linkplain Mark marked} beside their lines.
 * A mark names check and severity, then what differs from high confidence and the regular persona. What is not marked must
 * not be found.
 */
final class MarkedYaml {

    private final Map<String, String> files = new TreeMap<>();
    private final List<Mark> expected = new ArrayList<>();
    private Optional<RepositorySlug> slug = Optional.empty();
    private Optional<String> options = Optional.empty();
    private Optional<String> forge = Optional.empty();
    private Supplier<Network> network = Network::open;

    private MarkedYaml() {}

    /** A repository with that workflow. */
    static MarkedYaml workflow(String text) {
        return new MarkedYaml().and(".github/workflows/ci.yml", text);
    }

    /** A repository with that action at its root. */
    static MarkedYaml action(String text) {
        return new MarkedYaml().and("action.yml", text);
    }

    /** A repository with that configuration of Dependabot. */
    static MarkedYaml dependabot(String text) {
        return new MarkedYaml().and(".github/dependabot.yml", text);
    }

    /** A repository with that configuration of pre-commit. */
    static MarkedYaml preCommit(String text) {
        return new MarkedYaml().and(".pre-commit-config.yaml", text);
    }

    /** A workflow of one job that has those steps; their lines are indented to fit. */
    static MarkedYaml steps(String steps) {
        return workflow(stepsText(steps));
    }

    /** The text of such a workflow. */
    static String stepsText(String steps) {
        return """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                """ + steps.indent(6);
    }

    /** A workflow that an event starts, of one job that may write and has those steps. */
    static MarkedYaml on(String event, String steps) {
        return workflow("on: " + event
                + "\npermissions: {contents: write}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                + steps.indent(6));
    }

    /** Another file in it. */
    MarkedYaml and(String path, String text) {
        files.put(path, Mark.cut(path, text, expected));
        return this;
    }

    /** Its name on the forge, {@code owner/name}. */
    MarkedYaml named(String name) {
        slug = RepositorySlug.parse(name);
        return this;
    }

    /** What the policy says to the check: the YAML under its id. */
    MarkedYaml with(String optionsYaml) {
        options = Optional.of(optionsYaml);
        return this;
    }

    /** The address of the forge that its checks may ask. */
    MarkedYaml online(String address) {
        forge = Optional.of(address);
        return this;
    }

    /** The same, where those repositories' addresses lead elsewhere. */
    MarkedYaml online(String address, UnaryOperator<String> mirrors) {
        network = () -> Network.open(new Access(ProxySelector.of(null), host -> Optional.empty(), mirrors));
        return online(address);
    }

    /** Asserts that the check finds what is marked and nothing else. */
    void isFoundBy(Check check) {
        List<String> found =
                findings(check).stream().map(MarkedYaml::describe).sorted().toList();
        assertThat(found)
                .containsExactlyElementsOf(expected.stream()
                        .map(mark -> mark.path() + ":" + mark.line() + " " + mark.text())
                        .sorted()
                        .toList());
    }

    /** What the check finds, for assertions on messages and places. */
    List<Finding> findings(Check check) {
        return audit(check).findings();
    }

    /**
     * Asserts that the check's fixes, all of them at once, turn the only file into that text.
     */
    void isMendedTo(Check check, String text) {
        assertThat(files).hasSize(1);
        List<Fix> fixes =
                findings(check).stream().flatMap(found -> found.fix().stream()).toList();
        FixApplier.Result result = FixApplier.apply(files, fixes);
        assertThat(result.refused()).isEmpty();
        assertThat(result.texts().values()).containsExactly(text);
    }

    /** What the audit with that check alone comes to. */
    AuditResult audit(Check check) {
        Options told = options.map(yaml -> Options.of(List.of(TestOptions.of(check, yaml))))
                .orElse(Options.none());
        Map<String, String> variables =
                forge.map(address -> Map.of("GITHUB_SERVER_URL", address)).orElse(Map.of());
        CheckContext context = MemoryTree.of(files).context(slug, told, variables, forge.map(address -> network.get()));
        return new WorkflowAudit().run(context, Checks.of(List.of(check))).withGaps(context.gaps());
    }

    private static String describe(Finding finding) {
        String text = finding.primary().path() + ":" + finding.primary().line() + " " + finding.checkId() + " "
                + finding.severity().label();
        if (finding.confidence() != Confidence.HIGH) {
            text += " " + finding.confidence().label() + "-confidence";
        }
        return finding.persona() == Persona.REGULAR
                ? text
                : text + " " + finding.persona().label();
    }
}
