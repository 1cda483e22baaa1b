package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.Codeowners;
import io.github.mavenhardening.core.posture.CodeownersReader;
import io.github.mavenhardening.core.posture.CodeownersSyntax;
import io.github.mavenhardening.core.posture.GateFile;
import io.github.mavenhardening.core.posture.StrayFile;
import io.github.mavenhardening.core.posture.UpdateBots;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds a CODEOWNERS file that is missing, leaves the build or its gate unowned, or has lines that do not count. */
@AutoService(Check.class)
@CheckInfo(
        id = "codeowners",
        title = "CODEOWNERS is missing, has ineffective lines, or leaves the build or its gate unowned",
        severity = Severity.MEDIUM,
        controls = "OSPS-QA-07.01",
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
            "https://docs.gitlab.com/user/project/codeowners/reference/"
        })
public final class CodeownersFile implements PostureCheck {

    /** What people call it who do not look up how the forge spells it. */
    private static final Pattern NAME =
            Pattern.compile("code[-_]?owners(?:\\.(?:md|txt|ya?ml))?", Pattern.CASE_INSENSITIVE);

    private static final int NAMED = 3;

    /** The most files of a kind: each is compared with every rule. */
    private static final int OF_A_KIND = 200;

    @Override
    public void check(CheckContext context) {
        Repository repository = context.repository();
        Optional<Codeowners> found = CodeownersReader.find(repository);
        if (found.isEmpty()) {
            missing(context);
            return;
        }
        Codeowners owners = found.get();
        List<Codeowners.Defect> questions = new ArrayList<>();
        for (Codeowners.Defect defect : owners.defects()) {
            if (defect.isQuestion()) {
                questions.add(defect);
            }
        }
        if (!questions.isEmpty()) {
            // Like the file that is missing: init does not make the build redder.
            context.report(at(questions.get(0).location())
                    .severity(Severity.LOW)
                    .message(Count.are(questions.size(), "questions") + " open; a line without its owner has no effect")
                    .remedy("Write the owner, a @user or a team, in place of each 'QUESTION:'")
                    .subject("questions"));
        }
        Map<String, List<Codeowners.Defect>> byReason = new LinkedHashMap<>();
        for (Codeowners.Defect defect : owners.defects()) {
            if (!defect.isQuestion()) {
                byReason.computeIfAbsent(defect.reason(), reason -> new ArrayList<>())
                        .add(defect);
            }
        }
        for (List<Codeowners.Defect> alike : byReason.values()) {
            context.report(ineffective(alike, owners.syntax()));
        }
        if (questions.isEmpty()
                && (!owners.sections().isEmpty() || owners.defects().isEmpty())) {
            unowned(owners, context);
        }
    }

    /** Lines that are wrong in the same way are one finding, at the first. */
    private Finding.Builder ineffective(List<Codeowners.Defect> alike, CodeownersSyntax syntax) {
        String reason = alike.get(0).reason();
        int others = alike.size() - 1;
        Finding.Builder finding = at(alike.get(0).location());
        for (int i = 1; i < alike.size() && i <= NAMED; i++) {
            finding.related(alike.get(i).location().labelled("another"));
        }
        return finding.message((others == 0
                                ? "This line has no effect: "
                                : "This line and " + Count.of(others, "others") + " like it have no effect: ")
                        + reason)
                .remedy(
                        syntax == CodeownersSyntax.GITHUB
                                ? "Write the rule in GitHub's syntax; the file's page on GitHub shows what it refuses"
                                : "Write the rule in GitLab's syntax")
                .subject("defect:" + reason);
    }

    private void missing(CheckContext context) {
        Optional<String> leftOut =
                context.repository().leftOut(List.of(".github", "", "docs", ".gitlab"), Pattern.compile("CODEOWNERS"));
        if (leftOut.isPresent()) {
            context.gap("codeowners: " + Repository.SPARSE + leftOut.get());
            return;
        }
        boolean gitlab = CodeownersReader.isOnGitLab(context.repository());
        Optional<String> stray = StrayFile.find(context.repository(), NAME);
        context.report(at(Location.ofRepository())
                .severity(Severity.LOW)
                .message("There is no CODEOWNERS in "
                        + (gitlab ? "the root, in docs or in .gitlab" : ".github, in the root or in docs")
                        + stray.map(path -> "; " + path + " is not read by " + (gitlab ? "GitLab" : "GitHub"))
                                .orElse(""))
                .remedy("Add " + (gitlab ? ".gitlab" : ".github") + "/CODEOWNERS, with owners of at least "
                        + String.join(", ", worthOwning(gitlab, context.repository())))
                .subject("missing"));
    }

    /** The folder of CODEOWNERS itself, and what decides the build as far as it is there. */
    private static List<String> worthOwning(boolean gitlab, Repository repository) {
        List<String> paths = new ArrayList<>();
        paths.add(gitlab ? "/.gitlab/" : "/.github/");
        if (gitlab) {
            paths.add("/.gitlab-ci.yml");
        }
        if (!repository.filesIn(".mvn").isEmpty()) {
            paths.add("/.mvn/");
        }
        if (repository.isFile("pom.xml")) {
            paths.add("/pom.xml");
        }
        return paths;
    }

