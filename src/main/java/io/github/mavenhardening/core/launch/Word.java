package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * One word of a command line, without its quotes: whoever splits a line at fewer places than we do sees no switch that we do
 * not see.
 *
 * @param text the word
 * @param location where it stands; the repository as a whole for what no file says
 */
public record Word(String text, Location location) {

    /**
     * The words of a file.
     *
     * @param comments whether lines that begin with {@code #} say nothing
     */
    public static List<Word> of(SourceFile file, boolean comments) {
        List<Word> words = new ArrayList<>();
        for (int number = 1; number <= file.lineCount(); number++) {
            String line = file.line(number);
            if (comments && line.stripLeading().startsWith("#")) {
                continue;
            }
            int start = file.lineStart(number);
            for (int[] word : split(line)) {
                Location location = file.at(file.span(start + word[0], start + word[1]));
                words.add(new Word(unquoted(line.substring(word[0], word[1])), location));
            }
        }
        return words;
    }

    /** The words of an environment variable. */
    public static List<Word> of(String variable) {
        List<Word> words = new ArrayList<>();
        for (int[] word : split(variable)) {
            words.add(new Word(unquoted(variable.substring(word[0], word[1])), Location.ofRepository()));
        }
        return words;
    }

    private static List<int[]> split(String line) {
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
        return word.indexOf('"') < 0 && word.indexOf('\'') < 0
                ? word
                : word.replace("\"", "").replace("'", "");
    }
}
