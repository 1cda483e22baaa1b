package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Programs that run the command behind them: {@code sudo}, {@code env}, {@code timeout}. */
public final class Wrappers {

    /** Each with the letters of its options whose value is the next word. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("sudo", "CDghpRrTtUu"),
            Map.entry("env", "Cu"),
            Map.entry("exec", "a"),
            Map.entry("nohup", ""),
            Map.entry("time", "fo"),
            Map.entry("command", ""),
            Map.entry("builtin", ""),
            Map.entry("nice", "n"),
            Map.entry("timeout", "ks"),
            Map.entry("xvfb-run", "efnpsw"),
            Map.entry("stdbuf", "eio"),
            Map.entry("retry", ""));

    /** The argument that {@code timeout} takes before the command. */
    private static final Pattern DURATION = Pattern.compile("[0-9.]{1,10}[smhd]?");

    private Wrappers() {}

    /** Whether a word is the name of a wrapper. */
    public static boolean isOne(String word) {
        return OPTIONS.containsKey(word);
    }

    /** The index after a wrapper and its options; the same index where the word there is none, or is the last. */
    public static int skip(List<String> words, int index) {
        String withValue = OPTIONS.get(words.get(index));
        if (withValue == null || index + 1 == words.size()) {
            return index;
        }
        int at = index + 1;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.length() == 2 && word.charAt(0) == '-' && withValue.indexOf(word.charAt(1)) >= 0) {
                at = Math.min(at + 2, words.size());
            } else if (word.startsWith("-") || DURATION.matcher(word).matches()) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }
}
