package io.github.mavenhardening.hostile;

import static io.github.mavenhardening.hostile.Shape.halves;
import static io.github.mavenhardening.hostile.Shape.many;
import static io.github.mavenhardening.hostile.Shape.nested;
import static io.github.mavenhardening.hostile.Shape.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.ZizmorConfig;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.pom.RepositoryDeclaration;
import io.github.mavenhardening.core.report.ConsoleReport;
import io.github.mavenhardening.core.report.ConsoleSettings;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.Reports;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.BuildFilesAudit;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.ExpressionException;
import io.github.mavenhardening.core.workflow.expression.ExpressionParser;
import io.github.mavenhardening.core.xml.XmlComment;
import io.github.mavenhardening.core.xml.XmlReader;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How files are read, as a build reads them: with the checks that look at them, and the reports. */
final class Reads {

    /** The lengths of the longest inputs in the usual build: as much as it has time for, less where every check looks. */
    static final int LONG = 128 * 1024;

    static final int MIDDLE = 32 * 1024;
    static final int SHORT = 16 * 1024;

    /** A workflow up to its steps. */
    /** The beginning of a script that tests what an outsider comments. */
    static final String TESTING = """
            on: issue_comment
            jobs:
              j:
                runs-on: u
                steps:
                  - env: {T: '${{ github.event.comment.body }}'}
                    run: |
            """;

    static final String JOB = "on: pull_request_target\njobs:\n  j:\n    runs-on: u\n    steps:\n";

    /** A workflow up to a script of JavaScript that has a secret. */
    static final String SECRET_SCRIPT = JOB
            + "      - uses: actions/github-script@v7\n        env: {KEY: '${{ secrets.KEY }}'}\n        with:\n          script: |\n";

    /** A workflow up to a script of JavaScript. */
    static final String PROGRAM =
            "on: issues\njobs:\n  j:\n    runs-on: u\n    steps:\n      - uses: actions/github-script@v7\n        with:\n          script: |\n";

    /** A workflow up to the steps behind a checkout of a pull request's code. */
    static final String CHECKOUT = JOB
            + "      - uses: actions/checkout@v4\n        with: {ref: '${{ github.event.pull_request.head.sha }}', path: pr}\n";

    /** A workflow up to the second step of a job whose connections are logged. */
    static final String LOGGED = """
            on: push
            jobs:
              watched:
                runs-on: ubuntu-latest
                steps:
                  - {uses: step-security/harden-runner@v2, with: {egress-policy: audit}}
            """;

    /** A snapshot of the forge's settings up to its settings. */
    static final String FORGE =
            "{\"version\":1,\"forge\":\"github\",\"repository\":\"o/r\",\"taken\":\"2026-01-01\",\"rights\":\"admin\",";

    /** A baseline up to its findings. */
    static final String BASELINE = "{\"version\":1,\"plugin\":\"1\",\"checks\":[],\"findings\":[";

    /** What runs a project's scripts by their names. */
    private static final String BUILD = JOB
            + "      - run: |\n          make deploy\n          npm run deploy\n          gradle t0\n          ./script.sh $GITHUB_HEAD_REF\n"
            + "          just t0\n          task t0 -- a\n          tox -e t0\n          rake t0\n          fastlane t0\n          mise run t0\n          docker buildx bake\n"
            + "        env: {TOKEN: '${{ secrets.TOKEN }}'}\n";

    /** What uses tools while its connections are watched. */
    private static final String WATCHED = """
            on: push
            jobs:
              j:
                runs-on: ubuntu-latest
                steps:
                  - uses: step-security/harden-runner@v2
                    with:
                      egress-policy: audit
                  - run: npm ci && gradle build && pip install -r requirements.txt && bundle install && cargo build && go build
            """;

    /** What the snapshot is compared with. */
    private static final String RELEASE = """
            on: {push: {branches: [a]}}
            jobs:
              publish:
                environment: release
                strategy: {matrix: {a: [1]}}
                runs-on: self-hosted
                steps:
                  - uses: vendor/tools@v1
                  - run: mvn deploy
                    env: {A: '${{ secrets.A }}'}
            """;

    private static final int FINDINGS = 1_000;

    private Reads() {}

    /** Made when the first file is looked at: most readers do without. */
    private static final class Everything {
        static final Checks CHECKS = Checks.load(Reads.class.getClassLoader());
        static final List<Report> REPORTS = reports();

        private static List<Report> reports() {
            Reports reports = Reports.load(Report.class.getClassLoader());
            return reports.select("formats", reports.formats());
        }
    }

    /** All checks. */
    static Checks checks() {
        return Everything.CHECKS;
    }

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    static String dependency(String name, String version) {
        return "<dependency><artifactId>" + name + "</artifactId><version>" + version + "</version></dependency>";
    }

