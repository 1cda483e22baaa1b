package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.check.PostureCheck;
import io.github.mavenhardening.core.check.PostureContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.Dependabot;
import io.github.mavenhardening.core.posture.Renovate;
import io.github.mavenhardening.core.source.Repository;
import java.util.Optional;

/**
 * No bot proposes updates, its configuration is broken or leaves something out, or Renovate takes releases on their first day.
 * Of Dependabot's entries dependabot-cooldown tells the last, as zizmor does.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "update-bot",
        title = "No bot keeps dependencies up to date, or it does not let releases age",
        family = Family.POSTURE,
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference",
            "https://docs.renovatebot.com/configuration-options/",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#dependency-update-tool"
        })
public final class UpdateBot implements PostureCheck {

    @Override
    public void inspect(PostureContext context, FindingSink findings) {
        Optional<Dependabot> dependabot = Dependabot.find(context.repository());
        Optional<Renovate> renovate = Renovate.find(context.repository());
        if (dependabot.isEmpty() && renovate.isEmpty()) {
            findings.add(at(Location.ofRepository())
                    .message("neither Dependabot nor Renovate is configured")
                    .remedy("Add .github/dependabot.yml, with a cooldown for every ecosystem")
                    .subject("missing"));
        }
        if (dependabot.isPresent()) {
            dependabot(dependabot.get(), renovate.isPresent(), context.repository(), findings);
        }
        if (renovate.isPresent()) {
            renovate(renovate.get(), findings);
        }
    }

    private void dependabot(Dependabot bot, boolean helped, Repository repository, FindingSink findings) {
        if (bot.defect().isPresent()) {
            findings.add(broken(bot.path(), bot.defect().get()));
            return;
        }
        if (!helped && repository.isFile("pom.xml")) {
            demand("maven", bot, findings);
        }
        if (!helped && hasWorkflows(repository)) {
            demand("github-actions", bot, findings);
        }
    }

    private static boolean hasWorkflows(Repository repository) {
        for (String path : repository.filesIn(".github/workflows")) {
            if (path.endsWith(".yml") || path.endsWith(".yaml")) {
                return true;
            }
        }
        return false;
    }

    private void demand(String ecosystem, Dependabot bot, FindingSink findings) {
        if (!bot.covers(ecosystem)) {
            findings.add(at(Location.ofFile(bot.path()))
                    .message("nothing keeps the ecosystem '" + ecosystem + "' up to date, which this repository uses")
                    .remedy("Add an entry with package-ecosystem: " + ecosystem)
                    .subject("ecosystem:" + ecosystem));
        }
    }

    private void renovate(Renovate bot, FindingSink findings) {
        if (bot.root().isEmpty()) {
            findings.add(broken(bot.path(), "it is no JSON object"));
        } else if (!bot.mayCoolDown()) {
            findings.add(at(Location.ofFile(bot.path()))
                    .severity(Severity.LOW)
                    .message(
                            "there is no minimumReleaseAge for all updates, so that a release is proposed on its first day")
                    .remedy("Add \"minimumReleaseAge\": \"7 days\"")
                    .subject("cooldown:renovate"));
        }
    }

    private Finding.Builder broken(String path, String reason) {
        return at(Location.ofFile(path))
                .message("the update bot's configuration cannot be taken: " + reason)
                .remedy("Correct it: a bot that cannot read its configuration proposes nothing")
                .subject("broken");
    }
}
