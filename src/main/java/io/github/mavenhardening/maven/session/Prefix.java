package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.policy.Release;
import io.github.mavenhardening.core.report.Commands;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;

/** How goals of this plugin are run where this build was started: by its prefix, where Maven knows it, else by its full name. */
public final class Prefix {

    private static final String KEY = Plugin.constructKey("io.github.mavenhardening", "hardening-maven-plugin");

    private Prefix() {}

    /** The commands that work there, with this version of the plugin. */
    public static Commands commands(MavenSession session, String version) {
        return isKnown(session) ? Commands.byPrefix() : Commands.ofVersion(version);
    }

    /** The same where no goal says which version runs; by the prefix where the classes do not say so either. */
    public static Commands commands(MavenSession session) {
        return isKnown(session)
                ? Commands.byPrefix()
                : Release.running().map(Commands::ofVersion).orElse(Commands.byPrefix());
    }

    /** Maven looks it up in the module that it builds first, which is another than the top one where that has a module as its parent. */
    private static boolean isKnown(MavenSession session) {
        List<MavenProject> projects = session.getProjects();
        MavenProject first = projects == null || projects.isEmpty() ? null : projects.get(0);
        Build build = first == null || first.getFile() == null ? null : first.getBuild();
        return build != null && (has(build) || has(build.getPluginManagement()));
    }

    private static boolean has(PluginContainer plugins) {
        return plugins != null && plugins.getPluginsAsMap().containsKey(KEY);
    }
}