    /** Scripts that are meant to be slow, whatever the shell. */
    static Shape[] scripts() {
        return new Shape[] {
            many("commands", "", "make\n", ""),
            many("words", "echo ", "a ", "\n"),
            many("a long word", "echo ", "a", "\n"),
            many("pipes", "a", " | b", "\n"),
            many("lists", "a", " && b; c", "\n"),
            many("continued lines", "a", " \\\n b", "\n"),
            many("quotes", "echo ", "'a' \"b\" ", "\n"),
            many("a quote that does not end", "echo '", "a\n", ""),
            many("backticks", "echo ", "`a` ", "\n"),
            many("escaped backticks", "echo `", "\\`", "\n"),
            many("a backtick that does not end", "echo ", "`a ", "\n"),
            nested("substitutions", "echo ", "$(", "a", ")"),
            many("substitutions that do not end", "echo ", "$(a ", "\n"),
            many("substitutions in quotes", "echo ", "\"$(a)\" ", "\n"),
            nested("quotes in substitutions in quotes", "echo ", "\"$(a ", "b", ")\""),
            many("variables", "echo ", "$a ${b} ", "\n"),
            many("variables that do not end", "echo ", "${a ", "\n"),
            nested("arithmetic", "echo ", "$((", "1", "))"),
            nested("groups", "", "( ", "a", " )"),
            nested("braces", "", "{ ", "a", "; }"),
            many("arrays", "a=(", "b ", ")\n"),
            many("here documents", "", "cat <<E\nx\nE\n", ""),
            many("here documents that do not end", "", "cat <<E\n", ""),
            many("here documents in one line", "cat ", "<<E ", "\n"),
            numbered("here documents of one line", "cat", " <<E@", "\nE0\n"),
            many("redirections", "a ", ">b ", "\n"),
            many("digits before a redirection", "a ", "1", ">b\n"),
            many("assignments", "", "a=b ", "c\n"),
            numbered("assignments of many names", "", "a@=b ", "c\n"),
            Shape.colliding("assignments of one hash", "", "@=b ", "c\n"),
            many("ifs", "", "if a; then b; fi\n", ""),
            nested("ifs in ifs", "", "if a; then ", "b", "; fi"),
            many("keywords", "", "if ", "\n"),
            many("cases", "case a in ", "b) c ;; ", "esac\n"),
            many("functions", "", "f() { a; }\n", ""),
            many("comments", "", "# a\n", ""),
            many("wrappers", "", "sudo env ", "a\n"),
            many("downloads", "", "curl https://x | sh\n", ""),
            many("downloads in one line", "", "curl x | sh; ", "\n"),
            halves("quotes and their ends", "", "\"", "", "'", "\n")
        };
    }

    static void yaml(byte[] input) {
        try {
            YamlDocument document = YamlDocument.parse(SourceFile.decode("f.yml", input));
            if (document.root().isPresent()) {
                look(document.root().get(), document, Collections.newSetFromMap(new IdentityHashMap<>()));
            }
        } catch (UnreadableFileException e) {
            // As documented.
        }
    }

