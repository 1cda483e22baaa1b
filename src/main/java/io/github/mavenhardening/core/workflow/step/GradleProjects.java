package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.LocalPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The projects that a Gradle build in the root includes, and which of them declare a task of a name. */
final class GradleProjects {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^\\s{0,40}include\\b");
    private static final Pattern NAMED = Pattern.compile("[\"']:?([\\w.:-]{1,200})[\"']");
    /** By the name of a task, the projects that declare it. */
    private final Map<String, List<Project>> byTask = new HashMap<>();

    /** The paths of files that are there and cannot be read. */
    private final Set<String> unread = new TreeSet<>();

    /** The folders of the projects that were looked at. */
    private final Set<String> folders = new HashSet<>();

    /** A project by its path without the first colon, its folder, and the build file there. */
    record Project(String path, String folder, String file) {}

    private GradleProjects() {}

    static GradleProjects of(Repository repository) {
        return repository.known(GradleProjects.class, () -> read(repository));
    }

    /** The paths of files of the build that are there and cannot be read: any of them may have a task of any name. */
    Set<String> unread() {
        return unread;
    }

    /** Those that run a task: of {@code lib:ship} that project, of {@code ship} all that declare it. */
    List<Project> running(String task) {
        int colon = task.lastIndexOf(':');
        List<Project> running = new ArrayList<>();
        if (colon == 0) {
            // The root's own.
            return running;
        }
        String path = colon < 0 ? "" : task.substring(task.startsWith(":") ? 1 : 0, colon);
        for (Project project : byTask.getOrDefault(task.substring(colon + 1), List.of())) {
            if (colon < 0 || project.path().equals(path)) {
                running.add(project);
            }
        }
        return running;
    }

    private static GradleProjects read(Repository repository) {
        GradleProjects projects = new GradleProjects();
        for (String settings : List.of("settings.gradle", "settings.gradle.kts")) {
            String text = projects.text(settings, repository);
            Matcher include = INCLUDE.matcher(text);
            while (include.find()) {
                int end = GradleText.endOfList(text, include.end(), text.length());
                Matcher named = NAMED.matcher(text).region(include.end(), end);
                while (named.find()) {
                    projects.add(named.group(1), repository);
                }
                include.region(end, text.length());
            }
        }
        return projects;
    }

    private void add(String path, Repository repository) {
        Optional<String> folder = LocalPath.plain(path.replace(':', '/'));
        if (folder.isEmpty() || !folders.add(folder.get())) {
            return;
        }
        for (String name : TaskRunner.GRADLE.files()) {
            String file = folder.get() + "/" + name;
            for (String task : GradleTasks.names(text(file, repository))) {
                byTask.computeIfAbsent(task, any -> new ArrayList<>()).add(new Project(path, folder.get(), file));
            }
        }
    }

    private String text(String path, Repository repository) {
        try {
            return repository.isFile(path) ? repository.read(path).text() : "";
        } catch (UnreadableFileException e) {
            // Silent: who runs a task is led to it, which says why it cannot be read.
            unread.add(path);
            return "";
        }
    }
}
