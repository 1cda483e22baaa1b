package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.RunnerFolders;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths as a job sees them, each in one form: relative to its workspace, with {@code /} and without {@code .} and {@code ..}; what
 * lies elsewhere begins with {@code /} or with the variable that names the folder, however a shell or an expression names it.
 */
public final class WorkPath {

    private static final String WORKSPACE = "$GITHUB_WORKSPACE";

    /** What a path begins with that names a folder: a variable of a shell with what stands for it, the home. */
    private static final Pattern START = Pattern.compile("\\$\\{?env:([A-Za-z_]\\w{0,100})\\}?"
            + "|%([A-Za-z_]\\w{0,100})%"
            + "|\\$\\{([A-Za-z_]\\w{0,100})(?::?[-?][^}]{0,200})?\\}"
            + "|\\$([A-Za-z_]\\w{0,100})"
            + "|~(?=/|$)");

    /** The folder that a shell is in. */
    private static final Pattern HERE = Pattern.compile("^\\$(?:PWD|\\{PWD\\}|\\(pwd\\))(?=/|$)");

    /** No path of a checkout is longer; a step into such a folder fails, and leads nowhere. */
    private static final int LIMIT = 1_024;

    private WorkPath() {}

    /** The path of a text as seen from the workspace. */
    static String of(String text) {
        return of("", text);
    }

    /** The path of a text as seen from a folder. */
    static String of(String folder, String text) {
        // Silent: a path that is too long stands for all of its folder.
        if (folder.length() + text.length() > LIMIT) {
            return folder;
        }
        String path = named(text.strip());
        String from = path.startsWith(WORKSPACE) ? "" : folder;
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (from + "/" + path).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals(WORKSPACE)) {
                parts.add(part);
            }
        }
        return ((from.isEmpty() ? path : from).startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    /** The same as seen from the workspace: what leads out of the folder, or to where is not known, lies elsewhere. */
    public static String within(String folder, String text) {
        String path = HERE.matcher(text.strip()).replaceFirst(".");
        return of(isElsewhere(path) ? "" : folder, path);
    }

    /** A path that begins with a folder of the runner, with the variable that names it in one form. */
    private static String named(String text) {
        String path = RunnerFolders.byVariable(text);
        Matcher start = START.matcher(path);
        if (!start.lookingAt()) {
            return path;
        }
        String rest = path.substring(start.end());
        for (int windows = 1; windows <= 2; windows++) {
            if (start.group(windows) != null) {
                return "$" + start.group(windows) + rest.replace('\\', '/');
            }
        }
        String variable = start.group(3) == null ? start.group(4) : start.group(3);
        return "$" + (variable == null ? "HOME" : variable) + rest;
    }

    /** Whether a path leads out of the workspace, or to where is not known. */
    static boolean isElsewhere(String text) {
        String path = named(text);
        return (path.startsWith("/") || path.startsWith("$") || path.startsWith("~")) && !path.startsWith(WORKSPACE);
    }

    /** Whether a path is a folder or lies below it. */
    static boolean isWithin(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }
}
