package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the tasks of a project that the command line of a program names which runs them. */
final class TaskCalls {

    /** Options of programs that run tasks after which nothing is run. */
    private static final Set<String> MAKES_NOTHING = Set.of("-n", "--dry-run", "--just-print", "--recon");

    private static final Set<String> JUST_SHOWS = Set.of(
            "-n",
            "--dry-run",
            "-l",
            "--list",
            "-s",
            "--show",
            "--summary",
            "--evaluate",
            "--dump",
            "--fmt",
            "--choose",
            "--variables",
            "-c",
            "--command");
    private static final Set<String> JUST_WITH_VALUE = Set.of(
            "--color",
            "--shell",
            "--shell-arg",
            "--dotenv-path",
            "-E",
            "--dotenv-filename",
            "--command-color",
            "--tempdir",
            "--timestamp-format");
    private static final Set<String> GO_TASK_SHOWS = Set.of(
            "-n",
            "--dry",
            "-l",
            "--list",
            "-a",
            "--list-all",
            "--summary",
            "--status",
            "-i",
            "--init",
            "-h",
            "--help",
            "--version");
    private static final Set<String> GO_TASK_WITH_VALUE =
            Set.of("-C", "--concurrency", "-o", "--output", "-I", "--interval", "--sort", "--timeout");
    private static final Set<String> TOX_SHOWS =
            Set.of("--notest", "-n", "-l", "--listenvs", "-a", "--showconfig", "--help", "-h");
    private static final Set<String> TOX_RUNS = Set.of("", "run", "r", "run-parallel", "p", "legacy", "le");
    private static final Set<String> TOX_WITH_VALUE = Set.of("-e", "-c", "--conf", "-x", "--override", "--workdir");
    private static final Set<String> MISE_RUNS = Set.of("run", "r");
    private static final Set<String> RAKE_SHOWS = Set.of("-n", "--dry-run", "-T", "--tasks", "-P", "--prereqs");
    /** Scripts that npm runs by their names alone. */
    private static final Set<String> NPM_SCRIPTS = Set.of("test", "start", "stop", "restart");

    private static final Set<String> NO = Set.of("no", "false", "off", "0");

    private final ProjectFiles project;
    private final Repository repository;

    TaskCalls(ProjectFiles project, Repository repository) {
        this.project = project;
        this.repository = repository;
    }

    /** Those that a command runs, in a folder. */
    List<ScriptCall> of(TaskRunner runner, ShellCommand command, String folder) {
        return switch (runner) {
            case MAKE -> ofMake(command, folder);
            case JUST -> ofJust(command, folder);
            case GO_TASK -> ofGoTask(command, folder);
            case NODE -> ofNode(command, folder);
            case GRADLE -> ofGradle(command, folder);
            case TOX -> ofTox(command, folder);
            case RAKE -> ofRake(command, folder);
            case FASTLANE -> tasks(runner, folder, List.of(), command.arguments());
            case COMPOSER -> ofComposer(command, folder);
            case DENO ->
                command.operand(0).equals("task")
                        ? tasks(runner, folder, List.of(), List.of(command.operand(1)))
                        : List.of();
            case MISE ->
                MISE_RUNS.contains(command.operand(0))
                        ? upwards(runner, folder, List.of(), List.of(command.operand(1)))
                        : List.of();
        };
    }

    /** A task of the file that is named, or of those that the program looks for. */
    private List<ScriptCall> tasks(TaskRunner runner, String folder, List<String> named, List<String> words) {
        List<ScriptCall> calls = new ArrayList<>();
        for (String file : named.isEmpty() ? runner.files() : named) {
            Optional<String> path = project.file(folder, file);
            if (path.isPresent()) {
                calls.add(new ScriptCall(folder, path.get(), Optional.of(runner), words));
                if (!runner.readsAll()) {
                    break;
                }
            }
        }
        return calls;
    }

