package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.text.NearestName;
import io.github.mavenhardening.maven.session.PomFile;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Properties that begin like this plugin's and are none of them: a misspelt one must not look like one that is in force. One
 * that is like none of them may be a build's own. So must a value that is neither true nor false, which Maven takes for false.
 */
final class UnknownProperties {

    private static final String PREFIX = "hardening.";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{hardening\\.([^}]+)}");

    /** That of the plugin's guard, which is not a goal; and the version, for which builds have a property of their own. */
    private static final Set<String> OTHERS = Set.of("strict", "version");

    /** So short a word is like many. */
    private static final int SHORT = 4;

    private UnknownProperties() {}

    /**
     * What to tell of those that are like none of the plugin's, once a session: every module and goal has the same.
     *
     * @throws ConfigurationException each time, when one is like one of the plugin's
     */
    static List<String> newWarnings(MavenSession session, PluginDescriptor plugin) {
        // Two realms of this plugin in one session have two classes of this name.
        String key = UnknownProperties.class.getName() + "@" + System.identityHashCode(UnknownProperties.class);
        Map<String, Object> data = session.getRequest().getData();
        synchronized (session.getRequest()) {
            if (data.containsKey(key)) {
                return List.of();
            }
            List<String> warnings = warnings(session, plugin);
            data.put(key, true);
            return warnings;
        }
    }

    private static List<String> warnings(MavenSession session, PluginDescriptor plugin) {
        Map<String, String> places = new TreeMap<>();
        Map<String, Set<String>> values = new TreeMap<>();
        if (session.getProjects() != null) {
            for (MavenProject project : session.getProjects()) {
                for (String name : project.getProperties().stringPropertyNames()) {
                    if (name.startsWith(PREFIX)) {
                        places.putIfAbsent(name, place(name, project, session));
                        values.computeIfAbsent(name, unknown -> new TreeSet<>())
                                .add(project.getProperties().getProperty(name));
                    }
                }
            }
        }
        for (String name : session.getUserProperties().stringPropertyNames()) {
            places.put(name, "on the command line or in .mvn/maven.config");
            values.put(name, Set.of(session.getUserProperties().getProperty(name)));
        }
        for (String name : places.keySet()) {
            if (name.startsWith(PREFIX)) {
                demandBooleans(values, parameters(plugin, true));
                return warnings(places, parameters(plugin, false));
            }
        }
        return List.of();
    }

    /** The line of a POM that sets a property itself, where Maven tells; else whose POM it is, as of an inherited one. */
    private static String place(String name, MavenProject project, MavenSession session) {
        Model model = project.getOriginalModel();
        InputLocation all = model == null ? null : model.getLocation("properties");
        InputLocation one = all == null ? null : all.getLocation(name);
        File root = session.getRequest().getMultiModuleProjectDirectory();
        Optional<Path> file = PomFile.of(project);
        if (one == null || root == null || file.isEmpty()) {
            return "in the POM of " + project.getArtifactId();
        }
        Path folder = root.toPath().toAbsolutePath().normalize();
        Path pom = file.get();
        return pom.startsWith(folder)
                ? "in " + folder.relativize(pom).toString().replace(File.separatorChar, '/') + ":" + one.getLineNumber()
                : "in the POM of " + project.getArtifactId();
    }

    /**
     * The same.
     *
     * @param places where properties are set, by their names
     * @param parameters the plugin's own, without the prefix
     */
    static List<String> warnings(Map<String, String> places, Set<String> parameters) {
        Set<String> known = new TreeSet<>(parameters);
        known.addAll(OTHERS);
        List<String> warnings = new ArrayList<>();
        for (Map.Entry<String, String> entry : places.entrySet()) {
            String name = entry.getKey();
            if (!name.startsWith(PREFIX) || known.contains(name.substring(PREFIX.length()))) {
                continue;
            }
            String own = name.substring(PREFIX.length());
            String hint = NearestName.of(own, parameters)
                    .map(near -> "; did you mean " + PREFIX + near + "?")
                    .orElse("");
            if (!hint.isEmpty() && own.length() > SHORT) {
                throw new ConfigurationException(name, "Unknown property " + entry.getValue() + hint);
            }
            warnings.add(Sanitizer.text(name) + " " + entry.getValue() + " is not a property of this plugin" + hint);
        }
        return warnings;
    }

    /**
     * Refuses what Maven would take for false without a word, and a gate with it for open.
     *
     * @param values what properties are set to, by their names
     * @param booleans the plugin's own that are true or false, without the prefix
     */
    static void demandBooleans(Map<String, Set<String>> values, Set<String> booleans) {
        for (Map.Entry<String, Set<String>> entry : values.entrySet()) {
            String name = entry.getKey();
            if (!name.startsWith(PREFIX) || !booleans.contains(name.substring(PREFIX.length()))) {
                continue;
            }
            for (String value : entry.getValue()) {
                if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                    throw new ConfigurationException(name, "'" + Sanitizer.text(value) + "' must be true or false");
                }
            }
        }
    }

    /**
     * The properties of all goals' parameters, without the prefix.
     *
     * @param booleansAlone whether only those that are true or false
     */
    private static Set<String> parameters(PluginDescriptor plugin, boolean booleansAlone) {
        Set<String> names = new HashSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            // Null where a goal has none.
            for (Parameter parameter : Objects.requireNonNullElse(mojo.getParameters(), List.<Parameter>of())) {
                Matcher matcher = EXPRESSION.matcher(String.valueOf(parameter.getExpression()));
                if (matcher.matches() && (!booleansAlone || "boolean".equals(parameter.getType()))) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }
}
