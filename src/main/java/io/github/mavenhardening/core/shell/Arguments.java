package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the words behind a command's name are: operands, options, and values of these in the next word or behind {@code =}. */
public final class Arguments {

    private Arguments() {}

    /**
     * The words that are neither options nor values of options, in a list of the caller's own.
     *
     * @param withValue the options whose value is the next word
     */
    public static List<String> operands(List<String> words, Set<String> withValue) {
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (withValue.contains(words.get(i))) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                operands.add(words.get(i));
            }
        }
        return operands;
    }

    /** The word at a place, counted from 0 and without options; empty text where there are fewer. */
    public static String operand(List<String> words, int index) {
        int operands = 0;
        for (String word : words) {
            if (!word.startsWith("-") && operands++ == index) {
                return word;
            }
        }
        return "";
    }

    /** Where the first word stands from an index on that is neither an option nor the value of one; the number of words at the most or more. */
    static int behindOptions(int from, List<String> words, Set<String> withValue) {
        int at = from;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += withValue.contains(words.get(at)) ? 2 : 1;
        }
        return at;
    }

    /** The values that are given by an option, which may have several names. */
    public static List<String> values(List<String> words, String... names) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            for (String name : names) {
                if (word.startsWith(name) && word.startsWith("=", name.length())) {
                    values.add(word.substring(name.length() + 1));
                } else if (word.equals(name) && i + 1 < words.size()) {
                    values.add(words.get(i + 1));
                }
            }
        }
        return values;
    }

    /** The first of these; empty where the option is not given. */
    public static Optional<String> value(List<String> words, String... names) {
        return values(words, names).stream().findFirst();
    }
}
