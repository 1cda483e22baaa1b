package io.github.mavenhardening.maven.inventory;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/**
 * The plugins that a session uses. Every project inherits the plugins of the clean, install,
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
                || isReached(plugin.getExecutions())
                || isNamed(plugin);
    }

    private boolean isReached(List<PluginExecution> executions) {
        for (PluginExecution execution : executions) {
            if (isReached(execution.getPhase())) {
                return true;
            }
        }
        return false;
    }

    private boolean isReached(String phase) {
        if (phase == null) {
            return true;
        }
        if (CLEAN.contains(phase)) {
            return isAnyAsked(CLEAN);
        }
        if (SITE.contains(phase)) {
            return isAnyAsked(SITE);
        }
        return switch (phase) {
            case "install" -> isAnyAsked(INSTALL);
            case "deploy" -> isAnyAsked(DEPLOY);
            default -> true;
        };
    }

    private boolean isAnyAsked(Set<String> phases) {
        return goals.isEmpty() || !Collections.disjoint(phases, goals);
    }

    /** Whether the command line names a goal of the plugin, by its prefix or by coordinates. */
    private boolean isNamed(Plugin plugin) {
        for (String goal : goals) {
            String[] parts = goal.split(":", -1);
            boolean named = parts.length == 2
                    ? plugin.getArtifactId().contains(parts[0])
                    : parts.length > 2 && plugin.getArtifactId().equals(parts[1]);
            if (named) {
                return true;
            }
        }
        return false;
    }
}
