package io.github.mavenhardening.maven.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Modules whose frontend-maven-plugin installs Node.js into the folder {@code node} beside their POM. */
public final class FrontendModules {

    private FrontendModules() {}

    /** A session on Linux that builds some modules, each in the folder of its name. */
    public static MavenSession session(Path root, String... names) {
        MavenSession session = Sessions.of(root);
        session.getSystemProperties().setProperty("os.name", "Linux");
        session.getSystemProperties().setProperty("os.arch", "amd64");
        List<MavenProject> modules = new ArrayList<>();
        for (String name : names) {
            modules.add(module(root, name));
        }
        session.setProjects(modules);
        session.setAllProjects(modules);
        return session;
    }

    /** Lets a module's plugin install elsewhere. */
    public static void installInto(MavenProject module, String folder) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom directory = new Xpp3Dom("installDirectory");
        directory.setValue(folder);
        configuration.addChild(directory);
        module.getBuildPlugins().get(0).setConfiguration(configuration);
    }

    private static MavenProject module(Path root, String name) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("com.github.eirslett");
        plugin.setArtifactId("frontend-maven-plugin");
        PluginExecution execution = new PluginExecution();
        execution.addGoal("install-node-and-npm");
        plugin.addExecution(execution);
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(name);
        model.setVersion("1.0");
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        MavenProject project = new MavenProject(model);
        project.setFile(root.resolve(name).resolve("pom.xml").toFile());
        return project;
    }
}
