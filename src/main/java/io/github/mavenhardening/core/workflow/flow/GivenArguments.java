package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.CodeList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that a program of JavaScript or Python gives a command as a list, which no shell reads: one that begins with a hyphen is an option. */
final class GivenArguments {

    /** Starts a command with a list of words; in JavaScript its name stands before them. */
    private static final SoughtPattern STARTS = SoughtPattern.of(
            "\\b(?:subprocess\\.\\w{1,40}|exec\\w{0,20}|spawn\\w{0,10}|getExecOutput)\\(\\s{0,5}(?:['\"`]([\\w./-]{1,100})['\"`]\\s{0,5},\\s{0,5})?\\[(.*)",
            "subprocess.",
            "exec",
            "spawn",
            "getExecOutput(");

    /** A text without what is filled in at its beginning. */
    private static final Pattern LITERAL = Pattern.compile("[fr]{0,2}(['\"`])(?!\\$?\\{)(.*)", Pattern.DOTALL);

    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][\\w-]{0,40}");
    private static final Pattern ADDED = Pattern.compile("\\s{0,5}\\+\\s{0,5}(\\w{1,100})\\b.*", Pattern.DOTALL);

    private GivenArguments() {}

    /** The expressions of a call each of which is a word that its command may take for an option, or several. */
    static List<String> in(String call) {
        List<String> found = new ArrayList<>();
        Matcher starts = STARTS.in(call);
        if (!starts.find()) {
            return found;
        }
        List<String> words = words(starts.group(2));
        String program = starts.group(1);
        if (program == null) {
            program = words.isEmpty() ? "" : literal(words.get(0));
            words = words.isEmpty() ? words : words.subList(1, words.size());
        }
        if (!ArgumentSinks.takesOptions(program.substring(program.lastIndexOf('/') + 1))) {
            return found;
        }
        boolean isValue = false;
        for (String word : words) {
            String text = literal(word);
            if (text.equals("--")) {
                return found;
            }
            if (text.isEmpty() && !isValue) {
                found.add(word);
            }
            isValue = OPTION.matcher(text).matches() && !ArgumentSinks.takesNoValue(text);
        }
        return found;
    }

    /** What a word begins with that is spelled out; empty text where nothing is. */
    private static String literal(String word) {
        Matcher literal = LITERAL.matcher(word);
        if (!literal.matches()) {
            return "";
        }
        int end = literal.group(2).indexOf(literal.group(1));
        return end < 0 ? literal.group(2) : literal.group(2).substring(0, end);
    }

    /** The expressions of a list up to its end, and what is added to it there. */
    private static List<String> words(String list) {
        List<String> words = new ArrayList<>();
        CodeList.parts(list).forEach(word -> words.add(word.strip()));
        int end = CodeList.closing(list, 0);
        Matcher added = ADDED.matcher(end < list.length() ? list.substring(end + 1) : "");
        if (added.matches()) {
            words.add(added.group(1));
        }
        return words;
    }
}
