package io.github.mavenhardening.core.workflow.checkout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Paths within a job's workspace, relative to it, with {@code /} and without {@code .} and {@code ..}. */
final class WorkPath {

    private static final List<String> WORKSPACE = List.of(
            "${{github.workspace}}",
            "${{ github.workspace }}",
            "$GITHUB_WORKSPACE",
            "${GITHUB_WORKSPACE}",
            "$env:GITHUB_WORKSPACE");

    /** No path of a checkout is longer; a step into such a folder fails, and leads nowhere. */
    private static final int LIMIT = 1_024;

    private WorkPath() {}

    /** The path of a text as seen from the workspace. */
    static String of(String text) {
        return of("", text);
    }

    /** The path of a text as seen from a folder of the workspace. */
    static String of(String folder, String text) {
        // Silent: a path that is too long stands for all of its folder.
        String path = text.strip();
        String from = folder;
        for (String workspace : WORKSPACE) {
            if (path.startsWith(workspace)) {
                path = path.substring(workspace.length());
                from = "";
            }
        }
        if (from.length() + path.length() > LIMIT) {
            return folder;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (from + "/" + path).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Whether a path is a folder or lies below it. */
    static boolean isWithin(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }
}
