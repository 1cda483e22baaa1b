package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.check.PostureCheck;
import io.github.mavenhardening.core.check.PostureContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.Codeowners;
import io.github.mavenhardening.core.posture.CodeownersSyntax;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nobody must review changes of what decides what the build runs, or the file that says who has lines that do not count. */
@AutoService(Check.class)
@CheckInfo(
        id = "codeowners",
        title = "CODEOWNERS is missing, has lines that do not count, or leaves the build unowned",
        family = Family.POSTURE,
        severity = Severity.HIGH,
        controls = "OSPS-QA-07.01",
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
            "https://docs.gitlab.com/user/project/codeowners/reference/"
        })
public final class CodeownersFile implements PostureCheck {

    @Override
    public void inspect(PostureContext context, FindingSink findings) {
        Repository repository = context.repository();
        Optional<Codeowners> found = Codeowners.find(repository);
        if (found.isEmpty()) {
            missing(context, findings);
            return;
        }
        Codeowners owners = found.get();
        for (Codeowners.Defect defect : owners.defects()) {
            findings.add(at(defect.location())
                    .message("this does not count: " + defect.reason())
                    .remedy(
                            owners.syntax() == CodeownersSyntax.GITHUB
                                    ? "Write the rule as GitHub reads it; the file's page on GitHub shows what it refuses"
                                    : "Write the rule as GitLab reads it")
                    .subject("defect:" + defect.reason()));
        }
        if (!owners.sections().isEmpty() || owners.defects().isEmpty()) {
            unowned(owners, repository, findings);
        }
    }

    private void missing(PostureContext context, FindingSink findings) {
        boolean gitlab = Codeowners.isOnGitLab(context.repository());
        findings.add(at(Location.ofRepository())
                .severity(Severity.LOW)
                .message("there is no CODEOWNERS in "
                        + (gitlab ? "the root, in docs or in .gitlab" : ".github, in the root or in docs"))
                .remedy(
                        gitlab
                                ? "Add .gitlab/CODEOWNERS, with owners of at least /.gitlab/, /.gitlab-ci.yml and /pom.xml"
                                : "Add .github/CODEOWNERS, with owners of at least /.github/ and /pom.xml")
                .subject("missing"));
    }

    private void unowned(Codeowners owners, Repository repository, FindingSink findings) {
        for (String path : deciding(owners, repository)) {
            if (owners.isOwned(path)) {
                continue;
            }
            Location place = owners.ruleOf(path).map(rule -> rule.location()).orElse(Location.ofFile(owners.path()));
            findings.add(at(place)
                    .severity(Severity.LOW)
                    .message((owners.isOptional(path) ? "only an optional section owns " : "nobody owns ") + path
                            + ", so that its change needs no review of an owner")
                    .remedy("Add a rule with an owner; of several that match the last one counts")
                    .subject("unowned:" + path));
        }
    }

    /** The files that decide what the build runs, and the one that says who owns them. */
    private static List<String> deciding(Codeowners owners, Repository repository) {
        List<String> paths = new ArrayList<>();
        for (String path : repository.filesIn(".github/workflows")) {
            if (path.endsWith(".yml") || path.endsWith(".yaml")) {
                paths.add(path);
            }
        }
        paths.add(owners.path());
        for (String path : List.of(".gitlab-ci.yml", "pom.xml")) {
            if (repository.isFile(path)) {
                paths.add(path);
            }
        }
        return paths;
    }
}
