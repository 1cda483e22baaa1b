package io.github.mavenhardening.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares what we find in repositories with what an installed zizmor finds; {@code src/test/comparison/zizmor} runs it. */
public final class ZizmorComparison {

    private static final Checks CHECKS = Checks.load(ZizmorComparison.class.getClassLoader());

    private static final Pattern UNREAD = Pattern.compile("failed to \\w+ file://\\./(\\S+) as ");

    /** What zizmor says, without its name, of a file that begins with a byte order mark. */
    private static final String MISREAD = "YAML containing more than one document";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private int same;
    private int accepted;
    private int unexplained;

    private ZizmorComparison() {}

    /**
     * Compares.
     *
     * @param args repositories, or folders of them
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        ZizmorComparison comparison = new ZizmorComparison();
        int repositories = 0;
        for (String arg : args) {
            for (Path repository : repositories(Path.of(arg))) {
                System.out.println("== " + repository.getFileName());
                comparison.compare(repository);
                repositories++;
            }
        }
        System.out.println(repositories + " repositories: " + comparison.same + " findings alike, "
                + comparison.accepted + " accepted differences, " + comparison.unexplained + " unexplained");
        System.exit(repositories == 0 ? 2 : comparison.unexplained == 0 ? 0 : 1);
    }

    private static List<Path> repositories(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve(".github"))) {
            return List.of(folder);
        }
        try (Stream<Path> below = Files.list(folder)) {
            return below.filter(child -> Files.isDirectory(child.resolve(".github")))
                    .sorted()
                    .toList();
        }
    }

    private void compare(Path repository) throws IOException, InterruptedException {
        Set<String> unread = new HashSet<>();
        List<ComparedFinding> theirs = new ArrayList<>(placed(theirs(repository, unread), repository));
        List<ComparedFinding> ours = new ArrayList<>(placed(ours(repository), repository));
        List<ComparedFinding> alike = new ArrayList<>();
        for (ComparedFinding finding : List.copyOf(theirs)) {
            if (ours.remove(finding)) {
                theirs.remove(finding);
                alike.add(finding);
            }
        }
        same += alike.size();
        for (ComparedFinding finding : List.copyOf(theirs)) {
            if (alike.contains(finding)) {
                // A second finding at the place of one that is alike already.
                Optional<ComparedFinding> later = ours.stream()
                        .filter(other -> AcceptedDifference.isLaterOccurrence(finding, other))
                        .findFirst();
                later.ifPresent(ours::remove);
                theirs.remove(finding);
                tell(
                        "zizmor again",
                        finding,
                        later.map(other -> " | ours " + other).orElse(""),
                        AcceptedDifference.again(later.isPresent()));
            }
        }
        for (ComparedFinding finding : List.copyOf(theirs)) {
            Optional<ComparedFinding> near =
                    ours.stream().filter(finding::isNear).min(Comparator.comparingInt(finding::distance));
            near.ifPresent(other -> {
                ours.remove(other);
                theirs.remove(finding);
                alike.add(finding);
                tell("differs", finding, " | ours " + other, AcceptedDifference.between(finding, other));
            });
        }
        for (ComparedFinding finding : List.copyOf(theirs)) {
            Optional<ComparedFinding> later = ours.stream()
                    .filter(other -> AcceptedDifference.isMiscounted(finding, other)
                            || AcceptedDifference.isLaterOccurrence(finding, other))
                    .findFirst();
            if (later.isPresent() || alike.contains(finding)) {
                later.ifPresent(ours::remove);
                theirs.remove(finding);
                tell(
                        "zizmor again",
                        finding,
                        later.map(other -> " | ours " + other).orElse(""),
                        AcceptedDifference.again(later.isPresent()));
            }
        }
        theirs.forEach(finding -> tell("zizmor only", finding, "", AcceptedDifference.theirs(finding)));
        ours.forEach(finding -> tell(
                "ours only",
                finding,
                "",
                unread.contains(finding.path())
                        ? Optional.of("zizmor cannot read the file")
                        : AcceptedDifference.ours(finding)));
    }

    private static List<ComparedFinding> placed(List<ComparedFinding> findings, Path root) throws IOException {
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, List<Span>> dead = new HashMap<>();
        List<ComparedFinding> placed = new ArrayList<>();
        for (ComparedFinding finding : findings) {
            if (!lines.containsKey(finding.path())) {
                String text = Files.readString(root.resolve(finding.path()));
                lines.put(finding.path(), text.lines().toList());
                dead.put(finding.path(), dead(SourceFile.of(finding.path(), text)));
            }
            placed.add(finding.in(lines.get(finding.path()), dead.get(finding.path())));
        }
        return placed;
    }

    /** The workflows, jobs and steps that never run. */
    private static List<Span> dead(SourceFile source) {
        List<Span> spans = new ArrayList<>();
        try {
            DefinitionKind kind = DefinitionKind.ofPath(source.path()).orElse(DefinitionKind.WORKFLOW);
            if (kind.read(source) instanceof Workflow workflow) {
                if (workflow.triggers().isEmpty()) {
                    workflow.document().root().map(YamlNode::span).ifPresent(spans::add);
                }
                for (Job job : workflow.jobs()) {
                    if (job.isNever()) {
                        spans.add(job.span());
                    } else if (job instanceof NormalJob normal) {
                        normal.steps().stream()
                                .filter(Step::isNever)
                                .map(Step::span)
                                .forEach(spans::add);
                    }
                }
            }
        } catch (UnreadableFileException e) {
            // What cannot be read has no such parts.
        }
        return spans;
    }

