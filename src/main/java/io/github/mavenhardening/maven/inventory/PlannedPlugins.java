package io.github.mavenhardening.maven.inventory;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/**
 * Tells which plugins a session has use for. Every project inherits the plugins of the clean, install,
 * deploy and site phases, the last with a larger graph than all others; a session that does not reach
 * these phases loads nothing of them. In doubt a plugin is planned.
 */
final class PlannedPlugins {

    private static final Set<String> CLEAN = Set.of("pre-clean", "clean", "post-clean");
    private static final Set<String> SITE = Set.of("pre-site", "site", "post-site", "site-deploy");
    private static final Set<String> INSTALL = Set.of("install", "deploy");
    private static final Set<String> DEPLOY = Set.of("deploy");

    private final List<String> goals;

    PlannedPlugins(MavenSession session) {
        this.goals = session.getGoals();
    }

    /** Whether the session may run a goal of that plugin, or load it as an extension. */
    boolean contains(Plugin plugin) {
        return plugin.isExtensions()
                || plugin.getExecutions().isEmpty()
                || plugin.getExecutions().stream()
                        .map(PluginExecution::getPhase)
                        .anyMatch(this::isReached)
                || goals.stream().anyMatch(isGoalOf(plugin));
    }

    private boolean isReached(String phase) {
        if (phase == null) {
            return true;
        }
        if (CLEAN.contains(phase)) {
            return goals.isEmpty() || goals.stream().anyMatch(CLEAN::contains);
        }
        if (SITE.contains(phase)) {
            return goals.isEmpty() || goals.stream().anyMatch(SITE::contains);
        }
        return switch (phase) {
            case "install" -> goals.isEmpty() || goals.stream().anyMatch(INSTALL::contains);
            case "deploy" -> goals.isEmpty() || goals.stream().anyMatch(DEPLOY::contains);
            default -> true;
        };
    }

    /** A goal named on the command line, by its prefix or by coordinates. */
    private static Predicate<String> isGoalOf(Plugin plugin) {
        return goal -> {
            String[] parts = goal.split(":", -1);
            return parts.length == 2
                    ? plugin.getArtifactId().contains(parts[0])
                    : parts.length > 2 && plugin.getArtifactId().equals(parts[1]);
        };
    }
}
