package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.report.Commands;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;

/** How goals of this plugin are run where this build was started: by its prefix, where Maven knows it, else by its full name. */
final class Prefix {

    private static final String KEY = Plugin.constructKey("io.github.mavenhardening", "hardening-maven-plugin");

    private Prefix() {}

    /** The commands that work there, with this version of the plugin. */
    static Commands commands(MavenSession session, String version) {
        return isKnown(session) ? Commands.byPrefix() : Commands.ofVersion(version);
    }

    private static boolean isKnown(MavenSession session) {
        MavenProject top = session.getTopLevelProject();
        Build build = top == null || top.getFile() == null ? null : top.getBuild();
        return build != null && (has(build) || has(build.getPluginManagement()));
    }

    private static boolean has(PluginContainer plugins) {
        return plugins != null && plugins.getPluginsAsMap().containsKey(KEY);
    }
}
