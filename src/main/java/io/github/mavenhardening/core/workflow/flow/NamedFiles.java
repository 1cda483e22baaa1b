package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that a text names by their paths, however it names the folders of the runner. */
public final class NamedFiles {

    /** How many of those that a job writes are looked for. */
    static final int LIMIT = 50;

    private static final Pattern PATH = Pattern.compile("(?:\\$\\{\\{[^}]{1,60}\\}\\}|[\\w.$~{}%:\\\\/+@-]){1,300}");

    private static final Pattern END = Pattern.compile("[.:/]+$");

    private NamedFiles() {}

    /** Whether a text names a file, or a folder that the file lies in, but for the folders that the runner has for everything. */
    public static boolean isNamed(String file, String text) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        boolean isInOne = folder.indexOf('/', 1) > 0 || (!folder.isEmpty() && "/$".indexOf(folder.charAt(0)) < 0);
        if (!text.contains(name) && !(isInOne && text.contains(last))) {
            return false;
        }
        Matcher path = PATH.matcher(text);
        while (path.find()) {
            String word = path.group();
            String plain = END.matcher(word).replaceFirst("");
            boolean mayBe = plain.contains(name) || (isInOne && plain.contains(last) && word.contains("/"));
            if (mayBe) {
                String seen = WorkPath.within("", plain);
                if (seen.equals(file) || (isInOne && seen.equals(folder))) {
                    return true;
                }
            }
        }
        return false;
    }
}
