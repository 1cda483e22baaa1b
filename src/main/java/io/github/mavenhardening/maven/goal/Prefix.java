package io.github.mavenhardening.maven.goal;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;

/** Whether Maven knows this plugin by its prefix, so that {@code mvn hardening:lock} works where this build was started. */
final class Prefix {

    private static final String KEY = Plugin.constructKey("io.github.mavenhardening", "hardening-maven-plugin");

    private Prefix() {}

    static boolean isKnown(MavenSession session) {
        MavenProject top = session.getTopLevelProject();
        Build build = top == null || top.getFile() == null ? null : top.getBuild();
        return build != null && (has(build) || has(build.getPluginManagement()));
    }

    private static boolean has(PluginContainer plugins) {
        return plugins != null && plugins.getPluginsAsMap().containsKey(KEY);
    }
}