    private List<ScriptCall> ofMake(ShellCommand command, String folder) {
        List<String> targets = new ArrayList<>();
        String in = folder;
        List<String> files = List.of();
        List<String> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean takesNext = i + 1 < words.size()
                    && List.of("-C", "--directory", "-f", "--file").contains(word);
            if (MAKES_NOTHING.contains(word)) {
                return List.of();
            }
            if (takesNext) {
                i++;
                if (word.equals("-C") || word.equals("--directory")) {
                    in = project.folder(in, words.get(i));
                } else {
                    files = List.of(words.get(i));
                }
            } else if (!word.startsWith("-")) {
                targets.add(word);
            }
        }
        return tasks(TaskRunner.MAKE, in, files, targets);
    }

    /** Options stand before the recipe, what stands behind it is the recipe's; the file is looked for in the folder before its name, and in those above. */
    private List<ScriptCall> ofJust(ShellCommand command, String folder) {
        List<String> words = command.arguments();
        List<String> files = List.of();
        List<String> set = new ArrayList<>();
        String in = folder;
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String word = words.get(at++);
            if (JUST_SHOWS.contains(word)) {
                return List.of();
            }
            if (word.equals("--set") && at + 1 < words.size()) {
                set.add(words.get(at) + "=" + words.get(at + 1));
                at += 2;
            } else if (at < words.size() && List.of("-f", "--justfile").contains(word)) {
                files = List.of(words.get(at++));
            } else if (at < words.size() && List.of("-d", "--working-directory").contains(word)) {
                in = project.folder(in, words.get(at++));
            } else if (JUST_WITH_VALUE.contains(word)) {
                at++;
            }
        }
        List<String> rest = new ArrayList<>(words.subList(Math.min(at, words.size()), words.size()));
        int slash =
                rest.isEmpty() || rest.get(0).contains("=") ? -1 : rest.get(0).lastIndexOf('/');
        if (slash > 0) {
            in = project.folder(in, rest.get(0).substring(0, slash));
            rest.set(0, rest.get(0).substring(slash + 1));
        }
        set.addAll(rest);
        return upwards(TaskRunner.JUST, in, files, set);
    }

    /** A task of the file in a folder, or of the nearest above it; of a file that is named, in that folder alone. */
    private List<ScriptCall> upwards(TaskRunner runner, String folder, List<String> named, List<String> words) {
        String in = folder;
        List<ScriptCall> calls = tasks(runner, in, named, words);
        while (calls.isEmpty() && named.isEmpty() && !in.isEmpty()) {
            in = in.substring(0, Math.max(0, in.lastIndexOf('/')));
            calls = tasks(runner, in, named, words);
        }
        return calls;
    }

    /** Options stand anywhere among the tasks and variables; what stands behind the dashes is one variable. */
    private List<ScriptCall> ofGoTask(ShellCommand command, String folder) {
        List<String> words = command.arguments();
        List<String> files = List.of();
        List<String> given = new ArrayList<>();
        String in = folder;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String next = at + 1 < words.size() ? words.get(at + 1) : "";
            if (GO_TASK_SHOWS.contains(word)) {
                return List.of();
            }
            if (word.equals("--")) {
                given.add(GoTaskfile.GIVEN + "=" + String.join(" ", words.subList(at + 1, words.size())));
                break;
            }
            if (word.equals("-t") || word.equals("--taskfile")) {
                files = List.of(next);
                at++;
            } else if (word.equals("-d") || word.equals("--dir")) {
                in = project.folder(in, next);
                at++;
            } else if (GO_TASK_WITH_VALUE.contains(word)) {
                at++;
            } else if (!word.startsWith("-")) {
                given.add(word);
            }
        }
        return upwards(TaskRunner.GO_TASK, in, files, given);
    }

    /** npm hands on to a script what stands behind {@code --}, the others all that stands behind its name. */
    private List<ScriptCall> ofNode(ShellCommand command, String folder) {
        boolean isNpm = command.name().equals("npm");
        boolean run = List.of("run", "run-script").contains(command.operand(0));
        String script = command.operand(run ? 1 : 0);
        if (script.isEmpty() || (isNpm && !run && !NPM_SCRIPTS.contains(script))) {
            return List.of();
        }
        List<String> words = command.arguments();
        int from = words.indexOf(isNpm ? "--" : script);
        List<String> given = new ArrayList<>(List.of(script));
        if (from >= 0) {
            given.addAll(words.subList(from + 1, words.size()));
        }
        return tasks(TaskRunner.NODE, folder, List.of(), given);
    }

    /** Tasks of the build file in the folder and, where the build begins there, of the projects that it includes. */
    private List<ScriptCall> ofGradle(ShellCommand command, String folder) {
        List<String> words = command.arguments();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("-x") || words.get(i).equals("--exclude-task")) {
                i++;
            } else {
                given.add(words.get(i));
            }
        }
        List<ScriptCall> calls = tasks(TaskRunner.GRADLE, folder, List.of(), given);
        for (String word : given) {
            if (!word.startsWith("-") && (folder.isEmpty() || word.contains(":"))) {
                GradleProjects projects = GradleProjects.of(repository);
                for (String path : projects.unread()) {
                    calls.add(new ScriptCall("", path, Optional.of(TaskRunner.GRADLE), List.of(word)));
                }
                for (GradleProjects.Project project : projects.running(word)) {
                    calls.add(new ScriptCall(
                            project.folder(),
                            project.file(),
                            Optional.of(TaskRunner.GRADLE),
                            List.of(word.substring(word.lastIndexOf(':') + 1))));
                }
            }
        }
        return calls;
    }

    private List<ScriptCall> ofTox(ShellCommand command, String folder) {
        List<String> words = command.arguments();
        int end = words.indexOf("--");
        List<String> own = end < 0 ? words : words.subList(0, end);
        String environments = command.assignments().getOrDefault("TOXENV", "");
        List<String> files = List.of();
        for (int i = 0; i < own.size(); i++) {
            String word = own.get(i);
            String next = i + 1 < own.size() ? own.get(i + 1) : "";
            if (TOX_SHOWS.contains(word)) {
                return List.of();
            }
            if (word.equals("-e")) {
                environments = next;
            } else if (word.startsWith("-e")) {
                environments = word.substring(2);
            } else if (word.equals("-c") || word.equals("--conf")) {
                files = List.of(next);
            }
        }
        if (environments.isEmpty() || !TOX_RUNS.contains(command.operand(0, TOX_WITH_VALUE))) {
            return List.of();
        }
        List<String> given = new ArrayList<>(List.of(environments));
        given.addAll(end < 0 ? List.of() : words.subList(end + 1, words.size()));
        return tasks(TaskRunner.TOX, folder, files, given);
    }

    private List<ScriptCall> ofRake(ShellCommand command, String folder) {
        if (command.arguments().stream().anyMatch(RAKE_SHOWS::contains)) {
            return List.of();
        }
        List<String> files = command.values("-f", "--rakefile");
        List<String> given = command.operands(Set.of("-f", "--rakefile"));
        String push = command.assignments().getOrDefault(Rakefile.PUSHES, "");
        if (NO.contains(push)) {
            given.add(Rakefile.PUSHES + "=no");
        }
        return tasks(TaskRunner.RAKE, folder, files, given);
    }

    private List<ScriptCall> ofComposer(ShellCommand command, String folder) {
        boolean run = List.of("run", "run-script").contains(command.operand(0));
        String script = command.operand(run ? 1 : 0);
        return script.isEmpty() ? List.of() : tasks(TaskRunner.COMPOSER, folder, List.of(), List.of(script));
    }
}