    private void unowned(Codeowners owners, CheckContext context) {
        Repository repository = context.repository();
        List<Unowned> found = new ArrayList<>();
        // What the same rule leaves without owner, or no rule owns, is one finding.
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (String path : first(deciding(owners, repository), "what decides the build", context)) {
            if (!owners.isOwned(path)) {
                String rule = owners.ruleOf(path)
                        .map(one -> String.valueOf(one.location().line()))
                        .orElse("");
                alike.computeIfAbsent(rule + owners.isOptional(path), key -> new ArrayList<>())
                        .add(path);
            }
        }
        for (List<String> paths : alike.values()) {
            found.add(new Unowned(paths, ""));
        }
        for (Map.Entry<GateFile, List<String>> kind : gate(repository).entrySet()) {
            Map<Boolean, List<String>> unowned = new TreeMap<>();
            for (String path : first(kind.getValue(), kind.getKey().title(), context)) {
                if (!owners.isOwned(path)) {
                    unowned.computeIfAbsent(owners.isOptional(path), optional -> new ArrayList<>())
                            .add(path);
                }
            }
            for (List<String> paths : unowned.values()) {
                found.add(new Unowned(paths, " (" + kind.getKey().title() + ")"));
            }
        }
        Optional<Fix> fix = found.isEmpty() ? Optional.empty() : fix(owners, found, repository);
        for (Unowned each : found) {
            report(owners, each, fix, context);
        }
    }

    /**
     * Paths that nobody owns in the same way.
     *
     * @param what what they are, after their names; empty text where the name says it
     */
    private record Unowned(List<String> paths, String what) {}

    private static Optional<Fix> fix(Codeowners owners, List<Unowned> found, Repository repository) {
        List<String> paths = new ArrayList<>();
        found.forEach(each -> paths.addAll(each.paths()));
        try {
            return OwnedPaths.fix(owners, repository.read(owners.path()), paths);
        } catch (UnreadableFileException e) {
            // Silent: it has just been read, and a finding without a fix is still one.
            return Optional.empty();
        }
    }

    private static List<String> first(List<String> files, String kind, CheckContext context) {
        if (files.size() <= OF_A_KIND) {
            return files;
        }
        context.gap("codeowners: of " + Count.of(files.size(), "files") + " (" + kind + ") the first " + OF_A_KIND
                + " were checked");
        return files.subList(0, OF_A_KIND);
    }

    /** Paths that nobody owns in the same way are one finding: a folder without owner is not louder than a missing file. */
    private void report(Codeowners owners, Unowned unowned, Optional<Fix> fix, CheckContext context) {
        List<String> paths = unowned.paths();
        String what = unowned.what();
        String first = paths.get(0);
        Location place = owners.ruleOf(first).map(rule -> rule.location()).orElse(Location.ofFile(owners.path()));
        String named = String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())))
                + (paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more" : "");
        Finding.Builder finding = at(place);
        fix.ifPresent(finding::fix);
        context.report(finding.severity(Severity.LOW)
                .message((owners.isOptional(first) ? "Only an optional section owns " : "Nobody owns ") + named + what
                        + ", so " + (paths.size() == 1 ? "its change needs" : "their change needs")
                        + " no owner's review")
                .remedy("Add a rule with an owner; of several matching rules the last one counts")
                .subject("unowned:" + (what.isEmpty() ? String.join(",", paths) : what)));
    }

    /** The files that decide what the build runs and what proposes its updates, and the one that says who owns them. */
    private static List<String> deciding(Codeowners owners, Repository repository) {
        List<String> paths = new ArrayList<>();
        paths.add(owners.path());
        for (String path : List.of(".gitlab-ci.yml", "pom.xml")) {
            if (repository.isFile(path)) {
                paths.add(path);
            }
        }
        UpdateBots bots = UpdateBots.find(repository);
        if (bots.dependabot().isPresent()) {
            paths.add(bots.dependabot().get().path());
        }
        if (bots.renovate().isPresent()) {
            paths.add(bots.renovate().get().path());
        }
        for (String path : repository.filesIn(".github/workflows")) {
            if (path.endsWith(".yml") || path.endsWith(".yaml")) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** The files of the gate by their kind; CODEOWNERS apart, of which only the one that counts does. */
    private static Map<GateFile, List<String>> gate(Repository repository) {
        Map<GateFile, List<String>> gate = new EnumMap<>(GateFile.class);
        for (String path : paths(repository)) {
            Optional<GateFile> kind = GateFile.of(path, List.of());
            if (kind.isPresent() && kind.get() != GateFile.OWNERS) {
                gate.putIfAbsent(kind.get(), new ArrayList<>());
                gate.get(kind.get()).add(path);
            }
        }
        return gate;
    }

    /** What Git tracks, without Git all files. */
    private static Collection<String> paths(Repository repository) {
        List<TrackedFile> tracked = repository.tracked().orElse(List.of());
        if (tracked.isEmpty()) {
            return repository.files();
        }
        List<String> paths = new ArrayList<>();
        for (TrackedFile file : tracked) {
            paths.add(file.path());
        }
        return paths;
    }
}