    /** Where everything stands, and what is below it. */
    private static void look(YamlNode node, YamlDocument document, Set<YamlNode> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof YamlScalar scalar) {
            int length = scalar.value().length();
            for (int at = 0; at < Math.min(length, 100); at++) {
                scalar.spanOf(at, at + 1);
            }
            scalar.spanOf(length, length);
        } else if (node instanceof YamlSequence sequence) {
            for (YamlSequence.Item item : sequence.items()) {
                document.withCommentsBelow(item.site());
                look(item.value(), document, seen);
            }
        } else if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                assertThat(mapping.get(entry.name())).isPresent();
                look(entry.value(), document, seen);
            }
        }
    }

    static void xml(byte[] input) {
        try {
            SourceFile file = SourceFile.decode("f.xml", input);
            XmlComment.of(file);
            XmlReader.read(file);
        } catch (UnreadableFileException e) {
            // As documented.
        }
    }

    static void pom(byte[] input) {
        Repository repository = new Repository(tree("pom.xml", input), Optional.empty());
        BuildFilesReader.everyPom(repository);
        BuildFiles files = BuildFilesReader.read(repository);
        for (Declaration declaration : files.declarations()) {
            files.declared(declaration.key());
            declaration.version().ifPresent(version -> declaration.pom().resolve(version.text()));
        }
        files.repositories().forEach(RepositoryDeclaration::url);
    }

    static void expression(byte[] input) {
        try {
            Expression expression = ExpressionParser.parse(text(input));
            ContextPath.of(expression);
            expression.constant();
        } catch (ExpressionException e) {
            // As documented.
        }
    }

    /** An exemption may be of any finding: of many in one file, and of one in each of many. */
    static void zizmor(byte[] input) {
        try {
            ZizmorConfig config = ZizmorConfig.parse(SourceFile.decode("zizmor.yml", input), checks());
            List<Finding> findings = new ArrayList<>();
            for (int i = 1; i <= Math.min(FINDINGS, 1 + input.length / 32); i++) {
                Span span = new Span(i, i + 1, i, 1, i, 2);
                findings.add(Finding.of("unpinned-uses", Severity.LOW, Location.of("ci.yml", span))
                        .message("m" + i)
                        .remedy("r")
                        .build());
            }
            Policy policy = PolicyLayer.none().toPolicy(config.exemptions());
            report(
                    List.of(new AuditResult(
                            new WorkflowAudit().family(),
                            AuditResult.Outcome.CHECKED,
                            findings,
                            new TreeMap<>(),
                            List.of(),
                            List.of())),
                    policy);
        } catch (ConfigurationException | UnreadableFileException e) {
            // As documented.
        }
    }

    static void workflows(String path, byte[] input) {
        audit(new WorkflowAudit(), tree(path, input));
    }

    /** A workflow of that length with a job whose connections are logged and many jobs with lists. */
    static byte[] lists(int length) {
        StringBuilder text = new StringBuilder(length + 500).append(LOGGED).append("      - uses: a/b1@v1\n");
        for (int job = 0; text.length() < length; job++) {
            text.append("  j")
                    .append(job)
                    .append(
                            ": {runs-on: ubuntu-latest, steps: [{uses: step-security/harden-runner@v2, with: {egress-policy: block,")
                    .append(" allowed-endpoints: 'h.example.org h")
                    .append(job)
                    .append(".example.org'}}, {uses: a/b1@v1}, {uses: a/b")
                    .append(job)
                    .append("@v1}]}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void posture(String path, byte[] input, String... others) {
        MemoryTree tree = tree(path, input);
        tree.contents().put(".github/workflows/ci.yml", "on: push\njobs: {}\n".getBytes(StandardCharsets.UTF_8));
        for (String other : others) {
            tree.contents().remove(".github/workflows/ci.yml");
            tree.contents().put(other, new byte[] {'\n'});
        }
        audit(new PostureAudit(Optional.empty()), tree);
    }

    /** A file of the build's own folder, beside a POM. */
    static void build(String path, byte[] input) {
        MemoryTree tree = tree(path, input);
        tree.contents().put("pom.xml", "<project/>".getBytes(StandardCharsets.UTF_8));
        audit(BuildFilesAudit.ofPoms(List.of()), tree);
    }

    /** A file of scripts that a workflow runs. */
    static void scriptFile(String path, byte[] input) {
        beside(BUILD, path, input);
    }

    /** A makefile, and a workflow of the same length with jobs that each run it, some with a variable of their own. */
    static void stepsOfScripts(byte[] input) {
        StringBuilder workflow = new StringBuilder(input.length + 200).append("on: pull_request_target\njobs:\n");
        for (int job = 0; workflow.length() <= input.length; job++) {
            workflow.append("  j").append(job).append(": {runs-on: u, steps: [{run: make t");
            workflow.append(job % 2 == 0 ? "" : " W=" + job).append("}, {run: make}]}\n");
        }
        MemoryTree tree = tree("Makefile", input);
        tree.contents().put(".github/workflows/ci.yml", workflow.toString().getBytes(StandardCharsets.UTF_8));
        audit(new WorkflowAudit(), tree);
    }

    /** A file that says where a tool takes packages from. */
    static void watched(String path, byte[] input) {
        beside(WATCHED, path, input);
    }

    private static void beside(String workflow, String path, byte[] input) {
        MemoryTree tree = tree(path, input);
        tree.contents().put(".github/workflows/ci.yml", workflow.getBytes(StandardCharsets.UTF_8));
        audit(new WorkflowAudit(), tree);
    }

    static void forge(byte[] input) {
        MemoryTree tree = tree(".mvn/hardening-forge.json", input);
        tree.contents().put(".github/workflows/ci.yml", RELEASE.getBytes(StandardCharsets.UTF_8));
        audit(new PostureAudit(Optional.empty()), tree);
        audit(new WorkflowAudit(), tree);
    }

    static void insights(byte[] input) {
        audit(new SecurityInsightsAudit(Optional.empty()), tree("security-insights.yml", input));
    }

    /** GitHub's lock beside a workflow with as many references as it may have entries. */
    static void actionsLock(byte[] input) {
        MemoryTree tree = tree(".github/workflows/actions.lock", input);
        StringBuilder workflow = new StringBuilder(JOB);
        for (int i = 0; i < Math.min(FINDINGS, 1 + input.length / 64); i++) {
            workflow.append("      - uses: a").append(i).append("/b@v1\n");
        }
        tree.contents().put(".github/workflows/ci.yml", workflow.toString().getBytes(StandardCharsets.UTF_8));
        audit(new WorkflowAudit(), tree);
    }

    private static void audit(Audit audit, MemoryTree tree) {
        CheckContext context = tree.context(Optional.empty());
        report(List.of(audit.run(context, checks())), PolicyLayer.none().toPolicy());
    }

    private static void report(List<AuditResult> audits, Policy policy) {
        Result judged = new PolicyEvaluator(policy, checks(), LocalDate.EPOCH, Reference.none()).judge(audits);
        for (Report report : Everything.REPORTS) {
            report.render(judged, ReportContext.of("1", checks(), path -> false));
        }
        new ConsoleReport(ConsoleSettings.plain(checks())).lines(judged, ".");
    }

    static MemoryTree tree(String path, byte[] input) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        contents.put(path, input);
        return new MemoryTree(contents);
    }
}
