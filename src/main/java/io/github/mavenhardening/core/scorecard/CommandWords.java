package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a command that Scorecard looks at: those of one part, and that in plain text or in quotes, which it keeps.
 * {@code sudo} is left out wherever it stands.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go">Scorecard: extractCommand</a>
 */
record CommandWords(List<String> words) {

    CommandWords {
        words = List.copyOf(words);
    }

    static CommandWords of(ShellNode.Call call) {
        List<String> words = new ArrayList<>();
        for (ShellNode.Word word : call.arguments()) {
            if (word.onlyPart().isPresent()) {
                String text = text(word.onlyPart().get());
                if (!text.isEmpty() && !text.equalsIgnoreCase("sudo")) {
                    words.add(text);
                }
            }
        }
        return new CommandWords(words);
    }

    /** Empty for what has no text that is known. */
    private static String text(ShellNode.Part part) {
        if (part instanceof ShellNode.Literal literal) {
            return literal.text();
        }
        if (part instanceof ShellNode.SingleQuoted single) {
            return "'" + single.text() + "'";
        }
        return part instanceof ShellNode.DoubleQuoted both
                        && both.parts().size() == 1
                        && both.parts().get(0) instanceof ShellNode.Literal literal
                ? '"' + literal.text() + '"'
                : "";
    }

    int size() {
        return words.size();
    }

    /** A word without the quotes that it kept. */
    static String unquoted(String word) {
        int last = word.length() - 1;
        boolean quoted =
                last > 0 && (word.charAt(0) == '\'' || word.charAt(0) == '"') && word.charAt(last) == word.charAt(0);
        return quoted ? word.substring(1, last) : word;
    }

    String get(int index) {
        return words.get(index);
    }

    /** Whether the word at that place is there and is that, without regard to case. */
    boolean is(int index, String wanted) {
        return index < words.size() && words.get(index).equalsIgnoreCase(wanted);
    }

    /** Whether one of the words from that place on is that, without regard to case. */
    boolean has(int from, String wanted) {
        for (int i = from; i < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it runs one of those programs, whatever the folder. */
    boolean runs(String... programs) {
        if (words.isEmpty()) {
            return false;
        }
        for (String program : programs) {
            if (isProgram(words.get(0), program)) {
                return true;
            }
        }
        return false;
    }

    static boolean isProgram(String word, String program) {
        return fileName(word).equalsIgnoreCase(program);
    }

    /** What follows the last slash, slashes at the end aside. */
    static String fileName(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        return name.isEmpty() ? (path.isEmpty() ? "." : "/") : name;
    }

    /** A path without {@code .} and empty steps, in lower case, so that equal ones are the same file. */
    static String fileKey(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            int last = steps.size() - 1;
            if (step.equals("..") && last >= 0 && !steps.get(last).equals("..")) {
                steps.remove(last);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return ((path.startsWith("/") ? "/" : "") + String.join("/", steps)).toLowerCase(Locale.ROOT);
    }
}