    private void tell(String what, ComparedFinding finding, String more, Optional<String> reason) {
        if (reason.isPresent()) {
            accepted++;
        } else {
            unexplained++;
        }
        System.out.println((reason.isPresent() ? "   " : "!! ") + what + ": " + finding + more
                + reason.map(why -> " (" + why + ")").orElse(""));
    }

    private static List<ComparedFinding> ours(Path root) throws IOException {
        PolicyLayer auditor = ZizmorAudits.asZizmor(Optional.of(Persona.AUDITOR));
        Hardening hardening = new Hardening(
                new Repository(new Checkout(root), Optional.empty()),
                new Environment(Clock.systemUTC(), Map.of()),
                CHECKS,
                auditor,
                Optional.empty());
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit()))).counting().stream()
                .map(EvaluatedFinding::finding)
                .filter(finding -> ZizmorAudits.OFFLINE.contains(finding.checkId()))
                .map(ZizmorComparison::compared)
                .distinct()
                .toList();
    }

    private static ComparedFinding compared(Finding finding) {
        return ComparedFinding.reported(
                finding.primary().path(),
                finding.checkId(),
                finding.primary().line(),
                finding.primary().column(),
                finding.severity().label(),
                finding.confidence().label(),
                finding.persona().label(),
                finding.related().stream().map(location -> location.line()).toList());
    }

    /** @param unread takes in the files that zizmor says it cannot read */
    private static List<ComparedFinding> theirs(Path root, Set<String> unread)
            throws IOException, InterruptedException {
        File output = File.createTempFile("zizmor", ".json");
        File log = File.createTempFile("zizmor", ".log");
        try {
            int exit = zizmor(root, List.of("."), output, log);
            UNREAD.matcher(Files.readString(log.toPath())).results().forEach(result -> unread.add(result.group(1)));
            if (Files.readString(log.toPath()).contains(MISREAD)) {
                for (String input : inputs(root, Set.of())) {
                    if (Files.readString(root.resolve(input)).startsWith(BYTE_ORDER_MARK)) {
                        unread.add(input.substring("./".length()));
                    }
                }
            }
            if (exit == 1 && !unread.isEmpty()) {
                // One such file keeps it from all the others.
                exit = zizmor(root, inputs(root, unread), output, log);
            }
            if (exit == 3) {
                return List.of();
            }
            if (exit != 0 && exit < 10) {
                throw new IOException("zizmor ended with " + exit + " in " + root);
            }
            List<ComparedFinding> findings = new ArrayList<>();
            new ObjectMapper().readTree(output).forEach(node -> findings.add(compared(node)));
            return findings.stream()
                    .filter(finding -> ZizmorAudits.OFFLINE.contains(finding.audit()))
                    .toList();
        } finally {
            Files.delete(output.toPath());
            Files.delete(log.toPath());
        }
    }

    private static int zizmor(Path root, List<String> inputs, File output, File log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("zizmor", "--offline", "--no-progress", "--collect=all", "--persona=auditor", "--format=json"));
        command.addAll(inputs);
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectOutput(output)
                .redirectError(log)
                .start()
                .waitFor();
    }

    /** What zizmor reads of a repository, but for those files. */
    private static List<String> inputs(Path root, Set<String> without) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(path -> root.relativize(path).toString())
                    .filter(path -> path.matches(
                            "(.*/)?\\.github/workflows/[^/]+\\.ya?ml|(.*/)?action\\.ya?ml|(.*/)?\\.github/dependabot\\.ya?ml"
                                    + "|(.*/)?\\.pre-commit-config\\.ya?ml"))
                    .filter(path -> !without.contains(path))
                    .map(path -> "./" + path)
                    .sorted()
                    .toList();
        }
    }

    private static ComparedFinding compared(JsonNode finding) {
        List<JsonNode> primaries = locations(finding, "Primary"::equals);
        JsonNode primary = primaries.get(0);
        JsonNode place = primary.at("/concrete/location/start_point");
        JsonNode determinations = finding.get("determinations");
        String path = primary.at("/symbolic/key/Local/verbatim_path").asText();
        return ComparedFinding.reported(
                path.startsWith("./") ? path.substring(2) : path,
                finding.get("ident").asText(),
                place.get("row").asInt() + 1,
                place.get("column").asInt() + 1,
                label(determinations, "severity"),
                label(determinations, "confidence"),
                label(determinations, "persona"),
                Stream.concat(primaries.stream().skip(1), locations(finding, kind -> !kind.equals("Primary")).stream())
                        .map(location -> location.at("/concrete/location/start_point/row")
                                        .asInt()
                                + 1)
                        .toList());
    }

    private static List<JsonNode> locations(JsonNode finding, Predicate<String> kind) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode location : finding.get("locations")) {
            if (kind.test(location.at("/symbolic/kind").asText())) {
                found.add(location);
            }
        }
        return found;
    }

    private static String label(JsonNode determinations, String key) {
        String label = determinations.get(key).asText().toLowerCase(Locale.ROOT);
        return label.equals("informational") ? "info" : label;
    }
}
