package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Splits arguments at blanks and line breaks, as the files in {@code .mvn} have them. */
final class Arguments {

    private Arguments() {}

    /** One argument, without quotes around it. */
    record Argument(String text, Location location) {}

    /** The arguments of a file; a line that begins with {@code #} is a comment. */
    static List<Argument> of(SourceFile file) {
        List<Argument> arguments = new ArrayList<>();
        for (int number = 1; number <= file.lineCount(); number++) {
            String line = file.line(number);
            if (line.stripLeading().startsWith("#")) {
                continue;
            }
            int start = file.lineStart(number);
            for (int[] word : words(line)) {
                String text = unquoted(line.substring(word[0], word[1]));
                arguments.add(new Argument(text, file.at(file.span(start + word[0], start + word[1]))));
            }
        }
        return joined(arguments);
    }

    /** The arguments of an environment variable. */
    static List<Argument> of(String variable) {
        List<Argument> arguments = new ArrayList<>();
        for (int[] word : words(variable)) {
            arguments.add(new Argument(unquoted(variable.substring(word[0], word[1])), Location.ofRepository()));
        }
        return joined(arguments);
    }

    /** {@code -D} and what it defines may be two words. */
    private static List<Argument> joined(List<Argument> words) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean define =
                    words.get(i).text().equals("-D") || words.get(i).text().equals("--define");
            if (define && i + 1 < words.size()) {
                Argument definition = words.get(i + 1);
                arguments.add(new Argument("-D" + definition.text(), definition.location()));
                i++;
            } else {
                arguments.add(words.get(i));
            }
        }
        return arguments;
    }

    private static List<int[]> words(String line) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean blank = i == line.length() || Character.isWhitespace(line.charAt(i));
            if (blank && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1
                && (word.charAt(0) == '"' || word.charAt(0) == '\'')
                && word.charAt(word.length() - 1) == word.charAt(0);
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
