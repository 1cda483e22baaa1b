package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.BuildFacts.Chooser;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.maven.inventory.ReportPlugins;
import io.github.mavenhardening.maven.session.PomFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** The plugins whose version no POM gives a module, and who chose it instead. */
final class UnpinnedPlugins {

    /** What ids of the models that come with Maven hold; those of POMs have no word after the version. */
    private static final String SUPER_POM = ":super-pom";

    private static final String LIFECYCLE = ":default-lifecycle-bindings";

    /** A plugin, who chose its version, and, as modules may differ, the version; that of the newest is the same for all. */
    private record Choice(String key, Chooser chooser, String version) {

        static Optional<Choice> of(Plugin plugin) {
            return chooserOf(plugin)
                    .map(chooser -> new Choice(
                            plugin.getKey(),
                            chooser,
                            chooser == Chooser.NEWEST ? UnpinnedVersion.NONE_YET : plugin.getVersion()));
        }
    }

    private final MavenSession session;
    private final Path root;
    /** By module, the POMs in the checkout that it inherits from: each of its plugins asks for them. */
    private final IdentityHashMap<MavenProject, List<String>> inherited = new IdentityHashMap<>();

    private UnpinnedPlugins(MavenSession session, Path root) {
        this.session = session;
        this.root = root;
    }

    /** Those of the modules that are built, sorted by plugin. */
    static List<UnpinnedVersion> of(MavenSession session, Path root) {
        return new UnpinnedPlugins(session, root).all();
    }

    private List<UnpinnedVersion> all() {
        Map<String, Map<Choice, List<MavenProject>>> choices = new TreeMap<>();
        Map<String, List<MavenProject>> reports = new TreeMap<>();
        Map<String, String> newest = new TreeMap<>();
        for (MavenProject project : session.getProjects()) {
            for (Plugin plugin : project.getBuildPlugins()) {
                Optional<Choice> choice = Choice.of(plugin);
                if (choice.isPresent()) {
                    choices.computeIfAbsent(plugin.getKey(), key -> new TreeMap<>(UnpinnedPlugins::compare))
                            .computeIfAbsent(choice.get(), taken -> new ArrayList<>())
                            .add(project);
                    if (plugin.getVersion() != null) {
                        newest.putIfAbsent(plugin.getKey(), plugin.getVersion());
                    }
                }
            }
            for (String report : ReportPlugins.withoutVersion(project.getModel())) {
                reports.computeIfAbsent(report, key -> new ArrayList<>()).add(project);
            }
        }
        Map<String, List<UnpinnedVersion>> unpinned = new TreeMap<>();
        choices.forEach((key, taken) ->
                taken.forEach((choice, projects) -> unpinned.computeIfAbsent(key, none -> new ArrayList<>())
                        .add(new UnpinnedVersion(
                                key,
                                choice.chooser() == Chooser.NEWEST
                                        ? newest.getOrDefault(key, UnpinnedVersion.NONE_YET)
                                        : choice.version(),
                                choice.chooser(),
                                poms(projects),
                                others(choice)))));
        reports.forEach((key, projects) -> unpinned.putIfAbsent(
                key,
                List.of(new UnpinnedVersion(key, UnpinnedVersion.NONE_YET, Chooser.SITE, poms(projects), Set.of()))));
        List<UnpinnedVersion> all = new ArrayList<>();
        unpinned.values().forEach(all::addAll);
        return all;
    }

    private static int compare(Choice one, Choice other) {
        int order = one.chooser().compareTo(other.chooser());
        return order != 0 ? order : one.version().compareTo(other.version());
    }

    private List<List<String>> poms(List<MavenProject> projects) {
        List<List<String>> poms = new ArrayList<>();
        for (MavenProject project : projects) {
            poms.add(poms(project));
        }
        return poms;
    }

    /** The POMs in the checkout that a module inherits from, its own first. */
    private List<String> poms(MavenProject project) {
        List<String> known = inherited.get(project);
        if (known != null) {
            return known;
        }
        List<String> poms = new ArrayList<>();
        for (MavenProject next = project; next != null; next = next.getParent()) {
            PomFile.in(next, root).ifPresent(poms::add);
        }
        inherited.put(project, poms);
        return poms;
    }

    /** The POMs of the modules, also of those that this build leaves out, for which the version is another matter. */
    private Set<String> others(Choice choice) {
        Set<String> others = new HashSet<>();
        for (MavenProject project : session.getAllProjects()) {
            Plugin plugin = project.getPlugin(choice.key());
            if (plugin != null && !Choice.of(plugin).equals(Optional.of(choice))) {
                others.addAll(poms(project));
            }
        }
        return others;
    }

    /** Who chose the version; empty where a POM or an extension did. */
    private static Optional<Chooser> chooserOf(Plugin plugin) {
        if (plugin.getVersion() == null) {
            // The life cycle of an extension's packaging may name a plugin alone; Maven notes the place of its version
            // all the same.
            return Optional.of(Chooser.NEWEST);
        }
        InputLocation location = plugin.getLocation("version");
        InputSource source = location == null ? null : location.getSource();
        String model = source == null || source.getModelId() == null ? "" : source.getModelId();
        if (model.contains(SUPER_POM)) {
            return Optional.of(Chooser.SUPER_POM);
        }
        if (model.contains(LIFECYCLE)) {
            return Optional.of(Chooser.LIFECYCLE);
        }
        // What was read from no file at all is an extension's: it adds the plugin to the model with the version that it
        // wants.
        boolean added = plugin.getLocation("") == null;
        return location == null && !added ? Optional.of(Chooser.NEWEST) : Optional.empty();
    }
}
