package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.posture.KnowledgeTables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists every check, ours and those of jars among the plugin's dependencies: id, severity, persona, title. */
@Mojo(name = "list-checks", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListChecksMojo extends GoalMojo {

    @Override
    void run() throws MojoExecutionException {
        Checks checks = LoadedChecks.get();
        int width = checks.all().stream()
                .mapToInt(check -> check.info().id().length())
                .max()
                .orElse(0);
        for (Family family : Family.values()) {
            List<CheckInfo> infos = checks.all().stream()
                    .filter(check -> check.family() == family)
                    .map(Check::info)
                    .toList();
            if (!infos.isEmpty()) {
                getLog().info("");
                getLog().info(family.title());
                infos.forEach(info -> getLog().info(line(info, width)));
            }
        }
        for (KnowledgeTables.Table table : KnowledgeTables.all()) {
            if (table.isOld(LocalDate.now(Clock.systemUTC()))) {
                getLog().warn("What is known of " + table.subject() + " is of " + table.date()
                        + ", more than half a year ago; a newer version of this plugin may know more.");
            }
        }
        getLog().info("");
        getLog().info("Run '" + commands().of("explain")
                + " -Dcheck=ID' to see what a check finds, why, and what to do.");
    }

    private static String line(CheckInfo info, int width) {
        return String.format(
                Locale.ROOT,
                "  %-" + width + "s  %-8s  %-8s  %s",
                info.id(),
                info.severity().label(),
                info.persona().label(),
                info.title() + (info.online() ? " (with -Dhardening.online)" : ""));
    }
}
